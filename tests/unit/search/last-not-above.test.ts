// The place of a number among ascending ones, as a plain search from the end finds it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastNotAbove } from '#shared/search/last-not-above.ts';

const ascending = fc.array(fc.nat(60), { minLength: 1 }).map((all) => all.sort((a, b) => a - b));

describe('last not above › when numbers ascend', () => {
  it('is where a search from the end stops, between the bounds', () => {
    fc.assert(
      fc.property(ascending, fc.nat(70), fc.nat(40), fc.nat(40), (numbers, value, one, other) => {
        const places = [one, other].map((place) => place % numbers.length).sort((a, b) => a - b);
        const [from = 0, to = 0] = places;
        const found = numbers.slice(from, to + 1).findLastIndex((number) => number <= value);
        expect(lastNotAbove(Uint32Array.from(numbers), value, from, to)).toBe(from + Math.max(0, found));
      }),
    );
  });

  it('is the first where there are none, or all are above', () => {
    expect([lastNotAbove(new Uint32Array(0), 5), lastNotAbove(Uint32Array.of(7, 9), 5)]).toEqual([0, 0]);
    expect(lastNotAbove(Uint32Array.of(7, 9), 9)).toBe(1);
  });
});
