// Records of many agencies that sound like what is typed: found by lists at first, by the column once it is in memory.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AgencyColumnCursor } from '#shared/search/agency-column.ts';
import { end } from '#shared/search/doc-cursor.ts';
import { makePublishable, makeQuery, openTestCatalogue } from '../../support/catalogue-records.ts';
import { tinySpeller } from '../../support/tiny-speller.ts';

describe('agency column › when it is walked over', () => {
  it('meets every record of the agencies and no other, wherever a step goes', () => {
    const values = fc.array(fc.nat(6), { maxLength: 60 });
    const steps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        values,
        fc.uint8Array({ minLength: 7, maxLength: 7, max: 1 }),
        steps,
        (all, isWanted, by) => {
          const cursor = new AgencyColumnCursor(all, isWanted, []);
          let target = 0;
          for (const step of by) {
            const expected = all.findIndex((value, at) => at >= target && isWanted[value] === 1);
            expect(cursor.advance(target)).toBe(expected < 0 ? end : expected);
            expect(cursor.doc).toBe(expected < 0 ? end : expected);
            if (expected < 0) return;
            target = expected + step;
          }
        },
      ),
    );
  });

  it('is sure of no more records than the longest of their lists tells', () => {
    const cursor = new AgencyColumnCursor([], new Uint8Array(3), [256, 300]);
    expect([cursor.atLeast(), cursor.estimate()]).toEqual([300, 556]);
    expect(new AgencyColumnCursor([], new Uint8Array(3), [256, 20]).atLeast()).toBe(0);
  });
});

describe('agency column › when it is in memory', () => {
  /** Forty tax offices and as many others, one after the other. */
  const records = Array.from({ length: 4000 }, (_, at) => {
    const number = at % 80;
    const name = number < 40 ? `第${number}税务局` : `第${number}人民政府`;
    return makePublishable({ id: `r${at}`, title: `公开${at}`, agencyId: `a${number}`, agencyName: name });
  });

  it.each([
    ['records of all of them', {}],
    ['records of one year', { year: ['2024'] }],
  ])('answers as it did before: %s', async (_what, filters) => {
    const dated = records.map((one, at) => ({
      ...one,
      record: { ...one.record, date: at % 3 === 0 ? '2024-05-01' : '2023-05-01' },
    }));
    const { reader } = await openTestCatalogue([dated], { speller: tinySpeller });
    const query = makeQuery('swj', { filters });
    using walked = vi.spyOn(AgencyColumnCursor.prototype, 'advance');
    const before = await reader.search(query);
    expect(before.total).toBe('year' in filters ? 667 : 2000);
    expect(walked).not.toHaveBeenCalled();
    while (await reader.preload());
    walked.mockClear();
    expect(await reader.search(query)).toEqual(before);
    expect(walked).toHaveBeenCalled();
  });
});
