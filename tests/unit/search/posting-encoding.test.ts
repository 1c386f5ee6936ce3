// Chunks of a list: what goes in comes out, whatever is crowded or damaged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChunkDecoder, type Places } from '#shared/search/chunk-decoder.ts';
import { blockBytes } from '#shared/search/format.ts';
import {
  ChunkEncoder,
  type ChunkRange,
  cutChunks,
  docsInChunk,
  type PostingList,
  placesFlags,
  placesInChunk,
} from '#shared/search/posting-encoding.ts';
import { codeOf, somewhere } from '../../support/damage.ts';
import { toList } from '../../support/search-blocks.ts';

const encoder = new ChunkEncoder();
const decoder = new ChunkDecoder();

interface Entry {
  readonly doc: number;
  readonly places?: readonly number[];
}

function decode(bytes: Uint8Array, { docs, places }: PostingList, range: ChunkRange, records: number) {
  const firstDoc = docs[range.from] as number;
  const stored = { bytes, from: 0, to: bytes.length, count: range.to - range.from, firstDoc };
  decoder.read({ ...stored, hasPlaces: places !== null, place: somewhere }, records);
  return Array.from({ length: decoder.count }, (_, at) => placesAt(at));
}

function placesAt(at: number): number[] {
  const held: Places = { positions: new Uint32Array(0), from: 0, to: 0 };
  decoder.placesOf(at, held);
  return [...held.positions.subarray(held.from, held.to)];
}

/** The list as its chunks give it back. */
function throughChunks(list: PostingList, records: number): Entry[] {
  const back: Entry[] = [];
  for (const range of cutChunks(list)) {
    const bytes = encoder.encode(list, range, 1.5);
    expect(bytes.length).toBeLessThan(blockBytes);
    decode(bytes, list, range, records);
    for (let at = 0; at < decoder.count; at++) {
      const places = list.places === null ? {} : { places: placesAt(at) };
      back.push({ doc: decoder.docs()[at] as number, ...places });
    }
  }
  return back;
}

const ascending = (values: number[]) => [...values].sort((a, b) => a - b);
const docs = (max: number) => fc.uniqueArray(fc.nat(max), { minLength: 1, maxLength: 700 }).map(ascending);
const places = fc
  .uniqueArray(fc.oneof(fc.nat(60), fc.nat(4_000_000)), { minLength: 1, maxLength: 6 })
  .map(ascending);

