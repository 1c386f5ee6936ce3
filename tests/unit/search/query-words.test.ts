// Words that are looked for by other names as well.
import { describe, expect, it } from 'vitest';
import { parseQuery } from '#shared/search/parse-query.ts';
import { Synonyms } from '#shared/search/query-words.ts';

const synonyms = new Synonyms([
  { word: '低保', also: ['最低生活保障', '低收入救助'] },
  { word: '户口', also: ['户籍'] },
  { word: 'ETC', also: ['电子不停车收费'] },
  { word: '证', also: ['一', '二', '三', '四', '五', '六'] },
  { word: '《》', also: ['空'] },
]);

/** For each word of a query its other names, the words of one name joined by a plus. */
function others(text: string): string[][] {
  const { words } = synonyms.expand(parseQuery(text));
  return words.map(({ alternatives }) => alternatives.map((name) => name.map((word) => word.text).join('+')));
}

describe('synonyms › when a word has other names', () => {
  it('looks for each of them, and tells them as they were written', () => {
    expect(others('低保')).toEqual([['最低生活保障', '低收入救助']]);
    expect(synonyms.expand(parseQuery('户口 低保')).alsoSearched).toEqual([
      '户籍',
      '最低生活保障',
      '低收入救助',
    ]);
  });

  it('keeps what stands around the name inside a longer word', () => {
    expect(others('农村低保标准')).toEqual([['最低生活保障+农村+标准', '低收入救助+农村+标准']]);
    expect(others('户口迁移')).toEqual([['户籍+迁移']]);
  });

  it('compares words as they are searched: width, case and traditional characters make no difference', () => {
    expect(others('ｅｔｃ')).toEqual([['电子不停车收费']]);
    expect(others('戶口')).toEqual([['户籍']]);
  });

  it('goes one way only', () => {
    expect(others('最低生活保障 户籍')).toEqual([[], []]);
    expect(synonyms.expand(parseQuery('户籍')).alsoSearched).toEqual([]);
  });

  it('needs no other name where that is written out already', () => {
    expect(others('低保最低生活保障')).toEqual([['低收入救助+最低生活保障']]);
  });

  it('does not take the end of another run of letters for the word', () => {
    expect(others('setc')).toEqual([[]]);
  });

  it('looks for four other names of a word at most', () => {
    expect(others('证')).toEqual([['一', '二', '三', '四']]);
    expect(others('低保证户口')).toEqual([
      ['最低生活保障+证户口', '低收入救助+证户口', '户籍+低保证', '一+低保+户口'],
    ]);
  });

  it('leaves a query without such words as it is', () => {
    const query = parseQuery('税务 2024');
    const { words, alsoSearched } = synonyms.expand(query);
    expect(words.map(({ word }) => word)).toEqual(query.words);
    expect([words.flatMap(({ alternatives }) => alternatives), alsoSearched]).toEqual([[], []]);
  });
});
