// The store as the release builder sees it: approved content going out, word of what is public coming back.
import { sql } from 'kysely';
import type { CatalogueRecord, PublishableRecord } from '#shared/catalogue/record.ts';
import { shownSpanOf } from '#shared/catalogue/shown-span.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { loadOwedDates } from '../deadlines/owed-dates.ts';
import { cutBodyParts } from '../ingest/sanitise-html.ts';
import type { ApprovedEntry, PublishSource, TouchedEntry } from '../publish/publish-source.ts';
import { publishedEntries } from '../registers/published-entries.ts';
import { isAnyFormChanged, publishedRegisters } from '../registers/published-registers.ts';
import { loadPublicFigures } from '../statistics/public-figures.ts';
import type { Database } from '../store/tables.ts';
import { listAgencies } from './agencies.ts';
import type { Desk } from './desk.ts';
import { isToldOf, markPublished } from './published-marks.ts';
import {
  type MarkedTable,
  markedTables,
  mergeOrdered,
  type PublishedTable,
  pagesById,
  runsByTable,
} from './published-table.ts';
import { withChanges } from './record-changes.ts';
import { parseContent, sha256Hex } from './stored-content.ts';
import { loadSynonyms } from './synonyms.ts';
import { listTree } from './tree.ts';
import { loadVenue } from './venue-service.ts';

/** Headers read at once. */
const headerBatch = 2000;
/** Touched records read at once; each is a parameter of a statement. */
const touchedBatch = 500;
/** Bodies held in memory at once. */
const bodyBatch = 64;

export function createPublishSource(desk: Desk): PublishSource {
  const tables: Readonly<Record<MarkedTable, PublishedTable>> = {
    records: {
      approved: () => approvedEntries(desk.db),
      touched: () => touchedEntries(desk.db),
      load: (ids) => loadApproved(desk, ids),
    },
    registers: publishedRegisters(desk.db),
    register_entries: publishedEntries(desk.db),
  };
  const all = Object.values(tables);
  return {
    venue: () => loadVenue(desk.db),
    agencies: () => listAgencies(desk.db),
    tree: () => listTree(desk.db),
    synonyms: () => loadSynonyms(desk.db),
    owedDates: () => loadOwedDates(desk),
    publicFigures: () => loadPublicFigures(desk),
    approved: () => mergeOrdered(all.map((table) => table.approved())),
    touchedSince: async (release) =>
      (await canTell(desk.db, release)) ? mergeOrdered(all.map((table) => table.touched())) : null,
    load: async function* load(ids) {
      for (const [table, run] of runsByTable(ids)) yield* tables[table].load(run);
    },
    attachmentPath: (sha256) => desk.attachments.pathOf(sha256),
    markPublished: (release, published, changes) => markPublished(desk, release, published, changes),
  };
}

/** What is approved has an approved version, and only that: asked for in this way, the order is that of an index. */
async function* approvedEntries(db: Database): AsyncGenerator<ApprovedEntry> {
  const pages = pagesById(headerBatch, (after) =>
    selectApproved(db).where('record.id', '>', after).orderBy('record.id').limit(headerBatch).execute(),
  );
  for await (const rows of pages) for (const row of rows) yield approvedEntry(row);
}

function selectApproved(db: Database) {
  return db
    .selectFrom('records as record')
    .innerJoin('record_versions as approved', (join) =>
      join
        .onRef('approved.record_id', '=', 'record.id')
        .onRef('approved.version', '=', 'record.approved_version'),
    )
    .innerJoin('agencies as agency', 'agency.id', 'approved.agency_id')
    .select(['record.id', 'approved.version', 'approved.content_hash', 'agency.name'])
    .where('record.approved_version', 'is not', null);
}

type ApprovedHeader = Awaited<ReturnType<ReturnType<typeof selectApproved>['execute']>>[number];

function approvedEntry({ id, version, content_hash, name }: ApprovedHeader): ApprovedEntry {
  return { id, version, contentHash: sha256Hex(`${content_hash}\n${version}\n${name}`) };
}

/**
 * A version never changes, so a record can differ from what is public only by its approved version, by the name of
 * its agency or by the form of its register. Marks tell the first; after the others everything has to be compared.
 */
