// Why a record stands where it stands: the parts told are the parts ranked by.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '#shared/search/explain.ts';
import { scoreOf, tiers } from '#shared/search/ranking.ts';
import type { RankReason } from '#shared/search/types.ts';
import {
  makePublishable,
  makeQuery,
  makeRecord,
  openTestCatalogue,
} from '../../support/catalogue-records.ts';

const candidate = (score: number, fit: number) => ({ order: score, score, fit, segment: 0, ordinal: 0 });
const points = (reasons: readonly RankReason[], part: RankReason['part']) =>
  reasons.find((reason) => reason.part === part)?.points ?? Number.NaN;

const parts = fc.record({
  fit: fc.oneof(fc.constantFrom(...Object.values(tiers)), fc.double({ min: 0, max: 11, noNaN: true })),
  rank: fc.nat(19),
  closeness: fc.nat(63),
  date: fc.nat(2 ** 22 - 1),
});

describe('explain › when a score is taken apart', () => {
  it('gives back every part it was made of', () => {
    fc.assert(
      fc.property(parts, ({ fit, rank, closeness, date }) => {
        const reasons = explain(
          candidate(scoreOf({ fit, rank, closeness, date }), fit),
          makeRecord({ id: 'r' }),
        );
        expect(reasons.map(({ part }) => part)).toEqual([
          'fit',
          'authority',
          'validity',
          'closeness',
          'date',
        ]);
        expect(points(reasons, 'fit')).toBe(fit);
        expect(points(reasons, 'authority') * 4 + points(reasons, 'validity')).toBe(rank);
        expect(points(reasons, 'closeness')).toBe(closeness);
        expect(points(reasons, 'date')).toBe(date);
      }),
    );
  });

  it('outweighs all later parts by each earlier one', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const inOrder = (one: typeof a) => [Math.round(one.fit * 64), one.rank, one.closeness, one.date];
        const [left, right] = [inOrder(a), inOrder(b)];
        const at = left.findIndex((part, index) => part !== right[index]);
        const expected = at < 0 ? 0 : Math.sign((left[at] as number) - (right[at] as number));
        expect(Math.sign(scoreOf(a) - scoreOf(b))).toBe(expected);
      }),
    );
  });

  it.each([
    [tiers.exactTitle, 'exactTitle'],
    [tiers.soundPrefix, 'soundPrefix'],
    [tiers.body, 'body'],
    [6.5, 'title–docNo'],
    [0.4, 'body'],
  ])('calls the fit %d by its name: %s', (fit, name) => {
    expect(explain(candidate(0, fit), makeRecord({ id: 'r' }))[0]?.value).toBe(name);
  });
});

describe('explain › when a query asks for reasons', () => {
  it('gives parts that put the hits in the order they stand in', async () => {
    const records = Array.from({ length: 60 }, (_, at) =>
      makePublishable({
        id: `r${at}`,
        title: ['税务公开', '关于税务公开', '税务条例公开', '年报'][at % 4] as string,
        summary: at % 8 === 3 ? '税务公开' : '',
        kind: (['document', 'guide', 'notice'] as const)[at % 3] as 'guide',
        validity: (['in-force', 'repealed', 'unknown'] as const)[Math.floor(at / 3) % 3] as 'unknown',
        date: `20${10 + (at % 7)}-01-01`,
      }),
    );
    const { reader } = await openTestCatalogue([records]);
    const { hits } = await reader.search(makeQuery('税务 公开', { limit: 60, explain: true }));
    expect(hits.length).toBeGreaterThan(45);
    const told = hits.map(({ reasons = [] }) => [
      Math.round(points(reasons, 'fit') * 64),
      points(reasons, 'authority'),
      points(reasons, 'validity'),
      points(reasons, 'closeness'),
      points(reasons, 'date'),
    ]);
    const inOrder = [...told].sort((a, b) => {
      const at = a.findIndex((part, index) => part !== b[index]);
      return at < 0 ? 0 : (b[at] as number) - (a[at] as number);
    });
    expect(told).toEqual(inOrder);
    const [first] = hits;
    expect(first?.reasons?.map(({ value }) => value)).toEqual([
      'exactTitle',
      first?.record.kind,
      first?.record.validity,
      first?.record.title,
      first?.record.date,
    ]);
    expect((await reader.search(makeQuery('税务'))).hits[0]).not.toHaveProperty('reasons');
  });
});
