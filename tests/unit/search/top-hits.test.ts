// The best few of many candidates: the same as sorting them all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, TopHits } from '#shared/search/top-hits.ts';

const place = fc.tuple(fc.nat(2), fc.nat(40));
/** Few orders, so that ties are common; no two candidates lie at one place. */
const candidates = fc
  .uniqueArray(place, { selector: ([segment, ordinal]) => segment * 100 + ordinal, maxLength: 80 })
  .chain((places) =>
    fc.tuple(...places.map(([segment, ordinal]) => fc.nat(5).map((order) => ({ order, segment, ordinal })))),
  )
  .map((all) => all.map((one): Candidate => ({ ...one, score: one.order, fit: 0 })));

/** Higher order first, then the newer segment, then the smaller ordinal. */
function sorted(all: readonly Candidate[]): Candidate[] {
  return [...all].sort((a, b) => b.order - a.order || b.segment - a.segment || a.ordinal - b.ordinal);
}

describe('top hits › when candidates come in any order', () => {
  it('keeps what sorting all of them puts first', () => {
    fc.assert(
      fc.property(candidates, fc.nat(30), (all, limit) => {
        const top = new TopHits(limit);
        for (const one of all) top.offer(one);
        expect(top.sorted()).toEqual(sorted(all).slice(0, limit));
      }),
    );
  });

  it('loses none when those below the least are not even offered', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 30 }), (all, limit) => {
        const top = new TopHits(limit);
        for (const one of all) if (one.order >= top.least) top.offer(one);
        expect(top.sorted()).toEqual(sorted(all).slice(0, limit));
      }),
    );
  });

  it('has no least until it is full', () => {
    const top = new TopHits(2);
    const offer = (order: number) => top.offer({ order, score: 0, fit: 0, segment: 0, ordinal: order });
    offer(5);
    expect(top.least).toBe(Number.NEGATIVE_INFINITY);
    offer(7);
    expect(top.least).toBe(5);
    offer(6);
    expect(top.least).toBe(6);
  });
});
