// Writes records: the header row, the version behind it and its body, always together.
import type { Insertable } from 'kysely';
import type { Database, RecordTable, RecordVersionTable } from '../store/tables.ts';
import { recallReviews } from '../workflow/review-store.ts';
import { type Desk, instant } from './desk.ts';
import { identityKey, nameKey, numberKey } from './identity-keys.ts';
import { newCode } from './new-ids.ts';
import { canonicalJson, contentHash, type StoredContent, type VersionBody } from './stored-content.ts';

/** Who makes a version, and by what way. */
export interface Authorship {
  readonly who: string;
  readonly origin: RecordVersionTable['origin'];
  readonly batchId: string | null;
  /** Digest of the imported draft; null when an editor writes, which keeps what the last import left. */
  readonly importHash: string | null;
}

/** Stores a new record at version 1, as a draft, under an id kept for it or a new one. Call inside a transaction. */
export async function insertRecord(
  desk: Desk,
  content: StoredContent,
  body: VersionBody | null,
  by: Authorship,
  id = desk.newId('r'),
): Promise<string> {
  const at = instant(desk);
  await desk.db
    .insertInto('records')
    .values({
      id,
      code: await newCode(desk),
      ...headerColumns(content),
      state: 'draft',
      version: 1,
      approved_version: null,
      import_hash: by.importHash,
      created_at: at,
      updated_at: at,
      updated_by: by.who,
    })
    .execute();
  await insertVersion(desk.db, { id, version: 1, at }, content, body, by);
  return id;
}

/**
 * Stores the next version of a record; what is approved or published stays as it was, and what was in review of it is
 * recalled. Call inside a transaction.
 */
export async function addVersion(
  desk: Desk,
  record: { readonly id: string; readonly version: number },
  content: StoredContent,
  body: VersionBody | null,
  by: Authorship,
): Promise<number> {
  const version = record.version + 1;
  await recallReviews(desk, [record.id]);
  const at = instant(desk);
  await desk.db
    .updateTable('records')
    .set({
      ...headerColumns(content),
      version,
      updated_at: at,
      updated_by: by.who,
      ...(by.importHash === null ? {} : { import_hash: by.importHash }),
    })
    .where('id', '=', record.id)
    .execute();
  await insertVersion(desk.db, { id: record.id, version, at }, content, body, by);
  return version;
}

async function insertVersion(
  db: Database,
  record: { readonly id: string; readonly version: number; readonly at: string },
  content: StoredContent,
  body: VersionBody | null,
  by: Authorship,
): Promise<void> {
  if (body !== null && 'html' in body) {
    await db
      .insertInto('bodies')
      .values({ hash: body.hash, html: body.html, text: body.text })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }
  const bodyHash = body?.hash ?? null;
  await db
    .insertInto('record_versions')
    .values({
      record_id: record.id,
      version: record.version,
      agency_id: content.agencyId,
      content_json: canonicalJson(content),
      body_hash: bodyHash,
      content_hash: contentHash(content, bodyHash),
      at: record.at,
      who: by.who,
      origin: by.origin,
      batch_id: by.batchId,
    })
    .execute();
}

type HeaderColumns = Pick<
  Insertable<RecordTable>,
  | 'kind'
  | 'title'
  | 'title_key'
  | 'agency_id'
  | 'doc_no'
  | 'doc_key'
  | 'index_no'
  | 'index_key'
  | 'identity_key'
  | 'date'
  | 'sort_date'
  | 'year'
  | 'topic'
  | 'validity'
  | 'node_id'
  | 'matter_id'
>;

function headerColumns(content: StoredContent): HeaderColumns {
  return {
    kind: content.kind,
    title: content.title,
    title_key: nameKey(content.title),
    agency_id: content.agencyId,
    doc_no: content.docNo,
    doc_key: numberKey(content.docNo),
    index_no: content.indexNo,
    index_key: numberKey(content.indexNo),
    identity_key: identityKey(content),
    date: content.date,
    sort_date: content.date ?? '',
    year: content.date?.slice(0, 4) ?? null,
    topic: content.topic,
    validity: content.validity,
    node_id: content.nodeId,
    matter_id: content.matterId,
  };
}
