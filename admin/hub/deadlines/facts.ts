// What deadlines rest on: the facts of records and of the matters they hang on, read from the store.
import { sql } from 'kysely';
import * as z from 'zod';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import type { Database } from '../store/tables.ts';

/** One record as it stands now. */
export type RecordFacts = Awaited<ReturnType<typeof loadRecordFacts>>[number];

/** The public version says until when it holds; the newest says what is waiting. */
export function loadRecordFacts(db: Database, ids: readonly string[]) {
  const content = (path: string) => sql<string | null>`json_extract(version.content_json, ${path})`;
  return db
    .selectFrom('records as record')
    .leftJoin('record_versions as version', (join) =>
      join
        .onRef('version.record_id', '=', 'record.id')
        .on('version.version', '=', sql`coalesce(record.approved_version, record.version)`),
    )
    .leftJoin('bodies as body', 'body.hash', 'version.body_hash')
    .select(['record.id', 'record.kind', 'record.title', 'record.title_key', 'record.doc_key', 'record.date'])
    .select([
      'record.agency_id as agencyId',
      'record.matter_id as matterId',
      'record.validity',
      'record.state',
    ])
    .select(['record.version', 'record.published_version as publishedVersion'])
    .select(['record.approved_version as approvedVersion'])
    .select(['record.created_at as createdAt', 'record.updated_at as updatedAt', 'version.at as writtenAt'])
    .select(content('$.publishedOn').as('publishedOn'))
    .select(content('$.expiresOn').as('expiresOn'))
    .select(content('$.details.phone').as('phone'))
    .select(content('$.details.address').as('address'))
    .select(content('$.details.section').as('section'))
    .select(sql<string | null>`case when instr(body.text, '废止') > 0 then body.text end`.as('repealingText'))
    .where('record.id', 'in', ids)
    .execute();
}

const storedMatter = z.object({
  deadline: z
    .custom<DeadlineRule>((rule) => typeof rule === 'object' && rule !== null && 'type' in rule)
    .nullable(),
  responsible: z.string().nullish(),
  responsiblePerson: z.string().nullish(),
});

export interface MatterFacts {
  readonly id: string;
  readonly title: string;
  readonly agencyId: string;
  readonly createdAt: string;
  /** Approved: what only a draft asks for is not owed. */
  readonly isInForce: boolean;
  readonly rule: DeadlineRule | null;
  /** 责任人, else the office; empty when neither is known. */
  readonly person: string;
}

/** Matters by id; ids of other records are passed over. */
export async function loadMatters(db: Database, ids: readonly string[]): Promise<Map<string, MatterFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('records as record')
    .leftJoin('record_versions as version', (join) =>
      join
        .onRef('version.record_id', '=', 'record.id')
        .on('version.version', '=', sql`coalesce(record.approved_version, record.version)`),
    )
    .select(['record.id', 'record.title', 'record.agency_id', 'record.created_at', 'record.state'])
    .select(sql<string | null>`json_extract(version.content_json, '$.details')`.as('details'))
    .where('record.id', 'in', ids)
    .where('record.kind', '=', 'matter')
    .execute();
  return new Map(
    rows.map((row) => {
      const details = storedMatter.safeParse(JSON.parse(row.details ?? 'null')).data;
      const facts: MatterFacts = {
        id: row.id,
        title: row.title,
        agencyId: row.agency_id,
        createdAt: row.created_at,
        isInForce: row.state === 'approved',
        rule: details?.deadline ?? null,
        person: details?.responsiblePerson || details?.responsible || '',
      };
      return [row.id, facts];
    }),
  );
}

/** Reports looked at: the newest decide. */
const newestReports = 80;

/** What fulfils a matter, newest first: all that is public, or all that the next release will carry. */
export function loadReports(db: Database, matterId: string, which: 'public' | 'approved') {
  return db
    .selectFrom('records')
    .select(['id', 'title', 'date', 'approved_at as approvedAt', 'agency_id as agencyId'])
    .where('matter_id', '=', matterId)
    .where(which === 'public' ? 'published_version' : 'approved_version', 'is not', null)
    .where('state', '=', 'approved')
    .where('kind', '<>', 'matter')
    .orderBy('sort_date', 'desc')
    .limit(newestReports)
    .execute();
}

export type Report = Awaited<ReturnType<typeof loadReports>>[number];
