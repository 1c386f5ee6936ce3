// Importing: the same file changes nothing, a newer one updates by identity, and no good row is ever lost.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileImport, importFiles } from '#hub/editorial/import/import-files.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { clerk, openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

let temp: TempDesk;
beforeEach(async () => {
  temp = await openTempDesk();
});
afterEach(() => temp.close());

type Row = Record<string, unknown>;
const row = (changes: Row): Row => ({
  title: '关于供水的通知',
  agency: '水务局',
  date: '2024-01-02',
  ...changes,
});

function jsonl(name: string, rows: readonly Row[]): string {
  const path = join(temp.dir, name);
  writeFileSync(path, rows.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
}

async function run(paths: readonly string[], changes: Partial<FileImport> = {}) {
  const sources = paths.map((path) => ({ name: basename(path), path, bytes: statSync(path).size, as: null }));
  temp.tick(1000);
  const result = await importFiles(temp.desk, {
    sources,
    agencyName: null,
    isDryRun: false,
    approve: false,
    actor: clerk,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...changes,
  });
  return { ...result, file: result.files[0] ?? expect.fail('no report') };
}

const importRows = (rows: readonly Row[], changes: Partial<FileImport> = {}) =>
  run([jsonl('list.jsonl', rows)], changes);

const titles = async () =>
  (await temp.desk.db.selectFrom('records').select(['title', 'version']).orderBy('id').execute()).map(
    ({ title, version }) => `${title} v${version}`,
  );

/** Everything the store holds, as one number that changes with any row. */
async function fingerprint(): Promise<string> {
  const tables = [
    'records',
    'record_versions',
    'agencies',
    'tree_nodes',
    'bodies',
    'audit_entries',
    'import_batches',
  ];
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(` || ' ' || `);
  const rows = await sql<{ all: string }>`select ${sql.raw(counts)} as "all"`.execute(temp.desk.db);
  return rows.rows[0]?.all ?? '';
}

describe('importing a list', () => {
  it('when it is new › it creates drafts under agencies made from their names', async () => {
    const { file } = await importRows([row({}), row({ title: '二', agency: '水 务 局' })]);
    expect(file).toMatchObject({ as: 'documents', rows: 2, accepted: 2, created: 2, rejectedCount: 0 });
    const agencies = await temp.desk.db.selectFrom('agencies').select('name').execute();
    expect(agencies).toMatchObject([{ name: '水务局' }]);
    const { counts } = await createRecordService(temp.desk).overview();
    expect(counts).toMatchObject({ total: 2, awaitingReview: 2 });
  });

  it('when the same file comes again › nothing changes', async () => {
    const rows = [
      row({ docNo: '水发〔2024〕1号' }),
      row({ title: '二', indexNo: 'A-1' }),
      row({ title: '三' }),
    ];
    await importRows(rows);
    const before = await titles();
    expect((await importRows(rows)).file).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await titles()).toEqual(before);
  });

  it('when staff edited a record since › the same file does not undo their work', async () => {
    await importRows([row({})]);
    const records = createRecordService(temp.desk);
    const list = await records.list({ sort: 'updated', order: 'desc', limit: 10 });
    const detail = await records.detail(list.records[0]?.id ?? '');
    await records.update(
      detail.id,
      { ...detail.content, title: '改好的标题', summary: '补写的概述' },
      1,
      clerk,
    );
    expect((await importRows([row({})])).file).toMatchObject({ unchanged: 1 });
    expect(await titles()).toEqual(['改好的标题 v2']);
  });

  it.each([
    [
      'index number',
      { indexNo: 'A/2024-1' },
      { indexNo: 'A/2024-1', title: '新标题', docNo: '水发〔2024〕9号' },
    ],
    ['agency and document number', { docNo: '水发〔2024〕1号' }, { docNo: '水发[2024]1号', title: '新标题' }],
    ['agency, title and date', { summary: '旧' }, { summary: '新', title: '关于供水的通知' }],
  ])('when a newer file names the same %s › it updates that record', async (_what, older, newer) => {
    await importRows([row(older), row({ title: '别的', date: '2020-01-01' })]);
    const { file } = await importRows([row(newer)]);
    expect(file).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect(await titles()).toEqual([`${newer.title ?? '关于供水的通知'} v2`, '别的 v1']);
  });

  it.each([
    ['another agency', { docNo: '水发〔2024〕1号' }, { docNo: '水发〔2024〕1号', agency: '林业局' }],
    ['another date', {}, { date: '2024-01-03' }],
    ['another document number', { docNo: '水发〔2024〕1号' }, { docNo: '水发〔2024〕2号' }],
    ['another index number', { indexNo: 'A-1' }, { indexNo: 'A-2' }],
  ])('when a row differs by %s › it is another record', async (_what, first, second) => {
    await importRows([row(first)]);
    expect((await importRows([row(second)])).file).toMatchObject({ created: 1, updated: 0 });
  });

  it('when a newer file is silent on something › what the store holds stays', async () => {
    await importRows([
      row({ docNo: '水发〔2024〕1号', keywords: '供水', summary: '概述', body: '正文一段。' }),
    ]);
    await importRows([row({ docNo: '水发〔2024〕1号', summary: '新概述' })]);
    const records = createRecordService(temp.desk);
    const list = await records.list({ sort: 'updated', order: 'desc', limit: 10 });
    const { content, version } = await records.detail(list.records[0]?.id ?? '');
    expect(version).toBe(2);
    expect(content).toMatchObject({ summary: '新概述', keywords: ['供水'] });
    expect(content.bodyHtml).toContain('正文一段。');
  });
});

