// What comes first on a small fixed catalogue, each expectation with its reason.
import { beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueReader } from '#shared/search/types.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../support/catalogue-records.ts';

const records = [
  makePublishable({ id: 'regulation', title: '信息公开条例', date: '2008-05-01', validity: 'repealed' }),
  makePublishable({
    id: 'regulation-new',
    title: '政府信息公开条例',
    date: '2019-05-15',
    validity: 'in-force',
  }),
  makePublishable({ id: 'prefix', title: '信息公开条例实施办法', date: '2010-01-01', validity: 'in-force' }),
  makePublishable({
    id: 'prefix-old',
    title: '信息公开条例解读汇编',
    date: '2022-01-01',
    validity: 'expired',
  }),
  makePublishable({ id: 'scattered', title: '关于公开住房信息的若干条例', date: '2024-01-01' }),
  makePublishable({ id: 'summary', title: '年度工作要点', summary: '落实信息公开条例', date: '2024-02-01' }),
  makePublishable(
    { id: 'body', title: '会议纪要', date: '2024-03-01' },
    '会议学习了《政府信息公开条例》，讨论了低保工作。',
  ),
  makePublishable({
    id: 'allowance-notice',
    title: '关于提高低保标准的通知',
    docNo: '宁民发〔2024〕12号',
    indexNo: '000014349/2024-00012',
    date: '2024-04-01',
    agencyName: '民政局',
    agencyId: 'civil',
    validity: 'in-force',
  }),
  makePublishable({
    id: 'abolish',
    title: '关于废止宁民发〔2024〕12号文件的通知',
    docNo: '宁民发〔2025〕3号',
    date: '2025-01-01',
    agencyName: '民政局',
    agencyId: 'civil',
  }),
  makePublishable({ id: 'civil-other', title: '婚姻登记须知', agencyName: '民政局', agencyId: 'civil' }),
  makePublishable({ id: 'order', title: '主席令全文', docNo: '主席令第十二号', date: '1990-01-01' }),
  makePublishable({ id: 'old-standard', title: '低保标准', date: '2015-01-01', validity: 'in-force' }),
  makePublishable({ id: 'new-standard', title: '低保标准', date: '2023-01-01', validity: 'in-force' }),
  makePublishable({ id: 'void-standard', title: '低保标准', date: '2024-06-01', validity: 'repealed' }),
  makePublishable({ id: 'wetland', title: '上海市湿地保护条例', date: '2020-01-01' }),
  makePublishable({ id: 'harbour', title: '上海市港口管理条例', date: '2021-01-01' }),
];

let reader: CatalogueReader;

beforeAll(async () => {
  ({ reader } = await openTestCatalogue([records.slice(0, 7), records.slice(7)]));
});

async function idsOf(text: string): Promise<string[]> {
  const { hits } = await reader.search(makeQuery(text));
  return hits.map(({ record }) => record.id);
}

describe('ranking › when a title is typed', () => {
  it('puts the exact title first, though it is repealed and a longer one is in force: it is what was typed', async () => {
    expect((await idsOf('信息公开条例'))[0]).toBe('regulation');
  });

  it('then titles that begin so, in force before expired, then titles that hold it, then summary, then body', async () => {
    expect(await idsOf('信息公开条例')).toEqual([
      'regulation',
      'prefix',
      'prefix-old',
      'regulation-new',
      'summary',
      'body',
    ]);
  });

  it('takes brackets and blanks of the title as not written', async () => {
    expect((await idsOf('《政府信息公开条例》'))[0]).toBe('regulation-new');
    expect((await idsOf('政府 信息 公开 条例'))[0]).toBe('regulation-new');
  });

  it('prefers, among equal titles, what is in force, then what is newer', async () => {
    expect((await idsOf('低保标准')).slice(0, 3)).toEqual(['new-standard', 'old-standard', 'void-standard']);
  });
});

describe('ranking › when several words are typed', () => {
  it('finds them in any order, all in the title before one only in the body', async () => {
    expect((await idsOf('条例 住房'))[0]).toBe('scattered');
    expect((await idsOf('低保 会议'))[0]).toBe('body');
  });

  it('takes one word for the agency and the other for the title', async () => {
    expect((await idsOf('民政局 低保'))[0]).toBe('allowance-notice');
  });
});

describe('ranking › when a number is typed', () => {
  it.each([
    '宁民发〔2024〕12号',
    '宁民发[2024]12号',
    '宁民发（2024）12号',
    '宁民发 2024 12号',
    '宁民发２０２４ １２',
  ])('puts the document that bears %s before the one whose title cites it', async (typed) => {
    expect((await idsOf(typed)).slice(0, 2)).toEqual(['allowance-notice', 'abolish']);
  });

  it('reads Chinese numerals and digits as one', async () => {
    expect((await idsOf('主席令第12号'))[0]).toBe('order');
    expect((await idsOf('主席令第十二号'))[0]).toBe('order');
  });

  it('finds an index number by how it or one of its parts begins', async () => {
    expect(await idsOf('000014349/2024')).toEqual(['allowance-notice']);
    expect(await idsOf('00012')).toEqual(['allowance-notice']);
  });

  it('does not find a number in the middle of another', async () => {
    expect(await idsOf('14349')).toEqual([]);
  });
});

describe('ranking › when an agency is typed', () => {
  it('lists what it issued, in force first, then newest', async () => {
    expect(await idsOf('民政局')).toEqual(['allowance-notice', 'abolish', 'civil-other']);
  });
});

describe('ranking › when the query stands nowhere as a whole', () => {
  it('finds the title that holds all its parts, and says that they are scattered', async () => {
    const { hits, matched } = await reader.search(makeQuery('上海湿地条例'));
    expect(hits[0]?.record.id).toBe('wetland');
    expect(hits[0]?.titleRanges).toEqual([
      [0, 2],
      [3, 5],
      [7, 9],
    ]);
    expect(matched).toBe('scattered');
  });

  it('else what holds most of them, and says so', async () => {
    const { hits, matched } = await reader.search(makeQuery('上海港口条例的通'));
    expect(hits[0]?.record.id).toBe('harbour');
    expect(matched).toBe('partly');
  });

  it('gives nothing rather than chance hits', async () => {
    const { total, hits } = await reader.search(makeQuery('量子计算机'));
    expect([total, hits]).toEqual([0, []]);
  });
});
