// The order of records as segments up to format 4 tell it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOlderRuns } from '#shared/search/older-runs.ts';
import { latestDate } from '#shared/search/record-date.ts';
import { decodeYearRuns, encodeYearRuns } from '#shared/search/year-runs.ts';
import { codeOf, somewhere } from '../../support/damage.ts';
import {
  classesOf,
  datesOf,
  orderedRows,
  soundStretches,
  writeStretches,
  wrongStretches,
} from '../../support/ordered-rows.ts';

const stretch = (classNumber: number, date: number) => classNumber * 2 ** 23 + date;

describe('older runs › when records are in order', () => {
  it('tell the same years as the present section, and the date of every record', async () => {
    await fc.assert(
      fc.asyncProperty(orderedRows, async (all) => {
        const kinds = all.map(({ classNumber, date }) => stretch(classNumber, date));
        const firsts = [...kinds.keys()].filter((at) => at === 0 || kinds[at] !== kinds[at - 1]);
        const bytes = writeStretches(
          firsts,
          firsts.map((at) => kinds[at] as number),
        );
        const { runs, dates } = decodeOlderRuns(bytes, all.length, somewhere);
        expect(runs).toEqual(
          decodeYearRuns(encodeYearRuns(classesOf(all), datesOf(all)), all.length, somewhere),
        );
        expect(await dates.read([...all.keys()])).toEqual(all.map(({ date }) => date));
      }),
    );
  });
});

describe('older runs › when bytes are wrong', () => {
  const read = (bytes: Uint8Array, records: number) =>
    codeOf(() => decodeOlderRuns(bytes, records, somewhere));

  it('are read when they are sound', () => {
    expect(read(soundStretches(stretch), 4)).toBe('no error');
    expect(read(writeStretches([], []), 0)).toBe('no error');
  });

  it.each([
    ...wrongStretches(stretch),
    ['a date behind all dates', writeStretches([0], [stretch(0, latestDate + 1)]), 1] as const,
  ])('are damaged with %s', (_what, bytes, records) => {
    expect(read(bytes, records)).toBe('search.block-damaged');
  });
});
