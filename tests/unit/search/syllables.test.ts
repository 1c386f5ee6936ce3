// Cutting a run of letters into the syllables it may stand for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSyllable, splitSyllables, syllables } from '#shared/search/syllables.ts';

describe('syllables › when letters are typed', () => {
  it.each([
    [
      'zhongguo',
      [
        ['zhong', 'guo'],
        ['zhong', 'gu', 'o'],
      ],
    ],
    [
      'xianf',
      [
        ['xian', 'f'],
        ['xi', 'an', 'f'],
      ],
    ],
    [
      "xi'an",
      [
        ['xi', 'an'],
        ['xi', 'a', 'n'],
      ],
    ],
    [
      'fangan',
      [
        ['fang', 'an'],
        ['fang', 'a', 'n'],
        ['fan', 'gan'],
        ['fan', 'ga', 'n'],
      ],
    ],
    [
      'shebao',
      [
        ['she', 'bao'],
        ['she', 'ba', 'o'],
      ],
    ],
    [
      'lvhua',
      [
        ['lv', 'hua'],
        ['lv', 'hu', 'a'],
      ],
    ],
    [
      'luey',
      [
        ['lve', 'y'],
        ['lv', 'e', 'y'],
      ],
    ],
    ['zh', [['zh']]],
  ])('%s › it gives every way to cut them, longest first', (letters, ways) => {
    expect(splitSyllables(letters)).toEqual(ways);
  });

  it.each(['sbk', 'zzz', 'v', 'a1', '社', '', "'", 'A', 'a'.repeat(41)])(
    '“%s” › it gives no way',
    (letters) => {
      expect(splitSyllables(letters)).toEqual([]);
    },
  );
});

describe('syllables › when any letters come', () => {
  const spelling = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 6 });
  const plain = (letters: string) => letters.replace(/([ln])ue/g, '$1ve').replaceAll("'", '');

  it('gives only ways that put together are the letters, all whole but the last', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcdeghinosuvxz'"), maxLength: 24 }), (letters) => {
        const ways = splitSyllables(letters);
        expect(ways.length).toBeLessThanOrEqual(8);
        expect(new Set(ways.map((way) => way.join(' '))).size).toBe(ways.length);
        for (const way of ways) {
          expect(way.join('')).toBe(plain(letters));
          for (const piece of way.slice(0, -1)) expect(isSyllable(piece)).toBe(true);
          expect(syllables.some((one) => one.startsWith(way.at(-1) as string))).toBe(true);
        }
      }),
    );
  });

  it('finds syllables again that are kept apart by a sign', () => {
    fc.assert(
      fc.property(spelling, (spelt) => {
        fc.pre(spelt.length <= 2);
        expect(splitSyllables(spelt.join("'"))).toContainEqual(spelt);
      }),
    );
  });

  it('cuts whatever a beginning of syllables is', () => {
    fc.assert(
      fc.property(spelling, fc.nat(), (spelt, cut) => {
        const letters = spelt.join('');
        expect(splitSyllables(letters.slice(0, (cut % letters.length) + 1)).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('syllables › when the list is read', () => {
  it('holds each once, in order', () => {
    expect(syllables.length).toBeGreaterThan(400);
    expect([...new Set(syllables)].sort()).toEqual(syllables);
  });
});
