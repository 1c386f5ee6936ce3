// Registers as the release builder takes them: their views worked out of the approved rows, their table as the body.
import { sql } from 'kysely';
import type { CatalogueRecord, PublishableRecord } from '#shared/catalogue/record.ts';
import { mostTableRows, projectRegister, type StoredCells } from '#shared/registers/project-register.ts';
import {
  type RegisterDefinition,
  titleColumn,
  type ViewChoice,
} from '#shared/registers/register-definition.ts';
import { subItemsOf } from '#shared/registers/sub-items.ts';
import type { PublishedTable } from '../editorial/published-table.ts';
import { sha256Hex } from '../editorial/stored-content.ts';
import { cutBodyParts } from '../ingest/sanitise-html.ts';
import type { ApprovedEntry, TouchedEntry } from '../publish/publish-source.ts';
import type { Database } from '../store/tables.ts';
import { approvedCells, countApproved, type PlacedCells } from './ordered-cells.ts';
import { rowsOfPeriodBefore } from './periods.ts';
import { loadForm, type RegisterForm } from './stored-register.ts';
import { amongEntries } from './stored-totals.ts';

export function publishedRegisters(db: Database): PublishedTable {
  return {
    approved: () => approvedRegisters(db),
    touched: () => touchedRegisters(db),
    load: (ids) => loadRegisters(db, ids),
  };
}

