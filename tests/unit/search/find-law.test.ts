// Which record a legal basis leads to, and at which place of its text.
import { describe, expect, test } from 'vitest';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { findLaw, type LawShelf, opensArticle } from '#shared/search/find-law.ts';
import type { SearchQuery } from '#shared/search/types.ts';
import { entry } from '../hub-http/fake-release.ts';

interface Held {
  readonly title: string;
  readonly docNo?: string;
  readonly validity?: CatalogueRecord['validity'];
  readonly date?: string;
  readonly parts?: readonly string[];
}

/** A catalogue that finds every record for every question: what decides is what `findLaw` keeps. */
function shelfOf(
  ...held: readonly Held[]
): LawShelf & { readonly asked: SearchQuery[]; readonly read: number[] } {
  const asked: SearchQuery[] = [];
  const read: number[] = [];
  const hits = held.map(({ parts = [], ...fields }, at) => ({
    record: entry({ docNo: null, ...fields, id: `r${at}` }, parts).record,
    score: 1,
    titleRanges: [],
    snippet: null,
  }));
  return {
    asked,
    read,
    search: async (query) => {
      asked.push(query);
      return { hits };
    },
    bodyPart: async (id, part) => {
      read.push(part);
      return held[Number(id.slice(1))]?.parts?.[part] ?? '';
    },
  };
}

const law = { name: '土地管理法', docNo: null, article: '第六十二条' };

describe('a cited law › when the catalogue holds it', () => {
  test('it is the record of exactly this title, with or without the name of the state', async () => {
    const shelf = shelfOf({ title: '土地管理法实施条例' }, { title: '中华人民共和国土地管理法' });
    expect((await findLaw(shelf, law))?.record.id).toBe('r1');
    expect(shelf.asked[0]).toMatchObject({ text: '土地管理法', filters: { kind: ['document', 'page'] } });
  });

  test('it is the one in force, then the newest', async () => {
    const title = '土地管理法';
    const shelf = shelfOf(
      { title, validity: 'repealed', date: '2026-01-01' },
      { title, validity: 'in-force', date: '2004-08-28' },
      { title, validity: 'in-force', date: '2019-08-26' },
    );
    expect((await findLaw(shelf, law))?.record.id).toBe('r2');
  });

  test('it is found by its number, however its brackets are typed', async () => {
    const shelf = shelfOf({ title: '关于印发某办法的通知', docNo: '渚政规〔2022〕4号' });
    const cited = { name: '某办法', docNo: '渚政规[2022]4号', article: null };
    expect((await findLaw(shelf, cited))?.record.id).toBe('r0');
  });

  test('its article is found in the part that opens with it, by anchor or by its first words', async () => {
    const title = '土地管理法';
    const before = '<p>依照本法第六十二条办理。</p><p>第六十二条规定的事项另行公布。</p>';
    const anchored = shelfOf({ title, parts: [before, '<p id="art-62">第六十二条 农村村民…</p>', ''] });
    expect((await findLaw(anchored, law))?.article).toEqual({ anchor: 'art-62', part: 1 });
    expect(anchored.read).toEqual([0, 1]);
    const plain = shelfOf({ title, parts: [before, '<p><strong>第六十二条</strong>　农村村民…</p>'] });
    expect((await findLaw(plain, law))?.article).toEqual({ anchor: 'art-62', part: 1 });
  });

  test('an article its text does not have › gives the law alone', async () => {
    const shelf = shelfOf({ title: '土地管理法', parts: ['<p id="art-1">第一条</p>'] });
    expect(await findLaw(shelf, law)).toMatchObject({ article: null });
  });
});

test('a cited law › when the catalogue holds only others › it is not found', async () => {
  const shelf = shelfOf({ title: '关于修改土地管理法的决定' }, { title: '土地管理法释义' });
  expect(await findLaw(shelf, law)).toBeNull();
});

test.each([
  ['第三十二条　国家建立…', true],
  ['第三十二条规定的条件', false],
  ['第三十二条之一 新增', false],
  ['第32条 国家建立', true],
])('%s › when it is asked whether it opens article 32 › it says %s', (text, isOpening) => {
  expect(opensArticle(text, 'art-32')).toBe(isOpening);
});