describe('rows alike within one file', () => {
  const parts = ['总则', '物权', '合同'].map((body) => row({ title: '民法典', body }));

  it('when title, agency and date are the same and texts differ › each is a record, also the second time', async () => {
    expect((await importRows(parts)).file).toMatchObject({ created: 3 });
    expect((await importRows(parts)).file).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    const changed = parts.with(1, row({ title: '民法典', body: '物权编（修订）' }));
    expect((await importRows(changed)).file).toMatchObject({ created: 0, updated: 1, unchanged: 2 });
  });

  it('when a row is repeated word for word › it is stored once, with a warning naming the first', async () => {
    const { file } = await importRows([row({}), row({ title: '二' }), row({})]);
    expect(file).toMatchObject({ rows: 3, accepted: 3, created: 2, unchanged: 1 });
    expect(file.warnings).toMatchObject([{ row: 3, code: 'store.import-duplicate', details: { row: 1 } }]);
  });

  it('when several documents carry one number › all are stored, with a warning, and found again', async () => {
    const shared = ['甲', '乙', '丙'].map((title) => row({ title, docNo: '法释〔2020〕17号' }));
    const { file } = await importRows(shared);
    expect(file).toMatchObject({ created: 3, warningCount: 2 });
    expect(file.warnings[0]).toMatchObject({ row: 2, code: 'store.import-same-number' });
    const grown = [row({ title: '丁', docNo: '法释〔2020〕17号' }), ...shared];
    expect((await importRows(grown)).file).toMatchObject({ created: 1, updated: 0, unchanged: 3 });
    expect(await titles()).toEqual(['甲 v1', '乙 v1', '丙 v1', '丁 v1']);
  });

  it('when a new document takes a number before its first bearer › no record changes places', async () => {
    await importRows([row({ title: '甲', docNo: '水发〔2024〕1号' })]);
    const rows = [
      row({ title: '新', docNo: '水发〔2024〕1号' }),
      row({ title: '甲', docNo: '水发〔2024〕1号' }),
    ];
    expect((await importRows(rows)).file).toMatchObject({ created: 1, unchanged: 1 });
    expect(await titles()).toEqual(['甲 v1', '新 v1']);
  });
});

describe('bad rows', () => {
  it('when a line is broken › it is refused with its row and the others are stored', async () => {
    const path = join(temp.dir, 'mixed.jsonl');
    writeFileSync(
      path,
      [JSON.stringify(row({})), '{broken', JSON.stringify(row({ title: '二' }))].join('\n'),
    );
    const { file } = await run([path]);
    expect(file).toMatchObject({ rows: 3, accepted: 2, created: 2, rejectedCount: 1 });
    expect(file.rejected[0]?.row).toBe(2);
  });

  it('when a file cannot be read at all › it is one refusal and the other files are stored', async () => {
    const broken = join(temp.dir, 'broken.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 and then nothing of a workbook');
    const { files } = await run([broken, jsonl('good.jsonl', [row({})])]);
    expect(files).toMatchObject([
      { rows: 1, accepted: 0, rejectedCount: 1 },
      { rows: 1, accepted: 1, rejectedCount: 0 },
    ]);
  });

  it('when nobody is named as agency › the row is kept under a name that says so, with a warning', async () => {
    const { file } = await importRows([row({ agency: undefined })]);
    expect(file).toMatchObject({ created: 1 });
    expect(file.warnings.map((warning) => warning.code)).toEqual(['store.import-no-agency']);
    const named = await importRows([row({ agency: undefined })], { agencyName: '档案局' });
    expect(named.file.warnings).toEqual([]);
  });

  it('when the store refuses one row of a batch › the rest of the batch is stored', async () => {
    await sql`create trigger no_evil before insert on records when new.title = '坏' begin
      select raise(abort, 'refused'); end`.execute(temp.desk.db);
    const { file } = await importRows([row({ title: '一' }), row({ title: '坏' }), row({ title: '三' })]);
    expect(file).toMatchObject({ rows: 3, accepted: 2, created: 2, rejectedCount: 1 });
    expect(file.rejected).toMatchObject([{ row: 2, code: 'store.import-row-failed' }]);
    expect(await titles()).toEqual(['一 v1', '三 v1']);
  });
});

