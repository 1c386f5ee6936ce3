// What people type in a hall, on one small catalogue: what must come in which order, each with its reason.
import { beforeAll, describe, expect, it } from 'vitest';
import { createSpeller } from '#hub/publish/speller.ts';
import type { CatalogueReader, SearchResult } from '#shared/search/types.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../support/catalogue-records.ts';

const inForce = { validity: 'in-force' } as const;
const civil = { agencyId: 'civil', agencyName: '青石区民政局' };
const social = { agencyId: 'social', agencyName: '青石区人力资源和社会保障局' };

const records = [
  makePublishable({ id: 'card', kind: 'guide', title: '社保卡', ...social, date: '2012-01-01' }),
  makePublishable({
    id: 'card-apply',
    kind: 'guide',
    title: '社保卡办理指南',
    ...social,
    ...inForce,
    date: '2019',
  }),
  makePublishable({
    id: 'card-loss',
    kind: 'guide',
    title: '社保卡挂失',
    ...social,
    ...inForce,
    date: '2023',
  }),
  makePublishable({
    id: 'card-notice',
    kind: 'notice',
    title: '关于换发社保卡的公告',
    ...social,
    date: '2024-05-01',
  }),
  makePublishable({ id: 'card-words', title: '保险卡与社区服务事项', date: '2024-06-01' }),
  makePublishable({
    id: 'card-agency',
    title: '年度工作报告',
    agencyId: 'centre',
    agencyName: '社保卡服务中心',
  }),
  makePublishable({
    id: 'card-summary',
    title: '便民措施清单',
    summary: '包括社保卡、公交卡等',
    date: '2024-07-01',
  }),
  makePublishable({ id: 'card-body', title: '会议纪要', date: '2024-08-01' }, '会议讨论了社保卡的换发。'),

  makePublishable({ id: 'low-law', title: '青石区城乡低保办法', ...civil, ...inForce, date: '2020-03-01' }),
  makePublishable({
    id: 'low-full',
    title: '最低生活保障审核确认办法',
    ...civil,
    ...inForce,
    date: '2021-07-01',
  }),
  makePublishable({
    id: 'low-old',
    title: '最低生活保障条例',
    ...civil,
    validity: 'repealed',
    date: '2022-01-01',
  }),
  makePublishable({
    id: 'low-page',
    kind: 'page',
    title: '最低生活保障审核确认办法',
    ...civil,
    ...inForce,
    date: '2024',
  }),

  makePublishable({
    id: 'number',
    title: '关于提高标准的通知',
    docNo: '青民发〔2024〕7号',
    ...civil,
    date: '2024-02-01',
  }),
  makePublishable({
    id: 'number-cited',
    title: '关于废止青民发〔2024〕7号的通知',
    docNo: '青民发〔2025〕1号',
    ...civil,
  }),
  makePublishable({
    id: 'number-longer',
    title: '关于补贴的通知',
    docNo: '青民发〔2024〕71号',
    ...civil,
    date: '2024-09-01',
  }),

  makePublishable({
    id: 'move',
    kind: 'guide',
    title: '户籍迁移办理指南',
    agencyId: 'police',
    agencyName: '公安局',
  }),
  makePublishable({ id: 'wetland', title: '湿地保护条例', ...inForce, date: '2018-01-01' }),
  makePublishable({ id: 'wetland-report', title: '湿地保护条例执行情况的报告', date: '2024-01-01' }),
  makePublishable({
    id: 'school',
    title: '义务教育学校招生办法',
    agencyId: 'school',
    agencyName: '教育局',
    date: '2024',
  }),
];

const synonyms = [
  { word: '低保', also: ['最低生活保障'] },
  { word: '户口', also: ['户籍'] },
];

let reader: CatalogueReader;
beforeAll(async () => {
  const options = { speller: createSpeller(), synonyms };
  ({ reader } = await openTestCatalogue([records.slice(0, 2), records.slice(2)], options));
});

async function ask(text: string): Promise<SearchResult> {
  return reader.search(makeQuery(text));
}

async function idsOf(text: string): Promise<string[]> {
  return (await ask(text)).hits.map(({ record }) => record.id);
}

describe('ranking › when a name is typed that stands in many places', () => {
  it('goes from the title that is the name down to the body that only mentions it', async () => {
    expect(await idsOf('社保卡')).toEqual([
      'card', // the title is what was typed, though nothing says it is in force
      'card-loss', // the title begins with it; as much in force as the next, but shorter and newer
      'card-apply', // the title begins with it
      'card-notice', // the title holds it, newer or not
      'card-agency', // the agency is called so: it made the record, but the record is about something else
      'card-summary', // only the summary names it
      'card-body', // only the body names it, the newest of all
    ]);
  });

  it('does not count a title that holds its characters in other places', async () => {
    // 保险卡与社区服务 has 社, 保 and 卡, but nobody who types 社保卡 means it.
    expect(await idsOf('社保卡')).not.toContain('card-words');
  });
});

