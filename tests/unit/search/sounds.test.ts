// Pairs of characters by their sound, as titles have them.
import { describe, expect, it } from 'vitest';
import { sections } from '#shared/search/format.ts';
import { mostSpellings, SoundsReader } from '#shared/search/sounds-reader.ts';
import { writeSounds } from '#shared/search/sounds-writer.ts';
import type { Speller } from '#shared/search/speller.ts';
import type { TitlePair } from '#shared/search/term-collector.ts';
import { codeOfPromise } from '../../support/damage.ts';
import { WrittenBlocks } from '../../support/search-blocks.ts';
import { tinySpeller } from '../../support/tiny-speller.ts';

async function open(pairs: readonly TitlePair[], speller: Speller | null = tinySpeller) {
  const written = new WrittenBlocks();
  const { fences, readings } = await writeSounds(written, pairs, speller);
  if (readings !== '') await written.write(sections.readings, new TextEncoder().encode(readings));
  return { reader: new SoundsReader(written.open(1), fences), written, fences };
}

const pairs: TitlePair[] = [
  { pair: '社保', count: 3 },
  { pair: '设堡', count: 9 },
  { pair: '户口', count: 2 },
  { pair: '重大', count: 5 },
  { pair: '0号', count: 8 },
  { pair: '龘社', count: 8 },
];

describe('sounds › when titles have been spelt', () => {
  it('gives the pairs of two syllables, the most frequent first', async () => {
    const { reader } = await open(pairs);
    expect(await reader.pairs('she', 'bao', false)).toEqual(['设堡', '社保']);
    expect(await reader.pairs('hu', 'kou', false)).toEqual(['户口']);
  });

  it('takes an unfinished syllable for all that begin so', async () => {
    const { reader } = await open([...pairs, { pair: '社办', count: 1 }]);
    expect(await reader.pairs('she', 'ba', true)).toEqual(['社办', '设堡', '社保']);
    expect(await reader.pairs('she', 'ba', false)).toEqual([]);
  });

  it('gives a pair under each way to read it', async () => {
    const { reader } = await open(pairs);
    expect(await reader.pairs('chong', 'da', false)).toEqual(['重大']);
    expect(await reader.pairs('zhong', 'da', false)).toEqual(['重大']);
    expect(await reader.pairs('song', 'da', false)).toEqual([]);
  });

  it('tells how every character of these pairs is read', async () => {
    const { reader } = await open(pairs);
    const readings = await reader.readings();
    expect(readings.get('重')).toEqual(['chong', 'zhong']);
    expect([readings.get('社'), readings.get('龘'), readings.get('号')]).toEqual([
      ['she'],
      undefined,
      undefined,
    ]);
  });

  it('knows nothing without a dictionary', async () => {
    const { reader } = await open(pairs, null);
    expect(reader.hasSounds).toBe(false);
    expect(await reader.pairs('she', 'bao', false)).toEqual([]);
  });
});

describe('sounds › when many pairs fill many blocks', () => {
  /** Reads every character as one of seven syllables, by its number. */
  const syllables = ['a', 'ba', 'ca', 'da', 'e', 'fa', 'ga'];
  const sevenfold: Speller = {
    spell: (text) => Array.from(text, (one) => [syllables[(one.codePointAt(0) ?? 0) % 7] as string]),
  };
  const many = Array.from({ length: 90_000 }, (_, at) => ({
    pair: String.fromCharCode(0x4e00 + (at % 300), 0x4e00 + Math.floor(at / 300)),
    count: at % 1000,
  }));
  const counts = new Map(many.map(({ pair, count }) => [pair, count]));
  const soundOf = (pair: string) =>
    sevenfold
      .spell(pair)
      .map(([one]) => one)
      .join(' ');

  it('finds those of every sound, no more than are looked for', async () => {
    const { reader, written, fences } = await open(many, sevenfold);
    expect(written.count(sections.sounds)).toBe(fences.length);
    expect(fences.length).toBeGreaterThan(5);
    for (const first of syllables) {
      for (const second of syllables) {
        const found = await reader.pairs(first, second, false);
        const alike = many.filter(({ pair }) => soundOf(pair) === `${first} ${second}`);
        alike.sort((a, b) => b.count - a.count);
        expect(found).toHaveLength(mostSpellings);
        expect(found.map((pair) => counts.get(pair))).toEqual(
          alike.slice(0, mostSpellings).map(({ count }) => count),
        );
        expect(found.every((pair) => soundOf(pair) === `${first} ${second}`)).toBe(true);
      }
    }
  });
});

describe('sounds › when a block is wrong', () => {
  it('is damaged', async () => {
    for (const bytes of [[0x03, 97, 32, 98, 99], [0x01, 97, 0, 0x01, 97, 0], [0x01]]) {
      const written = new WrittenBlocks();
      await written.write(sections.sounds, Uint8Array.from(bytes));
      const reader = new SoundsReader(written.open(1), ['a']);
      expect(await codeOfPromise(reader.pairs('a', 'b', false))).toBe('search.block-damaged');
    }
  });
});
