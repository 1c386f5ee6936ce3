// The keypad over a small catalogue: every word it offers finds something, every key it lights leads on.
import { beforeAll, describe, expect, it } from 'vitest';
import { createSpeller } from '#hub/publish/speller.ts';
import { withDigit, withLetter, withPicked } from '#shared/search/keypad/typed-text.ts';
import type { PreloadingReader } from '#shared/search/open-catalogue.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '#tests/support/catalogue-records.ts';

const titles = [
  '社会保障卡申领',
  '社会保险登记',
  '社会团体成立登记',
  '社保卡挂失',
  '关于提高城乡居民最低生活保障标准的通知',
  '重庆路改造工程公示',
  '重点项目清单',
  '户口迁移办理指南',
  '中华人民共和国母婴保健法',
  '中华人民共和国民法典',
  '母婴室建设规范',
];

const records = titles.map((title, at) =>
  makePublishable({ id: `r${at}`, title, docNo: at === 4 ? '林民发〔2024〕12号' : null }),
);
const half = Math.ceil(records.length / 2);
const openIn = (lists: Parameters<typeof openTestCatalogue>[0]) =>
  openTestCatalogue(lists, { speller: createSpeller() });
const textsOf = async (reader: PreloadingReader, text: string) =>
  (await reader.keypad(text)).words.map((word) => word.text);

describe('keypad › when nothing is typed', () => {
  it('it offers the commonest words, and no letter that no title has', async () => {
    const { reader } = await openIn([records]);
    const { words, letters } = await reader.keypad('');
    expect(words.length).toBeGreaterThan(0);
    expect(letters).toContain('s');
    expect(letters).not.toMatch(/[iuv]/);
  });

  it('it offers nothing of a catalogue without pinyin, and lights no letter', async () => {
    const { reader } = await openTestCatalogue([records]);
    expect(await reader.keypad('')).toMatchObject({ words: [], letters: '' });
  });
});

describe('keypad › when letters are typed', () => {
  let reader: PreloadingReader;
  beforeAll(async () => {
    ({ reader } = await openIn([records.slice(0, half), records.slice(half)]));
  });

  it.each([
    ['sbk', '社保卡'],
    ['shebk', '社保卡'],
    ['shehuibx', '社会保险'],
    ['cq', '重庆'],
    ['zd', '重点'],
    ['hukou', '户口'],
  ])('it offers for %s %s', async (letters, word) => {
    expect((await textsOf(reader, letters)).some((text) => text.startsWith(word))).toBe(true);
  });

  it('it tells how many records a word has, as the search does', async () => {
    for (const { text, count } of (await reader.keypad('s')).words) {
      expect((await reader.search(makeQuery(text))).total).toBe(count);
    }
  });

  it('it takes the words of all segments for one list', async () => {
    const one = await openIn([records]);
    expect(new Set(await textsOf(reader, 'mu'))).toEqual(new Set(await textsOf(one.reader, 'mu')));
  });

  it('it goes on behind a word only to what stands with it in one record', async () => {
    const beside = await reader.keypad('中华人民共和国 m');
    expect(beside.words.map(({ text }) => text).join(' ')).toMatch(/母婴/);
    expect(beside.words.map(({ text }) => text).join(' ')).not.toMatch(/母婴室/);
    expect((await reader.keypad('母婴室')).letters).not.toContain('z');
  });

  it('it lights digits that go on in a number', async () => {
    expect((await reader.keypad('林民发〔2024〕1')).digits).toBe('2');
    expect((await reader.keypad('')).digits).toBe('12');
  });
});

describe('keypad › when every key that is lit is pressed, three deep', () => {
  it('it never shows an empty result', async () => {
    const { reader } = await openIn([records]);
    const ways = async (text: string): Promise<string[]> => {
      const { letters, digits, words } = await reader.keypad(text);
      return [
        ...[...letters].map((letter) => withLetter(text, letter)),
        ...[...digits].map((digit) => withDigit(text, digit)),
        ...words.map((word) => withPicked(text, word.text)),
      ];
    };
    let texts = [''];
    for (let depth = 0; depth < 3; depth++) {
      texts = [...new Set((await Promise.all(texts.map(ways))).flat())];
      for (const text of texts) {
        const { resultsText } = await reader.keypad(text);
        const { total, matched } = await reader.search(makeQuery(resultsText));
        expect({ text, resultsText, matched, isEmpty: total === 0 }).toEqual({
          text,
          resultsText,
          matched: 'whole',
          isEmpty: false,
        });
      }
    }
  });
});