describe('ranking › when titles fit alike', () => {
  it('puts what binds before what informs, however new the latter is', async () => {
    // The document and the page carry one title; who asks for a rule wants the rule.
    expect((await idsOf('最低生活保障审核确认办法')).slice(0, 2)).toEqual(['low-full', 'low-page']);
  });

  it('puts what is in force before what is repealed, however new that is', async () => {
    expect(await idsOf('最低生活保障')).toEqual(['low-full', 'low-old', 'low-page']);
  });

  it('puts the newer of two guides first', async () => {
    const ids = await idsOf('社保卡 办理 指南');
    expect(ids[0]).toBe('card-apply');
    expect((await idsOf('指南'))[0]).toBe('card-apply'); // in force before not stated
  });

  it('puts the law itself before the newer report on it, since the law is its whole title', async () => {
    expect(await idsOf('湿地保护条例')).toEqual(['wetland', 'wetland-report']);
  });
});

describe('ranking › when several words are typed', () => {
  it('takes them in any order, all in one title before some elsewhere', async () => {
    expect((await idsOf('指南 社保卡'))[0]).toBe('card-apply');
    expect((await idsOf('条例 湿地'))[0]).toBe('wetland'); // the shorter title says less beside it
  });

  it('takes one for the agency and the other for the title', async () => {
    expect((await idsOf('公安局 迁移'))[0]).toBe('move');
  });
});

describe('ranking › when a document number is typed', () => {
  it.each([
    '青民发〔2024〕7号',
    '青民发[2024]7号',
    '青民发（２０２４）７号',
    '青民发 2024 7号',
    '青民发〔二〇二四〕七号',
  ])('puts the document that bears %s before one that cites it', async (typed) => {
    const ids = await idsOf(typed);
    expect(ids[0]).toBe('number');
    expect(ids).not.toContain('number-longer'); // 71 is another number once 号 closes it
  });

  it('finds longer numbers too as long as it may go on', async () => {
    expect((await idsOf('青民发〔2024〕7')).slice(0, 2).sort()).toEqual(['number', 'number-longer']);
  });
});

describe('ranking › when a word has another name', () => {
  it('finds both, the word typed before its other name, and says what else was searched', async () => {
    const { hits, alsoSearched } = await ask('低保');
    const ids = hits.map(({ record }) => record.id);
    expect(ids[0]).toBe('low-law'); // it says 低保 itself
    expect(ids.slice(1).sort()).toEqual(['low-full', 'low-old', 'low-page']);
    expect(alsoSearched).toEqual(['最低生活保障']);
  });

  it('keeps what stands beside the name', async () => {
    expect(await idsOf('户口迁移')).toEqual(['move']);
  });

  it('goes one way only: the full name does not find what says only the short one', async () => {
    expect(await idsOf('最低生活保障')).not.toContain('low-law');
  });
});

describe('ranking › when letters are typed', () => {
  it.each([
    ['sbk', 'initials'],
    ['shebaoka', 'the full spelling'],
    ['shebaok', 'a spelling whose last syllable is not finished'],
  ])('%s: by %s titles come as by characters', async (letters) => {
    expect(await idsOf(letters)).toEqual([
      'card-loss', // the title begins so; in force, and the newer of two
      'card-apply', // the title begins so, and is in force
      'card', // the title begins so, and nothing is said of its being in force
      'card-notice', // the title holds it
      'card-agency', // only the agency sounds so
    ]);
  });

  it('finds what an agency issued by its initials', async () => {
    expect((await idsOf('mzj')).sort()).toEqual(
      records
        .filter(({ record }) => record.agencyId === 'civil')
        .map(({ record }) => record.id)
        .sort(),
    );
  });
});

describe('ranking › when the query is not quite right', () => {
  it.each([
    ['失地保护条例', 'wetland', 'sounds', 'another character of the same sound, as 失 in 挂失'],
    ['湿地保护条列', 'wetland', 'partly', 'one wrong character at the end'],
    ['湿地保X条例', 'wetland', 'partly', 'one wrong character inside'],
    ['湿地护条例', 'wetland', 'scattered', 'one missing character'],
    ['湿地护保条例', 'wetland', 'partly', 'two characters swapped'],
    ['义务教育招生办法', 'school', 'scattered', 'a word left out'],
  ])('%s still finds %s (%s): %s', async (typed, id, how) => {
    const { hits, matched } = await ask(typed);
    expect(hits[0]?.record.id).toBe(id);
    expect(matched).toBe(how);
  });

  it('prefers records that hold every word to anything near it', async () => {
    expect((await ask('湿地保护')).matched).toBe('whole');
  });
});
