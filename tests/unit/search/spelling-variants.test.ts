// One thing written in several ways: however it is typed, it is found however it was published.
import { describe, expect, it } from 'vitest';
import { docNoPieces } from '#shared/search/fields.ts';
import { parseQuery } from '#shared/search/parse-query.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';

/** Ids of the records a text finds as a whole. */
async function found(
  published: readonly Parameters<typeof makePublishable>[0][],
  typed: string,
): Promise<string[]> {
  const { reader } = await openTestCatalogue([published.map((part) => makePublishable(part))]);
  const { hits, matched } = await reader.search(makeQuery(typed));
  return matched === 'whole' ? hits.map(({ record }) => record.id) : [];
}

describe('search › when a title is written in traditional or simplified characters', () => {
  const both = [
    { id: 'plain', title: '政府信息公开条例', date: '2020' },
    { id: 'traditional', title: '政府信息公開條例', date: '2019' },
  ];

  it.each(['政府信息公开条例', '政府信息公開條例', '政府信息公開', '信息公开條例'])(
    '%s finds both',
    async (typed) => {
      expect(await found(both, typed)).toEqual(['plain', 'traditional']);
    },
  );
});

describe('search › when a document number is written with numerals or digits', () => {
  const ways = ['宁政发〔2024〕12号', '宁政发〔二〇二四〕十二号', '宁政发〔二〇二四〕一二号'];

  it.each(ways)('%s is found by every way to write it', async (docNo) => {
    for (const typed of [...ways, '宁政发2024 12号', '宁政发【2024】12号', '二〇二四 十二号']) {
      expect(await found([{ id: 'it', title: '通知', docNo }], typed), typed).toEqual(['it']);
    }
  });

  it('is not found by a number that only looks alike without brackets', async () => {
    for (const docNo of ways) {
      const published = [{ id: 'it', title: '通知', docNo }];
      expect(await found(published, '宁政发202412号')).toEqual([]);
      expect(await found(published, '42号')).toEqual([]);
    }
  });
});

describe('search › when numbers stand in brackets of another shape', () => {
  const shapes = [
    '〔〕',
    '[]',
    '【】',
    '()',
    '（）',
    '［］',
    '〖〗',
    '「」',
    '『』',
    '《》',
    '{}',
    '﹝﹞',
    '⟨⟩',
    '  ',
  ];

  it.each(shapes)('%s makes no difference', async (shape) => {
    const written = `宁政发${shape[0]}2024${shape[1]}12号`;
    expect(await found([{ id: 'it', title: '通知', docNo: written }], '宁政发〔2024〕12号')).toEqual(['it']);
    const typed = written.replaceAll(' ', '');
    const published = [{ id: 'it', title: '通知', docNo: '宁政发〔2024〕12号' }];
    expect(await found(published, typed)).toEqual(shape.trim() === '' ? [] : ['it']);
  });
});

describe('docNoPieces › when numerals stand on both sides of a bracket', () => {
  it('counts each on its own', () => {
    expect(docNoPieces('宁政发〔二〇二四〕十二号')).toEqual(['宁政发2024 12号', '宁政发二〇二四十二号']);
    expect(docNoPieces('宁政发〔2024〕12号')).toEqual(['宁政发2024 12号']);
  });

  it('agrees with what a query of the same text looks for', () => {
    const { whole, words } = parseQuery('宁政发〔二〇二四〕十二号');
    expect(whole).toEqual({ text: '宁政发二〇二四十二号', counted: '宁政发2024 12号' });
    expect(words).toEqual([whole]);
  });
});
