// The store as the release builder sees it: approved content going out, word of what is public coming back.
import type { CatalogueRecord, PublishableRecord } from '#shared/catalogue/record.ts';
import { cutBodyParts } from '../ingest/sanitise-html.ts';
import type { ApprovedEntry, PublishedRelease, PublishSource } from '../publish/publish-source.ts';
import type { Database } from '../store/tables.ts';
import { listAgencies } from './agencies.ts';
import { recordAudit } from './audit.ts';
import { type Desk, withTransaction } from './desk.ts';
import { parseContent, sha256Hex } from './stored-content.ts';
import { loadSynonyms } from './synonyms.ts';
import { listTree } from './tree.ts';
import { loadVenue } from './venue-service.ts';

/** Headers read at once. */
const headerBatch = 2000;
/** Bodies held in memory at once. */
const bodyBatch = 50;
/** Marks written in one transaction. */
const markBatch = 500;

export function createPublishSource(desk: Desk): PublishSource {
  return {
    venue: () => loadVenue(desk.db),
    agencies: () => listAgencies(desk.db),
    tree: () => listTree(desk.db),
    synonyms: () => loadSynonyms(desk.db),
    approved: () => approvedEntries(desk.db),
    load: (ids) => loadApproved(desk.db, ids),
    attachmentPath: (sha256) => desk.attachments.pathOf(sha256),
    markPublished: (release, published) => markPublished(desk, release, published),
  };
}

async function* approvedEntries(db: Database): AsyncGenerator<ApprovedEntry> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('records as record')
      .innerJoin('record_versions as approved', (join) =>
        join
          .onRef('approved.record_id', '=', 'record.id')
          .onRef('approved.version', '=', 'record.approved_version'),
      )
      .innerJoin('agencies as agency', 'agency.id', 'approved.agency_id')
      .select(['record.id', 'approved.version', 'approved.content_hash', 'agency.name'])
      .where('record.id', '>', after)
      .where('record.state', '=', 'approved')
      .orderBy('record.id')
      .limit(headerBatch)
      .execute();
    for (const { id, version, content_hash, name } of rows) {
      yield { id, version, contentHash: sha256Hex(`${content_hash}\n${version}\n${name}`) };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < headerBatch) return;
    after = last.id;
  }
}

async function* loadApproved(db: Database, ids: readonly string[]): AsyncGenerator<PublishableRecord> {
  for (let from = 0; from < ids.length; from += bodyBatch) {
    const wanted = ids.slice(from, from + bodyBatch);
    const rows = await loadRows(db, wanted);
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const id of wanted) {
      const row = byId.get(id);
      if (row !== undefined) yield publishable(row);
    }
  }
}

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
    .where('record.id', 'in', ids)
    .where('record.state', '=', 'approved')
    .execute();
}

function publishable(row: ApprovedRow): PublishableRecord {
  const bodyParts = row.html === null ? [] : cutBodyParts(row.html);
  const bodyText = row.text ?? '';
  const record: CatalogueRecord = {
    id: row.id,
    code: row.code,
    version: row.version,
    agencyName: row.agency_name,
    ...parseContent(row.content_json),
    body: bodyParts.length === 0 ? null : { parts: bodyParts.length, characters: bodyText.length },
  };
  return { record, bodyParts, bodyText };
}

/** Batches are idempotent and the release's own row comes last, so a call cut short is simply repeated. */
async function markPublished(
  desk: Desk,
  release: PublishedRelease,
  published: AsyncIterable<{ readonly id: string; readonly version: number }>,
): Promise<void> {
  const isPublic = new Set<string>();
  let batch: { readonly id: string; readonly version: number }[] = [];
  for await (const entry of published) {
    isPublic.add(entry.id);
    batch.push(entry);
    if (batch.length < markBatch) continue;
    await markBatchPublished(desk, batch);
    batch = [];
  }
  await markBatchPublished(desk, batch);
  await unmarkOthers(desk, isPublic);
  await noteRelease(desk, release);
}

async function markBatchPublished(
  desk: Desk,
  batch: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  if (batch.length === 0) return;
  await withTransaction(desk, async ({ db }) => {
    const ids = batch.map((entry) => entry.id);
    const rows = await db
      .selectFrom('records')
      .select(['id', 'published_version'])
      .where('id', 'in', ids)
      .execute();
    const marked = new Map(rows.map((row) => [row.id, row.published_version]));
    for (const { id, version } of batch) {
      if (marked.get(id) === version) continue;
      await db.updateTable('records').set({ published_version: version }).where('id', '=', id).execute();
    }
  });
}

async function unmarkOthers(desk: Desk, isPublic: ReadonlySet<string>): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await desk.db
      .selectFrom('records')
      .select('id')
      .where('published_version', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(headerBatch)
      .execute();
    const gone = rows.map((row) => row.id).filter((id) => !isPublic.has(id));
    for (let from = 0; from < gone.length; from += markBatch) {
      const part = gone.slice(from, from + markBatch);
      await desk.db.updateTable('records').set({ published_version: null }).where('id', 'in', part).execute();
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < headerBatch) return;
    after = last.id;
  }
}

function noteRelease(desk: Desk, release: PublishedRelease): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const { version, note, who, records, bytes } = release;
    const result = await inside.db
      .insertInto('releases')
      .values({
        version,
        published_at: release.publishedAt,
        note,
        who,
        records,
        bytes,
        new_bytes: release.newBytes,
      })
      .onConflict((conflict) => conflict.column('version').doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows === 0n) return;
    await recordAudit(inside, {
      who,
      action: 'release.publish',
      subject: String(version),
      details: { note, records, bytes },
    });
  });
}