/** Whether the form of a register changed since the release: then every entry of it has to be looked at. */
export async function isAnyFormChanged(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('registers as register')
    .innerJoin('register_versions as approved', (join) =>
      join
        .onRef('approved.register_id', '=', 'register.id')
        .onRef('approved.version', '=', 'register.approved_version'),
    )
    .innerJoin('register_versions as published', (join) =>
      join
        .onRef('published.register_id', '=', 'register.id')
        .onRef('published.version', '=', 'register.published_version'),
    )
    .select('register.id')
    .whereRef('approved.form_hash', '<>', 'published.form_hash')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function selectApproved(db: Database) {
  return db
    .selectFrom('registers as register')
    .innerJoin('register_versions as form', (join) =>
      join
        .onRef('form.register_id', '=', 'register.id')
        .onRef('form.version', '=', 'register.approved_version'),
    )
    .innerJoin('agencies as agency', 'agency.id', 'form.agency_id')
    .select(['register.id', 'register.code', 'form.version', 'form.form_hash'])
    .select(['form.at', 'form.agency_id', 'agency.name as agency_name']);
}

type ApprovedRow = Awaited<ReturnType<ReturnType<typeof selectApproved>['executeTakeFirstOrThrow']>>;

/** Every change of its rows gives a register a new version. */
function approvedEntry({ id, version, form_hash, agency_name }: ApprovedRow): ApprovedEntry {
  return { id, version, contentHash: sha256Hex(`${version}\n${form_hash}\n${agency_name}`) };
}

async function* approvedRegisters(db: Database): AsyncGenerator<ApprovedEntry> {
  for (const row of await selectApproved(db).orderBy('register.id').execute()) yield approvedEntry(row);
}

async function* touchedRegisters(db: Database): AsyncGenerator<TouchedEntry> {
  const rows = await db
    .selectFrom('registers')
    .select('id')
    .where(sql<boolean>`published_version is not approved_version`)
    .orderBy('id')
    .execute();
  for (const { id } of rows) {
    const approved = await selectApproved(db).where('register.id', '=', id).executeTakeFirst();
    yield { id, after: approved === undefined ? null : approvedEntry(approved) };
  }
}

async function* loadRegisters(db: Database, ids: readonly string[]): AsyncGenerator<PublishableRecord> {
  for (const id of ids) {
    const row = await selectApproved(db).where('register.id', '=', id).executeTakeFirst();
    if (row !== undefined) yield await publishable(db, row);
  }
}

async function publishable(db: Database, row: ApprovedRow): Promise<PublishableRecord> {
  const form = await loadForm(db, row.id, row.version);
  const { period, nodeId } = form;
  const definition = withoutPassing(form.definition);
  const entries = await countApproved(db, row.id);
  const projected = projectRegister(definition, {
    period,
    entries,
    rows: await figureRows(db, row.id, { ...form, definition }, entries),
    previous: await rowsOfPeriodBefore(db, row.id, { version: row.version, period }),
  });
  const subItems = subItemsOf(definition, entries > mostTableRows ? [] : await shortRows(db, row.id));
  const bodyParts = projected.tableHtml === '' ? [] : cutBodyParts(projected.tableHtml);
  const bodyText = projected.tableText;
  const record: CatalogueRecord = {
    id: row.id,
    code: row.code,
    version: row.version,
    kind: 'register',
    title: definition.title,
    agencyId: row.agency_id,
    agencyName: row.agency_name,
    docNo: null,
    indexNo: null,
    date: row.at.slice(0, 10),
    publishedOn: null,
    topic: null,
    genre: null,
    nodeId,
    matterId: null,
    summary: definition.summary,
    keywords: [],
    validity: 'unknown',
    expiresOn: null,
    details: subItems?.length ? { ...projected.details, subItems } : projected.details,
    attachments: [],
    body: bodyParts.length === 0 ? null : { parts: bodyParts.length, characters: bodyText.length },
  };
  return { record, bodyParts, bodyText };
}

/**
 * Entries that are shown for a time only must not outlive it in a table, a ranking or a chart that names them:
 * such a register is looked up, and counted by what does not name anybody.
 */
function withoutPassing(definition: RegisterDefinition): RegisterDefinition {
  const passes = definition.columns.some(
    ({ roles }) => roles.includes('shown-from') || roles.includes('shown-until'),
  );
  if (!passes) return definition;
  const naming = new Set(
    definition.columns
      .filter(({ type, roles }) => type !== 'choice' || roles.includes('title') || roles.includes('identity'))
      .map(({ key }) => key),
  );
  const staysTrue = (view: ViewChoice): boolean =>
    view.view === 'look-up' ||
    (view.view === 'chart' && view.values.length === 0 && !naming.has(view.category));
  const views = definition.views.filter(staysTrue);
  return { ...definition, views: views.length === 0 ? [{ view: 'look-up' }] : views };
}

/** The rows figures are worked out of; of a long register only the cells its views draw on. */
async function figureRows(
  db: Database,
  registerId: string,
  { definition, totals }: RegisterForm,
  entries: number,
): Promise<readonly StoredCells[]> {
  const { views } = definition;
  if (views.every(({ view }) => view === 'look-up')) return [];
  const isLong = entries > mostTableRows;
  if (isLong && views.every(({ view }) => view === 'look-up' || view === 'table')) return [];
  const keys = isLong ? drawnKeys(definition) : null;
  const rows: StoredCells[] = [];
  // Totals stand in a table people read; figures of a long register are drawn from its entries alone.
  for await (const cells of amongEntries(approvedCells(db, registerId), isLong ? [] : totals))
    rows.push(keys === null ? cells : pick(cells, keys));
  return rows;
}

async function shortRows(db: Database, registerId: string): Promise<readonly PlacedCells[]> {
  const rows: PlacedCells[] = [];
  for await (const row of approvedCells(db, registerId)) rows.push(row);
  return rows;
}

function drawnKeys(definition: RegisterDefinition): readonly string[] {
  const keys = definition.views.flatMap((view) => {
    if (view.view === 'ranking') return [view.value];
    return view.view === 'chart' ? [view.category, ...view.values] : [];
  });
  return [...new Set([titleColumn(definition).key, ...keys])];
}

function pick(cells: StoredCells, keys: readonly string[]): StoredCells {
  return Object.fromEntries(keys.flatMap((key) => (cells[key] === undefined ? [] : [[key, cells[key]]])));
}
