// One record in full: its newest content for the editor, and the story of its versions.
import { AppError } from '#shared/errors/app-error.ts';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import type { CodeHistory } from '../http/hub-services.ts';
import type { Database } from '../store/tables.ts';
import { parseContent } from './stored-content.ts';

/** The newest versions shown in a record's story. */
const listedVersions = 200;

/** Throws `not-found`. */
export async function loadDetail(db: Database, id: string): Promise<RecordDetail> {
  const row = await db
    .selectFrom('records as record')
    .innerJoin('agencies as agency', 'agency.id', 'record.agency_id')
    .innerJoin('record_versions as newest', (join) =>
      join.onRef('newest.record_id', '=', 'record.id').onRef('newest.version', '=', 'record.version'),
    )
    .leftJoin('bodies as body', 'body.hash', 'newest.body_hash')
    .selectAll('record')
    .select(['agency.name as agency_name', 'newest.content_json', 'body.html'])
    .where('record.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  const content = parseContent(row.content_json);
  return {
    id,
    code: row.code,
    version: row.version,
    state: row.state,
    approvedVersion: row.approved_version,
    publishedVersion: row.published_version,
    content: {
      ...content,
      shown: content.shown ?? null,
      keywords: [...content.keywords],
      attachments: [...content.attachments],
      bodyHtml: row.html ?? '',
    },
    agencyName: row.agency_name,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    versions: await listVersions(db, id),
  };
}

function listVersions(db: Database, id: string): Promise<RecordDetail['versions']> {
  return db
    .selectFrom('record_versions')
    .select(['version', 'at', 'who', 'origin'])
    .where('record_id', '=', id)
    .orderBy('version', 'desc')
    .limit(listedVersions)
    .execute();
}

/** What became of the record with a hand-off code; null when no record ever had it. */
/** Longer chains of successors, and circles, are not followed to their end. */
const mostSuccessors = 20;

async function lastSuccessorCode(db: Database, recordId: string): Promise<string | null> {
  let code: string | null = null;
  let id = recordId;
  for (let step = 0; step < mostSuccessors; step += 1) {
    const next = await db
      .selectFrom('record_fates as fate')
      .innerJoin('records as successor', 'successor.id', 'fate.successor_id')
      .select(['successor.id', 'successor.code'])
      .where('fate.record_id', '=', id)
      .executeTakeFirst();
    if (next === undefined) break;
    ({ id, code } = next);
  }
  return code;
}

export async function loadCodeHistory(db: Database, code: string): Promise<CodeHistory | null> {
  const record = await db
    .selectFrom('records')
    .select(['id', 'withdrawn_at'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (record === undefined) return null;
  const versions = await listVersions(db, record.id);
  return {
    withdrawnAt: record.withdrawn_at,
    successorCode: await lastSuccessorCode(db, record.id),
    versions: versions.map(({ version, at }) => ({ version, at })),
  };
}
