// Tells what changed in a record since the version visitors could read before, as a file that goes with it.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { changesFileName, changesMediaType, compareVersions } from '#shared/changes/changes-file.ts';
import { recordLines } from '#shared/changes/record-lines.ts';
import type { Desk } from './desk.ts';
import { parseContent } from './stored-content.ts';

/** Texts longer than this are not compared: the publish of thousands of records would stand still for one. */
const longestText = 1_000_000;

/**
 * The record with the changes since version `replaced` among its attachments, or as it is when there was none or
 * nothing a visitor would see is different. The same versions always give the same bytes.
 */
export async function withChanges(
  desk: Desk,
  publishable: PublishableRecord,
  replaced: number | null,
): Promise<PublishableRecord> {
  const { record, bodyText } = publishable;
  if (replaced === null || replaced === record.version || bodyText.length > longestText) return publishable;
  const old = await loadVersion(desk, record.id, replaced);
  if (old === null || (old.text?.length ?? 0) > longestText) return publishable;
  const content = parseContent(old.content_json);
  const changes = compareVersions(
    {
      version: replaced,
      date: content.publishedOn ?? content.date,
      lines: recordLines(content, old.text ?? ''),
    },
    {
      version: record.version,
      date: record.publishedOn ?? record.date,
      lines: recordLines(record, bodyText),
    },
  );
  if (changes === null) return publishable;
  const bytes = new TextEncoder().encode(JSON.stringify(changes));
  const sha256 = await desk.attachments.put(bytes);
  const file = { sha256, name: changesFileName, mediaType: changesMediaType, bytes: bytes.length };
  return { ...publishable, record: { ...record, attachments: [...record.attachments, file] } };
}

async function loadVersion({ db }: Desk, id: string, version: number) {
  const row = await db
    .selectFrom('record_versions as version')
    .leftJoin('bodies as body', 'body.hash', 'version.body_hash')
    .select(['version.content_json', 'body.text'])
    .where('version.record_id', '=', id)
    .where('version.version', '=', version)
    .executeTakeFirst();
  return row ?? null;
}
