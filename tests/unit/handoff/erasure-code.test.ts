// The erasure code: any k of all pieces bring the data back, whatever is lost.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostPieces, restorePieces, sparePieces } from '#shared/handoff/erasure-code.ts';

const shape = fc
  .record({ count: fc.integer({ min: 1, max: 40 }), spare: fc.integer({ min: 0, max: 30 }) })
  .chain(({ count, spare }) =>
    fc.record({
      data: fc.integer({ min: 1, max: 40 }).chain((size) =>
        fc.array(fc.uint8Array({ minLength: size, maxLength: size }), {
          minLength: count,
          maxLength: count,
        }),
      ),
      spare: fc.constant(spare),
      kept: fc.shuffledSubarray([...Array(count + spare).keys()], { minLength: count, maxLength: count }),
    }),
  );

it('restoring › when any k of n pieces came, in any order › it gives the data back', () => {
  fc.assert(
    fc.property(shape, ({ data, spare, kept }) => {
      const all = [...data, ...sparePieces(data, spare)];
      const held = new Map(kept.map((index) => [index, all[index] ?? new Uint8Array()]));
      expect(restorePieces(held, data.length)).toEqual(data.map((bytes) => Uint8Array.from(bytes)));
    }),
    { numRuns: 150 },
  );
});

it('restoring › when one piece is too few › it says so', () => {
  const data = [Uint8Array.of(1, 2), Uint8Array.of(3, 4), Uint8Array.of(5, 6)];
  const [spare = new Uint8Array()] = sparePieces(data, 1);
  expect(restorePieces(new Map([[3, spare]]), 3)).toBeNull();
});

it('spare pieces › when there would be more pieces than elements of the field › it refuses', () => {
  const data = Array.from({ length: 200 }, () => new Uint8Array(1));
  expect(() => sparePieces(data, mostPieces - 199)).toThrow(RangeError);
  expect(sparePieces(data, mostPieces - 200)).toHaveLength(55);
});
