// Records as a map of bits: it steps, counts and lists like the plain list it was made from.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader } from '#shared/search/bit-reader.ts';
import { BitWriter } from '#shared/search/bit-writer.ts';
import { RecordMap } from '#shared/search/record-map.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

function bytesOf(docs: readonly number[], filling: number): Uint8Array {
  const out = new BitWriter();
  out.bits(filling, 3);
  const [first = 0] = docs;
  const last = docs.at(-1) ?? 0;
  out.bits(last - first, 24);
  const held = new Set(docs);
  for (let doc = first + 1; doc <= last; doc++) out.bits(held.has(doc) ? 1 : 0, 1);
  out.bits(filling, 3);
  return out.take();
}

function mapOf(bytes: Uint8Array, firstDoc: number, count: number): RecordMap {
  const bits = new BitReader(bytes, 0, bytes.length, somewhere);
  bits.bits(3);
  return new RecordMap(bits, firstDoc, count, somewhere);
}

const docsOf = fc
  .uniqueArray(fc.nat(700), { minLength: 2, maxLength: 256 })
  .map((docs) => docs.sort((a, b) => a - b).map((doc) => doc + 5000));

describe('map of records › when it is walked', () => {
  it('steps and counts as the list does, whatever stands around it', () => {
    fc.assert(
      fc.property(docsOf, fc.array(fc.nat(400)), fc.constantFrom(0, 7), (docs, steps, filling) => {
        const map = mapOf(bytesOf(docs, filling), docs[0] as number, docs.length);
        const last = docs.at(-1) as number;
        expect(map.lastDoc).toBe(last);
        for (let target = 0; target <= last; target = (steps.shift() ?? 9) + Math.max(target + 1, 5000)) {
          const number = docs.findIndex((doc) => doc >= target);
          expect(map.seek(target)).toBe(docs[number]);
          if (target % 3 !== 0) expect(map.number()).toBe(number);
        }
        const all = new Uint32Array(docs.length);
        map.list(all);
        expect([...all]).toEqual(docs);
      }),
    );
  });

  it('stays where it is when asked for what lies before', () => {
    const map = mapOf(bytesOf([10, 12, 40], 0), 10, 3);
    expect([map.seek(12), map.seek(3), map.number()]).toEqual([12, 12, 1]);
  });
});

describe('map of records › when it is damaged', () => {
  const docs = [10, 11, 30, 90];
  const bytes = bytesOf(docs, 0);

  it.each([
    ['fewer records than told', 5],
    ['more records than told', 3],
  ])('is refused with %s', (_what, count) => {
    expect(codeOf(() => mapOf(bytes, 10, 4))).toBe('no error');
    expect(codeOf(() => mapOf(bytes, 10, count))).toBe('search.block-damaged');
  });

  it('is refused when it does not end with a record, is empty, or is cut short', () => {
    const open = new BitWriter();
    open.bits(0, 3);
    open.bits(4, 24);
    open.bits(0b1010, 4);
    expect(codeOf(() => mapOf(open.take(), 10, 3))).toBe('search.block-damaged');
    expect(codeOf(() => mapOf(new Uint8Array(9), 10, 1))).toBe('search.block-damaged');
    expect(codeOf(() => mapOf(bytes.slice(0, 6), 10, 4))).toBe('search.block-damaged');
  });
});
