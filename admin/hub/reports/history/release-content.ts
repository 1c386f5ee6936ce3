// What a release carried, told from the changes each release brought, also when its files are long gone.
import { sql } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import type { ReleaseRecords } from '#shared/protocol/history-api.ts';
import type { Database } from '../../store/tables.ts';

type ReleaseFacts = ReleaseRecords['release'];

/** Null for a release the store was never told of. */
export async function loadRelease(db: Database, version: number): Promise<ReleaseFacts | null> {
  const row = await db.selectFrom('releases').selectAll().where('version', '=', version).executeTakeFirst();
  if (row === undefined) return null;
  return { version, publishedAt: row.published_at, note: row.note, who: row.who, records: row.records };
}

/** Whether every change up to this release was noted. */
export async function isListKnown(db: Database, version: number): Promise<boolean> {
  const start = await db.selectFrom('publication_start').select('since_release').executeTakeFirst();
  return start !== undefined && version >= start.since_release;
}

interface ContentQuery {
  readonly q?: string | undefined;
  /** The id after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Records and registers by id, a page at a time. Throws `not-found` for an unknown release. */
export async function releaseRecords(
  db: Database,
  version: number,
  query: ContentQuery,
): Promise<ReleaseRecords> {
  const release = await loadRelease(db, version);
  if (release === null) throw new AppError('not-found', { what: String(version) });
  const records = await loadPage(db, version, query);
  const isMore = records.length > query.limit;
  const page = records.slice(0, query.limit);
  const next = isMore ? (page.at(-1)?.id ?? null) : null;
  return { release, isListKnown: await isListKnown(db, version), records: page, next };
}

/** One row more than asked for, so that it is known whether there are more. */
async function loadPage(db: Database, version: number, { q, after, limit }: ContentQuery) {
  const pattern = `%${(q ?? '').trim().replace(/[\\%_]/gu, '\\$&')}%`;
  const { rows } = await sql<ReleaseRecords['records'][number]>`
    select * from (
      select event.item_id as id, coalesce(record.code, register.code) as code, event.version,
        coalesce(record.kind, 'register') as kind,
        coalesce(json_extract(content.content_json, '$.title'), record.title, register.title) as title,
        agency.name as agencyName, event.release_version as sinceRelease
      from publications as event
        left join records as record on record.id = event.item_id
        left join record_versions as content
          on content.record_id = event.item_id and content.version = event.version
        left join registers as register on register.id = event.item_id
        join agencies as agency
          on agency.id = coalesce(content.agency_id, record.agency_id, register.agency_id)
      where event.item_id > ${after ?? ''} and event.version is not null
        and event.release_version = (select max(newest.release_version) from publications as newest
          where newest.item_id = event.item_id and newest.release_version <= ${version}))
    where title like ${pattern} escape '\\'
    order by id limit ${limit + 1}`.execute(db);
  return rows;
}
