// The list pages by key: every record once, in order, whatever the sort, and by an index.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { listRecords } from '#hub/editorial/record-list.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { type RecordListQuery, recordListQuerySchema } from '#shared/protocol/hub-api.ts';
import { agencyInput, clerk, documentInput, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeAll(async () => {
  temp = await openTempDesk();
  const records = createRecordService(temp.desk);
  const { id } = await createAgency(temp.desk, agencyInput('民政局'), clerk);
  for (let number = 0; number < 90; number++) {
    const date = number % 7 === 0 ? null : `20${10 + (number % 5)}-01-0${1 + (number % 9)}`;
    const docNo = number % 2 === 0 ? `民发〔2024〕${number}号` : null;
    const kind = number % 3 === 0 ? 'notice' : 'document';
    await records.create(
      documentInput(id, { title: `第${number % 30}号 Ａ文件_100%`, date, docNo, kind }),
      clerk,
    );
    if (number % 4 === 0) temp.tick(1000);
  }
});
afterAll(() => temp.close());

const query = (changes: object): RecordListQuery => recordListQuerySchema.parse(changes);

async function allPages(changes: object): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await listRecords(temp.desk.db, query({ ...changes, ...(cursor ? { cursor } : {}) }));
    ids.push(...page.records.map((record) => record.id));
    if (page.next === null) return { ids, total: page.total };
    cursor = page.next;
  }
}

describe('listRecords', () => {
  it('when paged to the end with any sort, order, filter and page size › it gives every record once', async () => {
    const sort = fc.constantFrom('updated', 'date', 'title');
    const order = fc.constantFrom('asc', 'desc');
    const kind = fc.constantFrom(undefined, 'notice', 'document');
    await fc.assert(
      fc.asyncProperty(
        sort,
        order,
        kind,
        fc.integer({ min: 1, max: 40 }),
        async (sort, order, kind, limit) => {
          const filter = { sort, order, ...(kind === undefined ? {} : { kind }) };
          const paged = await allPages({ ...filter, limit });
          const whole = await listRecords(temp.desk.db, query({ ...filter, limit: 200 }));
          expect(paged.ids).toEqual(whole.records.map((record) => record.id));
          expect(new Set(paged.ids).size).toBe(paged.total);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['part of a title, any width and case', 'a文件', 90],
    ['a title with the wildcards of SQL', '_100%', 90],
    ['a wildcard that is not in a title', '第%号', 0],
    ['a number with other brackets', '民发[2024]10号', 1],
    ['a word no title has', '不存在', 0],
    ['only blanks', '  ', 90],
  ])('when searched for %s › it finds what contains it', async (_what, q, total) => {
    expect((await listRecords(temp.desk.db, query({ q }))).total).toBe(total);
  });

  it('when filtered by year › it leaves out records without a date', async () => {
    const { records } = await listRecords(temp.desk.db, query({ year: '2011', limit: 200 }));
    expect(new Set(records.map((record) => record.date?.slice(0, 4)))).toEqual(new Set(['2011']));
  });

  it('when filtered by what awaits review › it gives new drafts and what changed after approval, nothing else', async () => {
    const own = await openTempDesk();
    const records = createRecordService(own.desk);
    const { id } = await createAgency(own.desk, agencyInput('民政局'), clerk);
    const [draft, approved, changed, withdrawn] = await Promise.all(
      ['草稿', '已审核', '审核后修改', '已撤下'].map((title) =>
        records.create(documentInput(id, { title }), clerk),
      ),
    );
    const ids = [approved, changed, withdrawn].map((record) => record?.id ?? '');
    await records.approve(ids, clerk);
    await records.withdraw([withdrawn?.id ?? ''], clerk);
    await records.update(changed?.id ?? '', documentInput(id, { title: '审核后修改（二）' }), 1, clerk);
    const found = await listRecords(own.desk.db, query({ state: 'awaiting' }));
    expect(found.records.map((record) => record.id).sort()).toEqual([draft?.id, changed?.id].sort());
    expect(found.total).toBe((await records.overview()).counts.awaitingReview);
    await own.close();
  });

  it.each(['', 'x', '[]', Buffer.from('["title asc","a","b"]').toString('base64url')])(
    'when the cursor is “%s” › it refuses instead of giving a wrong page',
    async (cursor) => {
      await expect(listRecords(temp.desk.db, { ...query({}), cursor })).rejects.toThrow(/store\.bad-cursor/);
    },
  );
});

describe('indexes', () => {
  const plan = async (text: string): Promise<string> => {
    const rows = await sql<{ detail: string }>`${sql.raw(`explain query plan ${text}`)}`.execute(
      temp.desk.db,
    );
    return rows.rows.map((row) => row.detail).join('; ');
  };

  it.each(['updated_at', 'sort_date', 'title'])('when sorted by %s › it walks an index', async (column) => {
    const page = `select * from records where (${column}, id) < ('x', 'y') order by ${column} desc, id desc limit 50`;
    expect(await plan(page)).toMatch(/USING INDEX records_/);
    expect(await plan(page)).not.toMatch(/TEMP B-TREE/);
  });

  it.each(['kind', 'agency_id', 'state', 'topic', 'year'])(
    'when filtered by %s › it walks an index in the order of the list',
    async (column) => {
      const page = `select * from records where ${column} = 'x' order by updated_at desc, id desc limit 50`;
      expect(await plan(page)).toMatch(/SEARCH records USING INDEX records_\w+ \(\w+=\?\)/);
      expect(await plan(page)).not.toMatch(/TEMP B-TREE/);
    },
  );

  it.each(['identity_key', 'index_key', 'doc_key', 'import_hash', 'code'])(
    'when a row is matched by %s › it searches an index',
    async (column) => {
      expect(await plan(`select id from records where ${column} = 'x'`)).toMatch(/SEARCH records/);
    },
  );
});
