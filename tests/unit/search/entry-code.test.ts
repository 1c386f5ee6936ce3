// Numbers of entries by any part: what is a code, what is a part, and that any part is found and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryCode, partOfCode, probesOfPart, tokeniseCode } from '#shared/search/entry-code.ts';
import { makePublishable, openTestCatalogue } from '../../support/catalogue-records.ts';

const entryOf = (indexNo: string | null, title = '某某商店') =>
  makePublishable({ id: `e-${indexNo}`, kind: 'entry', title, indexNo, docNo: null });
const codeOf = (indexNo: string | null) => entryCode(entryOf(indexNo).record);

async function titlesFor(text: string): Promise<string[]> {
  const shops = [
    entryOf('91330106MA2XAC9R7Y', '甲商店'),
    entryOf('92330106MA2CJ12024', '乙商店'),
    makePublishable({ id: 'd', kind: 'document', title: '一份文件', indexNo: '1AC9R7' }),
  ];
  const { reader } = await openTestCatalogue([shops]);
  const query = { text, filters: {}, sort: 'relevance', offset: 0, limit: 9 } as const;
  const { hits, matched } = await reader.search(query);
  return matched === 'whole' ? hits.map(({ record }) => record.title) : [];
}

describe('code of an entry', () => {
  it.each([
    ['91330106MA2XAC9R7Y', '91330106ma2xac9r7y'],
    ['９１３３ 0106-MA2X', '91330106ma2x'],
    ['浙食字0012号', null],
    ['7Y', null],
    [null, null],
  ])('%s › is %s', (number, code) => {
    expect(codeOf(number)).toBe(code);
  });

  it('of a document › is none: its number is found by its runs', () => {
    const { record } = makePublishable({ id: 'd', kind: 'document', indexNo: '91330106MA2XAC9R7Y' });
    expect(entryCode(record)).toBeNull();
  });
});

describe('part of a code', () => {
  it.each([
    ['9r7y', '9r7y'],
    ['ma2x ac9r', 'ma2xac9r'],
    ['330106', '330106'],
    ['2024', null],
    ['r7y', null],
    ['shangdian', null],
    ['9r7y店', null],
  ])('%s › is %s', (word, part) => {
    expect(partOfCode(word)).toBe(part);
  });

  it('probes › prove it exactly where it stands', () => {
    const code = fc.stringMatching(/^[ab1]{4,30}$/);
    fc.assert(
      fc.property(code, fc.nat(26), fc.integer({ min: 4, max: 30 }), code, (text, from, length, other) => {
        const part = text.slice(from, from + length).length < 4 ? other : text.slice(from, from + length);
        const terms = new Set<string>();
        tokeniseCode(text, (term, at) => terms.add(`${term}@${at}`));
        const stands = (place: number) =>
          probesOfPart(part).every(({ offset, keys }) => terms.has(`${keys[0]?.key}@${place + offset}`));
        const places = Array.from({ length: text.length }, (_, place) => place).filter(stands);
        const truth = places.filter((place) => text.startsWith(part, place));
        expect(places).toEqual(truth);
        expect(places.includes(text.indexOf(part)) || !text.includes(part)).toBe(true);
      }),
    );
  });
});

describe('search › when part of a code is typed', () => {
  it.each([
    ['AC9R7Y', ['甲商店']],
    ['xac9r7y', ['甲商店']],
    ['9r7y', ['甲商店']],
    ['J12024', ['乙商店']],
    ['C9R7', ['甲商店']],
    ['330106', ['甲商店', '乙商店']],
    ['MA2X-AC9', ['甲商店']],
  ])('%s › the entries that have it are found whole', async (text, titles) => {
    expect(await titlesFor(text)).toEqual(titles);
  });

  it('a year › is not looked for inside of codes', async () => {
    expect(await titlesFor('2024')).toEqual([]);
  });
});
