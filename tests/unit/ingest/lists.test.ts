// Lists of documents from spreadsheets: headings, columns corrected by hand, quotes, doubts about values.
import { describe, expect, test } from 'vitest';
import { fieldOfHeading, importFields } from '#hub/ingest/import-fields.ts';
import { codesOf, draftsOf, type ReadFile, readOne, rowsOf } from './make-files.ts';

function kindOf(file: ReadFile): string | null {
  const event = file.events.find(({ type }) => type === 'recognised');
  return event?.type === 'recognised' ? event.as : null;
}

function columnsOf(file: ReadFile): (string | null)[] {
  const event = file.events.find(({ type }) => type === 'recognised');
  return event?.type === 'recognised' ? event.columns.map(({ field }) => field) : [];
}

describe('document list', () => {
  test('every column of the header › when headings have blanks and other names › it is understood', async () => {
    const file = await readOne(
      'a.csv',
      ' 信息 名称 ,信息索取号,发文字号,发文机关,生成日期,发布日期,主题分类,体裁,有 效 性,废止日期,主题词,内容概述,正文,栏目\n' +
        '关于甲的通知,000014349/2017-00110,甲〔2017〕 47 号,某某办公室,2017年05月15日,2017-06-08 10:20,综合政务,通知,现行有效,无,公开;目录 清单,概述文字,"第一段\n第二段",法定主动公开内容 / 规范性文件\n',
    );
    expect(kindOf(file)).toBe('documents');
    expect(columnsOf(file)).toEqual([
      'title',
      'indexNo',
      'docNo',
      'agency',
      'date',
      'publishedOn',
      'topic',
      'genre',
      'validity',
      'expiresOn',
      'keywords',
      'summary',
      'body',
      'treePath',
    ]);
    expect(codesOf(file)).toEqual([]);
    expect(draftsOf(file)[0]).toMatchObject({
      kind: 'document',
      title: '关于甲的通知',
      indexNo: '000014349/2017-00110',
      docNo: '甲〔2017〕47号',
      agencyName: '某某办公室',
      date: '2017-05-15',
      publishedOn: '2017-06-08',
      validity: 'in-force',
      expiresOn: null,
      keywords: ['公开', '目录', '清单'],
      bodyHtml: '<p>第一段</p><p>第二段</p>',
      treePath: ['法定主动公开内容', '规范性文件'],
    });
  });

  test('rows above the header and a remark below › they are no records', async () => {
    const file = await readOne(
      'a.csv',
      '某县文件清单,,\n单位：某局,,\n标题,文号,发文机关\n甲,一号1号,某局\n标题,文号,发文机关\n乙,二号2号,某局\n注：共两件,,\n',
    );
    expect(rowsOf(file)).toEqual({ accepted: [4, 6], rejected: [], joined: [] });
  });

  test('titles beside 内容, 依据 and 公开时间 › it is a list of documents, no catalogue', async () => {
    const file = await readOne(
      'a.csv',
      '标题,内容,依据,公开时间,公开主体\n甲的通知,正文,《条例》,2024-01-02,某局\n',
    );
    expect(draftsOf(file)[0]).toMatchObject({
      kind: 'document',
      publishedOn: '2024-01-02',
      agencyName: '某局',
    });
  });

  test('a row of totals › it is no record', async () => {
    const file = await readOne('a.csv', '序号,标题,文号\n1,甲的通知,x〔2024〕1号\n,合计,1件\n');
    expect(rowsOf(file)).toEqual({ accepted: [2], rejected: [], joined: [] });
  });

  test('a row without a title › it is refused; the others are not', async () => {
    const file = await readOne('a.csv', '标题,文号\n,甲〔2024〕1号\n乙,\n');
    expect(rowsOf(file)).toEqual({ accepted: [3], rejected: [2], joined: [] });
    expect(codesOf(file)[0]).toBe('ingest.title-missing');
  });

  test('an impossible date and an unknown validity › kept out, with row and column', async () => {
    const file = await readOne('a.csv', '标题,成文日期,有效性,发文机关\n甲,2024-02-30,大概,某局\n');
    const [event] = file.events.filter(({ type }) => type === 'accepted');
    expect(event).toMatchObject({
      draft: { date: null, validity: 'unknown' },
      warnings: [
        { row: 2, column: '成文日期', code: 'ingest.date-impossible' },
        { row: 2, column: '有效性', code: 'ingest.validity-unknown' },
      ],
    });
  });

  test('agency › the row names it, else the operator does', async () => {
    const file = await readOne('a.csv', '标题,发文机关\n甲,某局\n乙,\n', { agencyName: '操作员所选' });
    expect(draftsOf(file).map(({ agencyName }) => agencyName)).toEqual(['某局', '操作员所选']);
  });

  test('columns corrected by hand › fields move, ignored columns stay out', async () => {
    const file = await readOne('a.csv', '标题,备用名,文号\n甲,乙,丙〔2024〕1号\n', {
      as: 'documents',
      columns: { 1: 'title', 2: null },
    });
    expect(draftsOf(file)[0]).toMatchObject({ title: '乙', docNo: null });
  });

  test('no heading we know › when columns are assigned by hand › the first row is the header', async () => {
    const file = await readOne('a.csv', '甲列,乙列\n名字,某局\n', {
      as: 'documents',
      columns: { 0: 'title', 1: 'agency' },
    });
    expect(draftsOf(file)[0]).toMatchObject({ title: '名字', agencyName: '某局' });
  });

  test('HTML in a cell › it is sanitised', async () => {
    const file = await readOne('a.csv', '标题,正文\n甲,"<p onclick=""x"">好<script>alert(1)</script></p>"\n');
    expect(draftsOf(file)[0]?.bodyHtml).toBe('<p>好</p>');
  });

  test('attachments named in a list › a warning says they did not come along', async () => {
    expect(codesOf(await readOne('a.csv', '标题,发文机关,附件\n甲,某局,表.docx\n'))).toEqual([
      'ingest.attachments-ignored',
    ]);
  });

  test('header but no rows › it says so', async () => {
    expect((await readOne('a.csv', '标题,文号\n')).error?.code).toBe('ingest.no-rows');
  });
});

