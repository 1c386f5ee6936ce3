// The order of a segment's records as stretches of one class and date.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordKinds, validities } from '#shared/catalogue/record.ts';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import {
  classOf,
  compareClasses,
  decodeRuns,
  encodeRuns,
  kindOfClass,
  validityOfClass,
} from '#shared/search/ordinal-runs.ts';
import { writeNumbers } from '#shared/search/raw-arrays.ts';
import { yearNumber } from '#shared/search/record-date.ts';
import { codeOf, somewhere } from '../../support/damage.ts';

interface Row {
  readonly classNumber: number;
  readonly date: number;
}

const row = fc.record({
  classNumber: fc.nat(recordKinds.length * validities.length - 1),
  date: fc.oneof(fc.constantFrom(0, 1, 842_000), fc.nat(2 ** 22)),
});
/** Records in the order of ordinals: the better class first, newest first within. */
const rows = fc
  .array(row, { maxLength: 80 })
  .map((all) => all.sort((a, b) => compareClasses(a.classNumber, b.classNumber) || b.date - a.date));

const encoded = (all: readonly Row[]) =>
  encodeRuns(
    Uint8Array.from(all, ({ classNumber }) => classNumber),
    Uint32Array.from(all, ({ date }) => date),
  );

describe('runs › when records are in order', () => {
  it('tell the class and date of every one of them', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const runs = decodeRuns(encoded(all), all.length, somewhere);
        all.forEach(({ classNumber, date }, ordinal) => {
          const run = runs.find(ordinal);
          expect(runs.firsts[run]).toBeLessThanOrEqual(ordinal);
          expect(runs.endOf(run)).toBeGreaterThan(ordinal);
          expect([runs.classes[run], runs.dateOf(run)]).toEqual([classNumber, date]);
          expect(runs.find(ordinal, run)).toBe(run);
        });
      }),
    );
  });

  it('give the stretches that pass, neighbours joined, as a filter of all records does', () => {
    fc.assert(
      fc.property(rows, fc.nat(4), (all, wanted) => {
        const runs = decodeRuns(encoded(all), all.length, somewhere);
        const passes = ({ classNumber, date }: Row) => kindOfClass(classNumber) === wanted || date % 2 === 1;
        const ranges = runs.ranges((classNumber, date) => passes({ classNumber, date }));
        const passing = ranges.flatMap(([from, to]) =>
          Array.from({ length: to - from }, (_, at) => from + at),
        );
        expect(passing).toEqual([...all.keys()].filter((at) => passes(all[at] as Row)));
        for (const [at, [from]] of ranges.slice(1).entries()) {
          expect(from).toBeGreaterThan(ranges[at]?.[1] as number);
        }
      }),
    );
  });

  it('give the stretches of some kinds as a look at every stretch does', () => {
    fc.assert(
      fc.property(rows, fc.nat(4), (all, wanted) => {
        const runs = decodeRuns(encoded(all), all.length, somewhere);
        const passes = (classNumber: number) => kindOfClass(classNumber) % 4 === wanted;
        expect(runs.rangesOfClasses(passes)).toEqual(runs.ranges(passes));
      }),
    );
  });

  it('give each year of a class as one stretch', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { byYear } = decodeRuns(encoded(all), all.length, somewhere);
        const found = [...byYear.firsts.keys()].map((run) => [
          byYear.firsts[run],
          byYear.endOf(run),
          byYear.classes[run],
          byYear.years[run],
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
      fc.property(rows, (all) => {
        const ranges = decodeRuns(encoded(all), all.length, somewhere).classRanges();
        const classes = ranges.map(
          ([from, to]) => new Set(all.slice(from, to).map((one) => one.classNumber)),
        );
        expect(classes.every(({ size }) => size === 1)).toBe(true);
        expect(ranges).toHaveLength(new Set(all.map(({ classNumber }) => classNumber)).size);
        expect(ranges.map(([from]) => from)).toEqual(
          ranges.length === 0 ? [] : [0, ...ranges.slice(0, -1).map(([, to]) => to)],
        );
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

describe('runs › when bytes are wrong', () => {
  const better = classOf(recordKinds.indexOf('document'), validities.indexOf('in-force'));
  const worse = classOf(recordKinds.indexOf('matter'), validities.indexOf('repealed'));
  const stretch = (classNumber: number, date: number) => classNumber * 2 ** 23 + date;
  const write = (firsts: number[], stretches: number[], told = firsts.length) => {
    const out = new ByteWriter();
    for (const numbers of [[told], firsts, stretches]) writeNumbers(out, numbers);
    return out.take();
  };
  const read = (bytes: Uint8Array, records: number) => codeOf(() => decodeRuns(bytes, records, somewhere));
  const sound = [stretch(better, 9), stretch(better, 0), stretch(worse, 0)];

  it('are read when they are sound', () => {
    expect(read(write([0, 2, 3], sound), 4)).toBe('no error');
    expect(read(write([], []), 0)).toBe('no error');
  });

  it.each([
    ['fewer records than stretches begin', write([0, 2, 3], sound), 3],
    ['records and no stretch', write([], []), 3],
    ['a stretch and no record', write([0], [stretch(better, 9)]), 0],
    ['a stretch of no record', write([0, 0], [stretch(better, 9), stretch(better, 8)]), 2],
    ['no stretch at the beginning', write([1], [stretch(better, 9)]), 2],
    ['a class there is none of', write([0], [stretch(recordKinds.length * validities.length, 9)]), 2],
    ['a worse class before a better one', write([0, 1], [stretch(worse, 0), stretch(better, 9)]), 2],
    ['one stretch written as two', write([0, 1], [stretch(better, 9), stretch(better, 9)]), 2],
    ['a later date behind an earlier one', write([0, 1], [stretch(better, 8), stretch(better, 9)]), 2],
    ['a date behind all dates', write([0], [stretch(better, 2 ** 22 + 1)]), 1],
    ['fewer stretches than told', write([0], [stretch(better, 9)], 2), 2],
    ['more stretches than told', write([0, 1], [stretch(better, 9), stretch(better, 8)], 1), 2],
  ])('are damaged with %s', (_what, bytes, records) => {
    expect(read(bytes, records)).toBe('search.block-damaged');
  });
});
