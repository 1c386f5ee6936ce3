// Rows of registers as the release builder takes them: approved, masked, in the form of their register.
import { sql } from 'kysely';
import type { CatalogueRecord, PublishableRecord } from '#shared/catalogue/record.ts';
import { projectEntry } from '#shared/registers/project-register.ts';
import { parseDefinition, type RegisterDefinition } from '#shared/registers/register-definition.ts';
import { type PublishedTable, pagesById } from '../editorial/published-table.ts';
import { sha256Hex } from '../editorial/stored-content.ts';
import type { ApprovedEntry } from '../publish/publish-source.ts';
import type { Database } from '../store/tables.ts';
import { parseCells } from './entry-store.ts';

const headersAtOnce = 2000;
const touchedAtOnce = 500;

export function publishedEntries(db: Database): PublishedTable {
  return {
    approved: () => approvedEntries(db),
    touched: () => touchedEntries(db),
    load: (ids) => loadEntries(db, ids),
  };
}

async function* approvedEntries(db: Database): AsyncGenerator<ApprovedEntry> {
  const digests = await formDigests(db);
  const pages = pagesById(headersAtOnce, (after) =>
    selectMarks(db, after, headersAtOnce).where('approved_version', 'is not', null).execute(),
  );
  for await (const rows of pages) {
    for (const row of rows) {
      const entry = approvedEntry(row, digests);
      if (entry !== null) yield entry;
    }
  }
}

async function* touchedEntries(db: Database) {
  const digests = await formDigests(db);
  const isTouched = sql<boolean>`published_version is not approved_version`;
  const pages = pagesById(touchedAtOnce, (after) =>
    selectMarks(db, after, touchedAtOnce).where(isTouched).execute(),
  );
  for await (const rows of pages) {
    for (const row of rows) yield { id: row.id, after: approvedEntry(row, digests) };
  }
}

function selectMarks(db: Database, after: string, most: number) {
  return db
    .selectFrom('register_entries')
    .select(['id', 'register_id', 'approved_version'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most);
}

interface EntryMark {
  readonly id: string;
  readonly register_id: string;
  readonly approved_version: number | null;
}

type FormDigests = ReadonlyMap<string, (version: number) => string>;

/** A version never changes its cells, so its number, the form of the register and the agency's name tell all. */
function approvedEntry(
  { id, register_id, approved_version }: EntryMark,
  digests: FormDigests,
): ApprovedEntry | null {
  const digest = digests.get(register_id);
  if (approved_version === null || digest === undefined) return null;
  return { id, version: approved_version, contentHash: digest(approved_version) };
}

/** One digest a version and register: most entries of a register share it. */
async function formDigests(db: Database): Promise<FormDigests> {
  const rows = await selectApprovedForms(db).execute();
  return new Map(
    rows.map(({ register_id, form_hash, agency_name }) => {
      const known = new Map<number, string>();
      const digest = (version: number): string => {
        const kept = known.get(version) ?? sha256Hex(`${version}\n${form_hash}\n${agency_name}`);
        known.set(version, kept);
        return kept;
      };
      return [register_id, digest];
    }),
  );
}

/** The approved form of every public register. */
function selectApprovedForms(db: Database) {
  return db
    .selectFrom('registers as register')
    .innerJoin('register_versions as form', (join) =>
      join
        .onRef('form.register_id', '=', 'register.id')
        .onRef('form.version', '=', 'register.approved_version'),
    )
    .innerJoin('agencies as agency', 'agency.id', 'form.agency_id')
    .select(['form.register_id', 'form.form_hash', 'form.definition_json'])
    .select(['form.agency_id', 'form.node_id', 'agency.name as agency_name']);
}

type FormRow = Awaited<ReturnType<ReturnType<typeof selectApprovedForms>['executeTakeFirstOrThrow']>>;
type LoadedForm = FormRow & { readonly definition: RegisterDefinition };

async function* loadEntries(db: Database, ids: readonly string[]): AsyncGenerator<PublishableRecord> {
  const rows = await db
    .selectFrom('register_entries as entry')
    .innerJoin('register_entry_versions as approved', (join) =>
      join
        .onRef('approved.entry_id', '=', 'entry.id')
        .onRef('approved.version', '=', 'entry.approved_version'),
    )
    .select(['entry.id', 'entry.code', 'entry.register_id', 'approved.version', 'approved.cells_json'])
    .where('entry.id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const forms = await loadForms(db, new Set(rows.map(({ register_id }) => register_id)));
  for (const id of ids) {
    const row = byId.get(id);
    const form = row === undefined ? undefined : forms.get(row.register_id);
    if (row !== undefined && form !== undefined) yield publishable(row, form);
  }
}

async function loadForms(
  db: Database,
  registerIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, LoadedForm>> {
  if (registerIds.size === 0) return new Map();
  const rows = await selectApprovedForms(db)
    .where('register.id', 'in', [...registerIds])
    .execute();
  return new Map(
    rows.map((row) => [row.register_id, { ...row, definition: definitionOf(row.definition_json) }]),
  );
}

/** Batches of one register come one after another: its definition is parsed once. */
let lastDefinition: { readonly json: string; readonly definition: RegisterDefinition } | null = null;

function definitionOf(json: string): RegisterDefinition {
  if (lastDefinition?.json === json) return lastDefinition.definition;
  const definition = parseDefinition(JSON.parse(json));
  lastDefinition = { json, definition };
  return definition;
}

function publishable(
  row: { readonly id: string; readonly code: string; readonly version: number; readonly cells_json: string },
  form: LoadedForm,
): PublishableRecord {
  const { definition } = form;
  const { shown, cells, facets, ...header } = projectEntry(definition, parseCells(row.cells_json));
  const record: CatalogueRecord = {
    id: row.id,
    code: row.code,
    version: row.version,
    kind: 'entry',
    ...header,
    agencyId: form.agency_id,
    agencyName: form.agency_name,
    publishedOn: null,
    topic: null,
    genre: null,
    nodeId: form.node_id,
    matterId: null,
    keywords: [],
    validity: 'unknown',
    expiresOn: null,
    ...(shown === null ? {} : { shown }),
    details: { type: 'entry', registerId: form.register_id, registerTitle: definition.title, cells, facets },
    attachments: [],
    body: null,
  };
  return { record, bodyParts: [], bodyText: '' };
}
