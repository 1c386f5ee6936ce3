// One version of a record as it was stored, whether or not newer ones came after it.
import { AppError } from '#shared/errors/app-error.ts';
import type { RecordVersion } from '#shared/protocol/versions-api.ts';
import type { Database } from '../store/tables.ts';
import { parseContent } from './stored-content.ts';

/** Throws `not-found`. */
export async function loadRecordVersion(db: Database, id: string, version: number): Promise<RecordVersion> {
  const row = await db
    .selectFrom('record_versions as version')
    .leftJoin('bodies as body', 'body.hash', 'version.body_hash')
    .select(['version.at', 'version.who', 'version.content_json', 'body.html', 'body.text'])
    .where('version.record_id', '=', id)
    .where('version.version', '=', version)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: `${id} ${version}` });
  const content = parseContent(row.content_json);
  const agency = await db
    .selectFrom('agencies')
    .select('name')
    .where('id', '=', content.agencyId)
    .executeTakeFirst();
  return {
    version,
    at: row.at,
    who: row.who,
    agencyName: agency?.name ?? '',
    content: {
      ...content,
      shown: content.shown ?? null,
      keywords: [...content.keywords],
      attachments: [...content.attachments],
      bodyHtml: row.html ?? '',
    },
    text: row.text ?? '',
  };
}
