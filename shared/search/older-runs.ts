// The order of records as segments up to format 4 tell it: every stretch of one class and date, in memory from the start.

import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import type { RecordDates } from './dates-reader.ts';
import { lastNotAbove } from './last-not-above.ts';
import { classCount, isWorseClass } from './record-classes.ts';
import { latestDate, yearNumber } from './record-date.ts';
import { readStretches, YearRuns } from './year-runs.ts';

/** Where it stands. */
export const olderRunsSection = 'runs';

/** Bits of a stretch's date; its class stands above them. */
const dateBits = 23;
const dateMask = 2 ** dateBits - 1;

/** Reads the section `runs`. Throws `search.block-damaged` unless it can be that of so many records, in the right order. */
export function decodeOlderRuns(
  bytes: Uint8Array,
  records: number,
  place: BlockPlace,
): { readonly runs: YearRuns; readonly dates: RecordDates } {
  const { firsts, kinds } = readStretches(bytes, records, place);
  const yearFirsts: number[] = [];
  const classes: number[] = [];
  const years: number[] = [];
  let last = { classNumber: -1, date: latestDate + 1 };
  for (let run = 0; run < kinds.length; run++) {
    const kind = kinds[run] as number;
    const [classNumber, date] = [kind >>> dateBits, kind & dateMask];
    const isNewClass = classNumber !== last.classNumber;
    const isRight = isNewClass
      ? classNumber < classCount && isWorseClass(classNumber, last.classNumber) && date <= latestDate
      : date < last.date;
    if (!isRight) throw blockDamaged(place);
    if (isNewClass || yearNumber(date) !== yearNumber(last.date)) {
      yearFirsts.push(firsts[run] as number);
      classes.push(classNumber);
      years.push(yearNumber(date));
    }
    last = { classNumber, date };
  }
  return {
    runs: new YearRuns(
      records,
      Uint32Array.from(yearFirsts),
      Uint8Array.from(classes),
      Uint16Array.from(years),
    ),
    dates: {
      read: async (ordinals) =>
        ordinals.map((ordinal) => (kinds[lastNotAbove(firsts, ordinal)] as number) & dateMask),
    },
  };
}
