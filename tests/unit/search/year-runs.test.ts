// The order of a segment's records as stretches of one class and year.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordKinds, validities } from '#shared/catalogue/record.ts';
import { classOf, compareClasses, kindOfClass, validityOfClass } from '#shared/search/record-classes.ts';
import { yearNumber } from '#shared/search/record-date.ts';
import { decodeYearRuns, encodeYearRuns } from '#shared/search/year-runs.ts';
import { codeOf, somewhere } from '../../support/damage.ts';
import {
  classesOf,
  datesOf,
  type OrderedRow,
  orderedRows,
  soundStretches,
  writeStretches,
  wrongStretches,
} from '../../support/ordered-rows.ts';

const runsOf = (rows: readonly OrderedRow[]) =>
  decodeYearRuns(encodeYearRuns(classesOf(rows), datesOf(rows)), rows.length, somewhere);

describe('year runs › when records are in order', () => {
  it('tell the class and year of every one of them', () => {
    fc.assert(
      fc.property(orderedRows, (all) => {
        const runs = runsOf(all);
        all.forEach(({ classNumber, date }, ordinal) => {
          const run = runs.find(ordinal);
          expect(runs.firsts[run]).toBeLessThanOrEqual(ordinal);
          expect(runs.endOf(run)).toBeGreaterThan(ordinal);
          expect([runs.classes[run], runs.years[run]]).toEqual([classNumber, yearNumber(date)]);
          expect(runs.find(ordinal, run)).toBe(run);
        });
      }),
    );
  });

  it('give the stretches that pass, neighbours joined, as a filter of all records does', () => {
    fc.assert(
      fc.property(orderedRows, fc.nat(4), (all, wanted) => {
        const passes = (classNumber: number, year: number) =>
          kindOfClass(classNumber) === wanted || year % 2 === 1;
        const ranges = runsOf(all).ranges(passes);
        const passing = ranges.flatMap(([from, to]) =>
          Array.from({ length: to - from }, (_, at) => from + at),
        );
        const expected = [...all.entries()]
          .filter(([, { classNumber, date }]) => passes(classNumber, yearNumber(date)))
          .map(([at]) => at);
        expect(passing).toEqual(expected);
        for (const [at, [from]] of ranges.slice(1).entries()) {
          expect(from).toBeGreaterThan(ranges[at]?.[1] as number);
        }
      }),
    );
  });

  it('give each year of a class as one stretch', () => {
    fc.assert(
      fc.property(orderedRows, (all) => {
        const runs = runsOf(all);
        const found = [...runs.firsts.keys()].map((run) => [
          runs.firsts[run],
          runs.endOf(run),
          runs.classes[run],
          runs.years[run],
        ]);
        const expected: number[][] = [];
        for (const [ordinal, { classNumber, date }] of all.entries()) {
          const last = expected.at(-1);
          if (last?.[2] === classNumber && last[3] === yearNumber(date)) last[1] = ordinal + 1;
          else expected.push([ordinal, ordinal + 1, classNumber, yearNumber(date)]);
        }
        expect(found).toEqual(expected);
      }),
    );
  });

  it('give each class as one stretch', () => {
    fc.assert(
      fc.property(orderedRows, (all) => {
        const ranges = runsOf(all).classRanges();
        const classes = ranges.map(
          ([from, to]) => new Set(all.slice(from, to).map((one) => one.classNumber)),
        );
        expect(classes.every(({ size }) => size === 1)).toBe(true);
        expect(ranges).toHaveLength(new Set(all.map(({ classNumber }) => classNumber)).size);
        expect(ranges.map(([from]) => from)).toEqual(
          ranges.length === 0 ? [] : [0, ...ranges.slice(0, -1).map(([, to]) => to)],
        );
        expect(ranges.at(-1)?.[1] ?? 0).toBe(all.length);
      }),
    );
  });
});

describe('classes › when they are put in order', () => {
  const number = (kind: (typeof recordKinds)[number], validity: (typeof validities)[number]) =>
    classOf(recordKinds.indexOf(kind), validities.indexOf(validity));

  it('a document in force stands before one repealed, and before a guide in force', () => {
    const classes = [
      number('guide', 'in-force'),
      number('document', 'repealed'),
      number('document', 'in-force'),
    ];
    expect(classes.sort(compareClasses).map((one) => [kindOfClass(one), validityOfClass(one)])).toEqual(
      [
        ['document', 'in-force'],
        ['document', 'repealed'],
        ['guide', 'in-force'],
      ].map(([kind, validity]) => [
        recordKinds.indexOf(kind as never),
        validities.indexOf(validity as never),
      ]),
    );
  });
});

describe('year runs › when bytes are wrong', () => {
  const stretch = (classNumber: number, year: number) => classNumber * 2 ** 16 + year;
  const read = (bytes: Uint8Array, records: number) =>
    codeOf(() => decodeYearRuns(bytes, records, somewhere));

  it('are read when they are sound', () => {
    expect(read(soundStretches(stretch), 4)).toBe('no error');
    expect(read(writeStretches([], []), 0)).toBe('no error');
  });

  it.each([
    ...wrongStretches(stretch),
    ['a class far behind all classes', writeStretches([0], [stretch(2 ** 15, 9)]), 2] as const,
  ])('are damaged with %s', (_what, bytes, records) => {
    expect(read(bytes, records)).toBe('search.block-damaged');
  });
});
