// The list staff work in: filtered, sorted and paged by key, so that page 1,000 costs what page 1 costs.
import { sql } from 'kysely';
import * as z from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import type { RecordList, RecordListQuery } from '#shared/protocol/hub-api.ts';
import type { Database } from '../store/tables.ts';
import { nameKey, numberKey } from './identity-keys.ts';

const sortColumns = { updated: 'updated_at', date: 'sort_date', title: 'title' } as const;

/** Literals rather than parameters, so that the partial index on changed records serves. */
const isChanged = sql<boolean>`record.state = 'approved' and record.version <> record.approved_version`;
const isAwaiting = sql<boolean>`(record.state = 'draft' or (record.state = 'approved' and record.version <> record.approved_version))`;

/** Where a page ends: the sort it belongs to, the last row's value in it, and its id. */
const cursorSchema = z.tuple([z.string(), z.string(), z.string()]);

/** One page of records and the number there are in all. Throws `store.bad-cursor`. */
export async function listRecords(db: Database, query: RecordListQuery): Promise<RecordList> {
  const { total } = await filtered(db, query)
    .select((table) => table.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await pageOf(db, query);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const reviews = await loadReviews(db, page);
  return {
    total,
    records: page.map(({ published_version, sort_value: _sort, ...row }) => ({
      ...row,
      isPublished: published_version !== null,
      review: reviews.get(row.id) ?? null,
    })),
    next:
      rows.length > query.limit && last !== undefined ? writeCursor(query, last.sort_value, last.id) : null,
  };
}

function pageOf(db: Database, query: RecordListQuery) {
  const column = sortColumns[query.sort];
  let page = filtered(db, query)
    // Not joined: the planner would rather begin with the agencies than go through the records in their order.
    .select(sql<string>`(select name from agencies where agencies.id = record.agency_id)`.as('agencyName'))
    .select([
      'record.id',
      'record.code',
      'record.kind',
      'record.title',
      'record.agency_id as agencyId',
      'record.doc_no as docNo',
      'record.index_no as indexNo',
      'record.date',
      'record.topic',
      'record.validity',
      'record.state',
      'record.version',
      'record.approved_version as approvedVersion',
      'record.published_version',
      'record.updated_at as updatedAt',
      `record.${column} as sort_value`,
    ])
    .orderBy(`record.${column}`, query.order)
    .orderBy('record.id', query.order)
    .limit(query.limit + 1);
  if (query.cursor !== undefined) {
    const [value, id] = readCursor(query);
    const after = sql.raw(query.order === 'desc' ? '<' : '>');
    const key = sql.ref(`record.${column}`);
    page = page.where(sql<boolean>`(${key}, ${sql.ref('record.id')}) ${after} (${value}, ${id})`);
  }
  return page.execute();
}

/** The newest review of each of these versions: how far they are on their way to the public. */
async function loadReviews(db: Database, page: readonly { readonly id: string; readonly version: number }[]) {
  if (page.length === 0) return new Map<string, never>();
  const rows = await db
    .selectFrom('reviews')
    .select(['record_id', 'version', 'state', 'step'])
    .where(
      'record_id',
      'in',
      page.map(({ id }) => id),
    )
    .orderBy('id')
    .execute();
  const versions = new Map(page.map(({ id, version }) => [id, version]));
  const current = rows.filter(({ record_id, version }) => versions.get(record_id) === version);
  return new Map(current.map(({ record_id, state, step }) => [record_id, { state, step }]));
}

function filtered(db: Database, query: RecordListQuery) {
  let records = db.selectFrom('records as record');
  if (query.kind !== undefined) records = records.where('record.kind', '=', query.kind);
  if (query.agencyId !== undefined) records = records.where('record.agency_id', '=', query.agencyId);
  if (query.topic !== undefined) records = records.where('record.topic', '=', query.topic);
  if (query.year !== undefined) records = records.where('record.year', '=', query.year);
  if (query.state === 'changed') records = records.where(isChanged);
  else if (query.state === 'awaiting') records = records.where(isAwaiting);
  else if (query.state !== undefined) records = records.where('record.state', '=', query.state);
  if (query.q === undefined || nameKey(query.q) === '') return records;
  const words = [{ column: 'record.title_key', pattern: containing(nameKey(query.q)) }];
  const number = numberKey(query.q);
  if (number !== null) {
    const pattern = containing(number);
    words.push({ column: 'record.doc_key', pattern }, { column: 'record.index_key', pattern });
  }
  return records.where((where) =>
    where.or(
      words.map(({ column, pattern }) => sql<boolean>`${sql.ref(column)} like ${pattern} escape '\\'`),
    ),
  );
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (symbol) => `\\${symbol}`)}%`;
}

function writeCursor(query: RecordListQuery, value: string, id: string): string {
  return Buffer.from(JSON.stringify([`${query.sort} ${query.order}`, value, id])).toString('base64url');
}

function readCursor(query: RecordListQuery): readonly [value: string, id: string] {
  try {
    const json: unknown = JSON.parse(Buffer.from(query.cursor ?? '', 'base64url').toString('utf8'));
    const [sort, value, id] = cursorSchema.parse(json);
    if (sort === `${query.sort} ${query.order}`) return [value, id];
  } catch (error) {
    throw new AppError('store.bad-cursor', {}, { cause: error });
  }
  throw new AppError('store.bad-cursor');
}