async function canTell(db: Database, release: ReleaseManifest): Promise<boolean> {
  if (!(await isToldOf(db, release)) || (await isAnyAgencyRenamed(db, release))) return false;
  if (await isAnyFormChanged(db)) return false;
  let marked = 0;
  for (const table of markedTables) {
    const { count } = await db
      .selectFrom(table)
      .select((rows) => rows.fn.countAll<number>().as('count'))
      .where('published_version', 'is not', null)
      .executeTakeFirstOrThrow();
    marked += count;
  }
  return marked === release.records;
}

async function isAnyAgencyRenamed(db: Database, { agencies, publishedAt }: ReleaseManifest) {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const rows = await db.selectFrom('agencies').select(['id', 'name', 'created_at', 'renamed_at']).execute();
  return rows.some(({ id, name, created_at, renamed_at }) => {
    // Its clock may have been behind the release's: then the two names tell.
    const isRenamed = created_at < renamed_at && renamed_at >= publishedAt;
    return isRenamed || (names.get(id) ?? name) !== name;
  });
}

/** The records whose mark is not their approved version. */
async function* touchedEntries(db: Database): AsyncGenerator<TouchedEntry> {
  const pages = pagesById(touchedBatch, (after) =>
    db
      .selectFrom('records')
      .select('id')
      .where(sql<boolean>`published_version is not approved_version`)
      .where('id', '>', after)
      .orderBy('id')
      .limit(touchedBatch)
      .execute(),
  );
  for await (const rows of pages) {
    const ids = rows.map(({ id }) => id);
    const headers = ids.length === 0 ? [] : await selectApproved(db).where('record.id', 'in', ids).execute();
    const approved = new Map(headers.map((header) => [header.id, approvedEntry(header)]));
    for (const id of ids) yield { id, after: approved.get(id) ?? null };
  }
}

async function* loadApproved(desk: Desk, ids: readonly string[]): AsyncGenerator<PublishableRecord> {
  for (let from = 0; from < ids.length; from += bodyBatch) {
    const wanted = ids.slice(from, from + bodyBatch);
    const rows = await loadRows(desk.db, wanted);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const id of wanted) {
      const row = byId.get(id);
      if (row !== undefined) yield await withChanges(desk, publishable(row), row.replaced);
    }
  }
}

/** The version visitors could read before the approved one: the public one, until the approved one is public itself. */
const replacedBy = sql<
  number | null
>`case when record.published_version is record.approved_version then record.replaced_version else record.published_version end`;

type ApprovedRow = Awaited<ReturnType<typeof loadRows>>[number];

/** The agency is the one of the approved version, which may differ from the newest one's. */
function loadRows(db: Database, ids: readonly string[]) {
  return db
    .selectFrom('records as record')
    .innerJoin('record_versions as approved', (join) =>
      join
        .onRef('approved.record_id', '=', 'record.id')
        .onRef('approved.version', '=', 'record.approved_version'),
    )
    .innerJoin('agencies as agency', 'agency.id', 'approved.agency_id')
    .leftJoin('bodies as body', 'body.hash', 'approved.body_hash')
    .select(['record.id', 'record.code', 'approved.version', 'approved.content_json'])
    .select(['agency.name as agency_name', 'body.html', 'body.text'])
    .select(replacedBy.as('replaced'))
    .where('record.id', 'in', ids)
    .execute();
}

function publishable(row: ApprovedRow): PublishableRecord {
  const bodyParts = row.html === null ? [] : cutBodyParts(row.html);
  const bodyText = row.text ?? '';
  const { shown: planned, ...content } = parseContent(row.content_json);
  const shown = shownSpanOf({ shown: planned ?? null, details: content.details });
  const record: CatalogueRecord = {
    id: row.id,
    code: row.code,
    version: row.version,
    agencyName: row.agency_name,
    ...content,
    ...(shown === null ? {} : { shown }),
    body: bodyParts.length === 0 ? null : { parts: bodyParts.length, characters: bodyText.length },
  };
  return { record, bodyParts, bodyText };
}
