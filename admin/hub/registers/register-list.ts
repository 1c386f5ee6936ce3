// Registers as staff see them in their list: whose, how many entries, what waits for approval.
import { sql } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import type { RegisterDetail, RegisterSummary } from '#shared/protocol/registers-api.ts';
import type { Database } from '../store/tables.ts';

/** Newest change first. */
export async function listRegisters(db: Database): Promise<RegisterSummary[]> {
  const rows = await selectRegisters(db)
    .orderBy('register.updated_at', 'desc')
    .orderBy('register.id')
    .execute();
  const counts = await countEntries(db);
  return rows.map((row) => summaryOf(row, counts.get(row.id)));
}

/** Throws `not-found`. */
export async function registerDetail(db: Database, id: string): Promise<RegisterDetail> {
  const row = await selectRegisters(db).where('register.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  const counts = await countEntries(db, id);
  return { ...summaryOf(row, counts.get(id)), definition: JSON.parse(row.definition_json) };
}

function selectRegisters(db: Database) {
  return db
    .selectFrom('registers as register')
    .innerJoin('register_versions as form', (join) =>
      join.onRef('form.register_id', '=', 'register.id').onRef('form.version', '=', 'register.version'),
    )
    .innerJoin('agencies as agency', 'agency.id', 'register.agency_id')
    .select(['register.id', 'register.slug', 'register.code', 'register.title', 'register.template'])
    .select(['register.agency_id', 'register.node_id', 'register.state', 'register.version'])
    .select(['register.approved_version', 'register.published_version', 'register.updated_at'])
    .select(['register.updated_by', 'form.period', 'form.definition_json', 'agency.name as agency_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRegisters>['executeTakeFirstOrThrow']>>;

interface Counts {
  readonly entries: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

async function countEntries(db: Database, id?: string): Promise<ReadonlyMap<string, Counts>> {
  let query = db
    .selectFrom('register_entries')
    .select(['register_id', sql<number>`count(current_version)`.as('entries')])
    .select(sql<number>`sum(approved_version is null and current_version is not null)`.as('added'))
    .select(sql<number>`sum(approved_version is not null and current_version is null)`.as('removed'))
    .select(sql<number>`coalesce(sum(approved_version <> current_version), 0)`.as('changed'))
    .groupBy('register_id');
  if (id !== undefined) query = query.where('register_id', '=', id);
  return new Map((await query.execute()).map((row) => [row.register_id, row]));
}

function summaryOf(row: Row, counts: Counts | undefined): RegisterSummary {
  const { entries, added, changed, removed } = counts ?? { entries: 0, added: 0, changed: 0, removed: 0 };
  const { updateRule } = JSON.parse(row.definition_json) as { readonly updateRule: string | null };
  return {
    id: row.id,
    slug: row.slug,
    code: row.code,
    title: row.title,
    template: row.template,
    period: row.period,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    nodeId: row.node_id,
    state: row.state,
    version: row.version,
    approvedVersion: row.approved_version,
    publishedVersion: row.published_version,
    entries,
    waiting: { added, changed, removed },
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    updateRule,
  };
}