describe('strict import', () => {
  it('when one row is bad › nothing at all is stored', async () => {
    const path = join(temp.dir, 'mixed.jsonl');
    writeFileSync(path, `${JSON.stringify(row({}))}\n{broken\n`);
    const before = await fingerprint();
    const result = await run([path], { isStrict: true });
    expect(result.isRefused).toBe(true);
    expect(result.file).toMatchObject({ accepted: 0, created: 0, rejectedCount: 1 });
    expect(await fingerprint()).toBe(before);
  });

  it('when every row is good › all are stored', async () => {
    const result = await importRows([row({}), row({ title: '二' })], { isStrict: true, approve: true });
    expect(result).toMatchObject({ isRefused: false, file: { created: 2 } });
    expect((await createRecordService(temp.desk).overview()).pending.added).toBe(2);
  });
});

describe('dry run', () => {
  it('when rows are new, changed, repeated and the same › it says what the import then does, and writes nothing', async () => {
    await importRows([row({}), row({ title: '二', docNo: '水发〔2024〕2号' })]);
    const rows = [
      row({}),
      row({ title: '二', docNo: '水发〔2024〕2号', summary: '新' }),
      row({ title: '三', agency: '新机构', treePath: '新栏目/下级' }),
      row({ title: '三', agency: '新机构', treePath: '新栏目/下级' }),
      row({ title: '四', indexNo: 'X-1' }),
      row({ title: '五', indexNo: 'X-1' }),
      row({ title: '民法典', body: '一' }),
      row({ title: '民法典', body: '二' }),
    ];
    const before = await fingerprint();
    const rehearsal = await importRows(rows, { isDryRun: true });
    expect(await fingerprint()).toBe(before);
    const real = await importRows(rows);
    expect(rehearsal.file).toEqual(real.file);
    expect(real.file).toMatchObject({ created: 5, updated: 1, unchanged: 2 });
  });

  it('when two files of one run hold the same record › the second updates what the first made', async () => {
    const files = [jsonl('a.jsonl', [row({ summary: '旧' })]), jsonl('b.jsonl', [row({ summary: '新' })])];
    const rehearsal = await run(files, { isDryRun: true });
    const real = await run(files);
    expect(rehearsal.files).toEqual(real.files);
    expect(real.files).toMatchObject([{ created: 1 }, { updated: 1 }]);
  });
});

describe('approving while importing', () => {
  it('when asked to › new, changed and waiting records are approved in the name of who imports, on record', async () => {
    await importRows([row({})]);
    await importRows([row({}), row({ title: '二' })], { approve: true });
    const records = createRecordService(temp.desk);
    expect((await records.overview()).pending.added).toBe(2);
    const approved = await temp.desk.db.selectFrom('records').select('approved_by').execute();
    expect(approved).toMatchObject([{ approved_by: '经办员' }, { approved_by: '经办员' }]);
    const entries = await temp.desk.db.selectFrom('audit_entries').select(['who', 'action']).execute();
    expect(entries).toContainEqual({ who: '经办员', action: 'import.approve' });
  });

  it('when a record had been withdrawn › its update stays unpublished, with a warning', async () => {
    await importRows([row({})], { approve: true });
    const records = createRecordService(temp.desk);
    const list = await records.list({ sort: 'updated', order: 'desc', limit: 1 });
    const id = list.records[0]?.id ?? '';
    await records.withdraw([id], clerk);
    const { file } = await importRows([row({ summary: '新' })], { approve: true });
    expect(file.warnings).toMatchObject([{ code: 'store.import-still-withdrawn' }]);
    expect(await records.detail(id)).toMatchObject({ state: 'withdrawn', version: 2 });
  });
});

describe('attachments and cancelling', () => {
  it('when a document comes as a file › the original is kept by its content', async () => {
    const path = join(temp.dir, '通知.html');
    writeFileSync(path, '<h1>关于停水的通知</h1><p>明日停水。</p>');
    await run([path], { agencyName: '水务局' });
    const kept = await temp.desk.db.selectFrom('attachments').selectAll().execute();
    for (const { sha256 } of kept) expect(temp.desk.attachments.has(sha256)).toBe(true);
    const folders = kept.length === 0 ? [] : readdirSync(join(temp.dir, 'attachments'));
    expect(folders).toEqual(kept.map(({ sha256 }) => sha256.slice(0, 2)));
  });

  it('when cancelled between batches › what was stored stays and is reported', async () => {
    const rows = Array.from({ length: 900 }, (_, number) => row({ title: `第${number}号` }));
    const controller = new AbortController();
    const { file } = await importRows(rows, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    const { counts } = await createRecordService(temp.desk).overview();
    expect(counts.total).toBe(file.created);
    expect(file.created).toBeGreaterThan(0);
    expect(file.created).toBeLessThan(900);
  });
});