describe('chunks › when a list is scattered or crowded', () => {
  it('give back the records of a list without places', () => {
    fc.assert(
      fc.property(fc.oneof(docs(1000), docs(2 ** 30 - 3)), (numbers) => {
        const entries = numbers.map((doc) => ({ doc }));
        expect(throughChunks(toList(entries), 2 ** 30 - 2)).toEqual(entries);
      }),
    );
  });

  it('give back records and places', () => {
    const entries = docs(5000).chain((numbers) =>
      fc.tuple(...numbers.map((doc) => fc.record({ doc: fc.constant(doc), places }))),
    );
    fc.assert(
      fc.property(entries, (all) => {
        expect(throughChunks(toList(all), 5001)).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });

  it('hold no more records and places than they may', () => {
    const crowded = Array.from({ length: 600 }, (_, doc) => ({
      doc,
      places: Array.from({ length: doc % 3 === 0 ? 100 : 1 }, (_, at) => at * 5),
    }));
    const list = toList(crowded);
    const chunks = cutChunks(list);
    expect(chunks.map(({ from }) => from)).toEqual([0, ...chunks.slice(0, -1).map(({ to }) => to)]);
    expect(chunks.at(-1)?.to).toBe(600);
    for (const { from, to } of chunks) {
      expect(to - from).toBeLessThanOrEqual(docsInChunk);
      const held = crowded.slice(from, to).reduce((sum, one) => sum + one.places.length, 0);
      expect(held).toBeLessThanOrEqual(placesInChunk);
    }
    expect(throughChunks(list, 600)).toEqual(crowded);
  });
});

describe('chunks › when a record has more places than fit', () => {
  it('tell none of its places and all of its neighbours’', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => at * 2);
    const [before, after] = [
      { doc: 1, places: [5] },
      { doc: 9, places: [0, 400] },
    ];
    const kept = throughChunks(toList([before, { doc: 7, places: many(placesInChunk) }, after]), 10);
    expect(kept[1]?.places).toHaveLength(placesInChunk);
    const told = throughChunks(toList([before, { doc: 7, places: many(placesInChunk + 1) }, after]), 10);
    expect(told).toEqual([before, { doc: 7, places: [] }, after]);
  });
});

describe('chunks › when places differ little', () => {
  const near = Array.from({ length: docsInChunk }, (_, at) => ({
    doc: at * 3,
    places: at % 40 === 7 ? [at % 5, 9, 700] : [(at * 7) % 31],
  }));
  const crowded = { doc: 9000, places: Array.from({ length: placesInChunk + 1 }, (_, place) => place) };

  it.each([
    ['of one place each', near.map(({ doc }, at) => ({ doc, places: [at % 31] }))],
    ['of some with more', near],
    ['of one with more than are kept', [...near.slice(1), crowded]],
    ['all at the very beginning', near.map(({ doc }) => ({ doc, places: [0] }))],
  ])('tell those of any record alone: %s', (_what, entries) => {
    const list = toList(entries);
    const range = { from: 0, to: list.length };
    const bytes = encoder.encode(list, range, 2);
    expect((bytes[1] as number) & placesFlags.areAlone).not.toBe(0);
    const all = decode(bytes, list, range, 10_000);
    expect(all).toEqual(entries.map(({ places }) => (places.length > placesInChunk ? [] : places)));
    decode(bytes, list, range, 10_000);
    expect([200, 7, 47, 3].map(placesAt)).toEqual([200, 7, 47, 3].map((at) => all[at]));
  });

  it('are written in a row where alone they would take far more', () => {
    const list = toList(near.map(({ doc }, at) => ({ doc, places: [at === 9 ? 2 ** 12 : at % 3] })));
    const bytes = encoder.encode(list, { from: 0, to: list.length }, 2);
    expect((bytes[1] as number) & placesFlags.areAlone).toBe(0);
    expect(throughChunks(list, 10_000)[9]).toEqual({ doc: 27, places: [2 ** 12] });
  });
});

describe('chunks › when a word stands at one place in nearly all records', () => {
  const { areAlone, areSingle, areSteps, rice } = placesFlags;
  const nearly = (placesOf: (at: number) => number[]) =>
    Array.from({ length: docsInChunk }, (_, at) => ({ doc: at * 5, places: placesOf(at) }));

  it.each([
    ['steps of one place each', areSteps | areSingle, nearly((at) => [at === 130 ? 12 : 9])],
    ['steps of some with more', areSteps, nearly((at) => (at % 40 === 7 ? [9, 30] : [9]))],
    ['one place each', areSingle, nearly((at) => [at % 50 === 49 ? 20 : 0])],
    ['some with more', 0, nearly((at) => (at % 50 === 3 ? [0, 33] : [at % 50 === 49 ? 20 : 0]))],
  ])('tell all places: %s', (_what, flags, entries) => {
    const list = toList(entries);
    const [, way = 0] = encoder.encode(list, { from: 0, to: list.length });
    expect([way & (areAlone | areSingle | areSteps), way & rice]).toEqual([flags, 0]);
    expect(throughChunks(list, 10_000)).toEqual(entries);
  });
});

describe('chunks › when they name a record the segment does not have', () => {
  it('are damaged', () => {
    const list = toList([{ doc: 3 }, { doc: 5 }]);
    const bytes = encoder.encode(list, { from: 0, to: 2 });
    expect(codeOf(() => decode(bytes, list, { from: 0, to: 2 }, 6))).toBe('no error');
    expect(codeOf(() => decode(bytes, list, { from: 0, to: 2 }, 5))).toBe('search.block-damaged');
    const single = (records: number) => codeOf(() => decoder.readSingle(5, null, somewhere, records));
    expect([single(6), single(5)]).toEqual(['no error', 'search.block-damaged']);
  });

  it.each([0, docsInChunk + 1])('are damaged with %d records', (count) => {
    const chunk = { bytes: new Uint8Array(99), from: 0, to: 99, count, firstDoc: 0, hasPlaces: false };
    expect(codeOf(() => decoder.read({ ...chunk, place: somewhere }, 1000))).toBe('search.block-damaged');
  });
});

describe('chunks › when any of their bytes are wrong', () => {
  const entries = docs(1900).chain((numbers) =>
    fc.tuple(...numbers.slice(0, docsInChunk).map((doc) => fc.record({ doc: fc.constant(doc), places }))),
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    mask: fc.integer({ min: 1, max: 255 }),
  });

  it('say so or give records and places within bounds', () => {
    let read = 0;
    let noticed = 0;
    fc.assert(
      fc.property(
        entries,
        fc.boolean(),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (all, hasPlaces, changes) => {
          const list = toList(hasPlaces ? all : all.map(({ doc }) => ({ doc })));
          const bytes = encoder.encode(list, { from: 0, to: list.length });
          for (const { at, mask } of changes) {
            const byte = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
            if (byte >= 0) bytes[byte] = (bytes[byte] as number) ^ mask;
          }
          let told: number[][] = [];
          const code = codeOf(() => {
            told = decode(bytes, list, { from: 0, to: list.length }, 2000);
          });
          if (code !== 'no error') {
            expect(code).toBe('search.block-damaged');
            noticed++;
            return;
          }
          read++;
          const ordinals = [...decoder.docs()];
          expect(ordinals).toEqual(ascending([...new Set(ordinals)]));
          expect([ordinals[0], ordinals.length]).toEqual([list.docs[0], list.length]);
          expect(ordinals.at(-1)).toBeLessThan(2000);
          expect(told.length).toBe(list.length);
          expect(told.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(
            placesInChunk + list.length,
          );
        },
      ),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(20);
    expect(noticed).toBeGreaterThan(50);
  });

  it('do not hang on nothing but zeros or ones', () => {
    for (const fill of [0, 255]) {
      for (const head of [0, 5, 24, 0x25, 0x45, 0x65, 0x85]) {
        for (const hasPlaces of [false, true]) {
          const bytes = new Uint8Array(200).fill(fill);
          bytes.set([head, head]);
          const chunk = {
            bytes,
            from: 0,
            to: 200,
            count: docsInChunk,
            firstDoc: 0,
            hasPlaces,
            place: somewhere,
          };
          const code = codeOf(() => {
            decoder.read(chunk, 2 ** 30);
            placesAt(0);
          });
          expect(code, `${fill} ${head} ${hasPlaces}`).toBe('search.block-damaged');
        }
      }
    }
  });

  it('notice a chunk that is cut short or goes on', () => {
    const list = toList(Array.from({ length: 200 }, (_, at) => ({ doc: at * 7, places: [at, at + 30] })));
    const range = { from: 0, to: 200 };
    const bytes = encoder.encode(list, range);
    for (const wrong of [bytes.slice(0, -1), bytes.slice(0, 40), Uint8Array.of(...bytes, 0)]) {
      expect(codeOf(() => decode(wrong, list, range, 2000))).toBe('search.block-damaged');
    }
  });
});
