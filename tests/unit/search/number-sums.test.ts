// Sums that remember what they touched: told and cleared like plain ones, also of more numbers than they remember.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberSums } from '#shared/search/number-sums.ts';

const toldBy = (sums: NumberSums) => {
  const told = new Map<number, number>();
  sums.forEach((number, sum) => {
    expect(told.has(number)).toBe(false);
    told.set(number, sum);
  });
  return told;
};

const additions = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: -3, max: 3 })), { maxLength: 120 });

it('sums › whatever is added, in two rounds › are those of a map', () => {
  fc.assert(
    fc.property(additions, additions, (...rounds) => {
      const sums = new NumberSums(30);
      for (const round of rounds) {
        const model = new Map<number, number>();
        for (const [number, count] of round) {
          sums.add(number, count);
          if (number < 30) model.set(number, (model.get(number) ?? 0) + count);
        }
        for (const [number, count] of model) if (count === 0) model.delete(number);
        expect(new Map([...toldBy(sums)].sort())).toEqual(new Map([...model].sort()));
        sums.clear();
        expect(toldBy(sums).size).toBe(0);
      }
    }),
  );
});

it('sums › of more numbers than are remembered › are told and cleared as well', () => {
  const sums = new NumberSums(10_000);
  const all = Uint32Array.from({ length: 10_000 }, (_, at) => 9_999 - at);
  sums.tally(all, 2);
  expect(toldBy(sums).size).toBe(10_000);
  sums.clear();
  sums.tally(all.subarray(0, 3), 1);
  expect([...toldBy(sums)]).toEqual([
    [9999, 1],
    [9998, 1],
    [9997, 1],
  ]);
});
