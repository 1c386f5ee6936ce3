// Classes and dates of records in the order of ordinals, for tests of the sections that tell them.
import fc from 'fast-check';
import { recordKinds, validities } from '#shared/catalogue/record.ts';
import { ByteWriter } from '#shared/search/byte-writer.ts';
import { writeNumbers } from '#shared/search/raw-arrays.ts';
import { classCount, classOf, compareClasses } from '#shared/search/record-classes.ts';
import { latestDate } from '#shared/search/record-date.ts';

export interface OrderedRow {
  readonly classNumber: number;
  /** A date code (`record-date.ts`). */
  readonly date: number;
}

const row = fc.record({
  classNumber: fc.nat(classCount - 1),
  date: fc.oneof(fc.constantFrom(0, 1, 842_000), fc.nat(latestDate)),
});

/** The better class first, newest first within. */
export const orderedRows: fc.Arbitrary<readonly OrderedRow[]> = fc
  .array(row, { maxLength: 80 })
  .map((all) => all.sort((a, b) => compareClasses(a.classNumber, b.classNumber) || b.date - a.date));

export const classesOf = (rows: readonly OrderedRow[]) =>
  Uint8Array.from(rows, ({ classNumber }) => classNumber);

export const datesOf = (rows: readonly OrderedRow[]) => Uint32Array.from(rows, ({ date }) => date);

/** Stretches as they are written: how many (or how many are told), where each begins, what its records have in common. */
export function writeStretches(
  firsts: readonly number[],
  kinds: readonly number[],
  told = firsts.length,
): Uint8Array {
  const out = new ByteWriter();
  for (const numbers of [[told], firsts, kinds]) writeNumbers(out, numbers);
  return out.take();
}

/** Makes one number of a class and a date or year. */
type JoinKind = (classNumber: number, when: number) => number;

const better = classOf(recordKinds.indexOf('document'), validities.indexOf('in-force'));
const worse = classOf(recordKinds.indexOf('matter'), validities.indexOf('repealed'));

/** Stretches of four records that are as they should be. */
export const soundStretches = (join: JoinKind) =>
  writeStretches([0, 2, 3], [join(better, 9), join(better, 0), join(worse, 0)]);

/** What is wrong, the stretches, and of how many records they are said to be. */
export function wrongStretches(join: JoinKind): [what: string, bytes: Uint8Array, records: number][] {
  const write = writeStretches;
  const [first, second] = [join(better, 9), join(better, 8)];
  return [
    ['fewer records than stretches begin', soundStretches(join), 3],
    ['records and no stretch', write([], []), 3],
    ['a stretch and no record', write([0], [first]), 0],
    ['a stretch of no record', write([0, 0], [first, second]), 2],
    ['no stretch at the beginning', write([1], [first]), 2],
    ['a class there is none of', write([0], [join(classCount, 9)]), 2],
    ['a worse class before a better one', write([0, 1], [join(worse, 0), first]), 2],
    ['one stretch written as two', write([0, 1], [first, first]), 2],
    ['a later time behind an earlier one', write([0, 1], [second, first]), 2],
    ['fewer stretches than told', write([0], [first], 2), 2],
    ['more stretches than told', write([0, 1], [first, second], 1), 2],
  ];
}
