// Registers as the store holds them: found by what staff call them, read with their newest or another revision.

import { AppError } from '#shared/errors/app-error.ts';
import { parseDefinition, type RegisterDefinition } from '#shared/registers/register-definition.ts';
import { nameKey } from '../editorial/identity-keys.ts';
import { canonicalJson, sha256Hex } from '../editorial/stored-content.ts';
import type { Database } from '../store/tables.ts';
import { parseTotals, type StoredTotal } from './stored-totals.ts';

/** What a revision says of a register beside its entries. */
export interface RegisterForm {
  readonly definition: RegisterDefinition;
  readonly period: string | null;
  readonly agencyId: string;
  readonly nodeId: string | null;
  readonly totals: readonly StoredTotal[];
}

/** A register with the form of its newest revision. */
export interface StoredRegister extends RegisterForm {
  readonly id: string;
  readonly slug: string;
  readonly code: string;
  readonly state: 'draft' | 'approved' | 'withdrawn';
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly publishedVersion: number | null;
}

/** The register staff call so; null when there is none. */
export async function findRegister(db: Database, slug: string): Promise<StoredRegister | null> {
  const row = await selectRegisters(db).where('register.slug', '=', slug).executeTakeFirst();
  return row === undefined ? null : storedRegister(row);
}

/** A register staff made themselves under this title, however it is spelt. */
export async function findRegisterTitled(db: Database, title: string): Promise<StoredRegister | null> {
  const row = await selectRegisters(db)
    .where('register.title_key', '=', nameKey(title))
    .orderBy('register.id')
    .executeTakeFirst();
  return row === undefined ? null : storedRegister(row);
}

/** Throws `not-found`. */
export async function loadRegister(db: Database, id: string): Promise<StoredRegister> {
  const row = await selectRegisters(db).where('register.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  return storedRegister(row);
}

/** The form of one revision. Throws `not-found`. */
export async function loadForm(db: Database, registerId: string, version: number): Promise<RegisterForm> {
  const row = await db
    .selectFrom('register_versions')
    .select(['definition_json', 'period', 'agency_id', 'node_id', 'totals_json'])
    .where('register_id', '=', registerId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: registerId });
  return formOf(row);
}

function selectRegisters(db: Database) {
  return db
    .selectFrom('registers as register')
    .innerJoin('register_versions as form', (join) =>
      join.onRef('form.register_id', '=', 'register.id').onRef('form.version', '=', 'register.version'),
    )
    .select(['register.id', 'register.slug', 'register.code', 'register.state', 'register.version'])
    .select(['register.approved_version', 'register.published_version'])
    .select(['form.definition_json', 'form.period', 'form.agency_id', 'form.node_id'])
    .select('form.totals_json');
}

type RegisterRow = Awaited<ReturnType<ReturnType<typeof selectRegisters>['executeTakeFirstOrThrow']>>;

function storedRegister(row: RegisterRow): StoredRegister {
  return {
    id: row.id,
    slug: row.slug,
    code: row.code,
    state: row.state,
    version: row.version,
    approvedVersion: row.approved_version,
    publishedVersion: row.published_version,
    ...formOf(row),
  };
}

function formOf(
  row: Pick<RegisterRow, 'definition_json' | 'period' | 'agency_id' | 'node_id' | 'totals_json'>,
): RegisterForm {
  return {
    definition: parseDefinition(JSON.parse(row.definition_json)),
    period: row.period,
    agencyId: row.agency_id,
    nodeId: row.node_id,
    totals: parseTotals(row.totals_json),
  };
}

/** Digest of what a revision's form puts into each published entry. */
export function formHash({ definition, agencyId, nodeId }: Omit<RegisterForm, 'period' | 'totals'>): string {
  return sha256Hex(canonicalJson({ definition, agencyId, nodeId }));
}