describe('quotes in delimited text', () => {
  const titles = async (text: string) => draftsOf(await readOne('a.csv', text)).map(({ title }) => title);

  test('line breaks and doubled quotes inside cells › they belong to the cell', async () => {
    expect(await titles('标题,文号\n"甲""乙""\n丙",一\n丁,二\n')).toEqual(['甲"乙"丙', '丁']);
  });

  test('a quote without a partner › it swallows nothing', async () => {
    const file = await readOne(
      'a.csv',
      `标题,文号\n"甲,一\n${Array.from({ length: 50 }, (_, index) => `乙${index},"二"`).join('\n')}\n`,
    );
    expect(rowsOf(file).accepted).toHaveLength(51);
    expect(codesOf(file)).toContain('ingest.unclosed-quote');
  });

  test('quotes inside a plain cell › they are ordinary characters', async () => {
    expect(await titles('标题,文号\n关于"甲"的通知,一\n')).toEqual(['关于"甲"的通知']);
  });
});

describe('fields', () => {
  test('each kind › names are unique, labels are given in both languages', () => {
    for (const fields of Object.values(importFields)) {
      expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
      for (const { zh, en } of fields) expect(zh.length * en.length).toBeGreaterThan(0);
    }
  });

  test('headings › brackets, width and stars do not matter', () => {
    expect(fieldOfHeading('documents', ' * 文号（字号）：')).toBe('docNo');
    expect(fieldOfHeading('matters', '公开内容\n(要素)')).toBe('elements');
    expect(fieldOfHeading('documents', '公开方式：主动公开')).toBeNull();
  });
});
