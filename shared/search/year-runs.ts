// The order of a segment's records: stretches of one class and year, so that neither takes a column.
//
// Ordinals run by class, the better one first, within a class newest first (undated last), within a date as the
// records came. The class is kind and validity; "better" is what ranking prefers at equal fit. So the first
// matches of any list are the best of equals, a list is by date within a class, and kind, validity and year are
// stretches of ordinals: they filter and count without reading anything. There are some hundreds of them; the days, of
// which there are a hundred thousand, are read for the few records that need them (`dates-reader.ts`).

import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { lastNotAbove } from './last-not-above.ts';
import { readNumbers, requireAscending, writeNumbers } from './raw-arrays.ts';
import { classCount, isWorseClass } from './record-classes.ts';
import { yearNumber } from './record-date.ts';

/** Ordinals `[from, to)`. */
export type OrdinalRange = [from: number, to: number];

/** A class stands above the year in a number; years have four digits. */
const yearBits = 16;
const yearMask = 2 ** yearBits - 1;

/** Stretches of ordinals that have their class and year in common. */
export class YearRuns {
  readonly records: number;
  /** The first ordinal of each. */
  readonly firsts: Uint32Array;
  readonly classes: Uint8Array;
  /** Years as numbers, 0 for no date. */
  readonly years: Uint16Array;

  constructor(records: number, firsts: Uint32Array, classes: Uint8Array, years: Uint16Array) {
    this.records = records;
    this.firsts = firsts;
    this.classes = classes;
    this.years = years;
  }

  get length(): number {
    return this.firsts.length;
  }

  /** The stretch an ordinal lies in, at or behind stretch `from`. */
  find(ordinal: number, from = 0): number {
    return lastNotAbove(this.firsts, ordinal, from);
  }

  /** Where a stretch ends. */
  endOf(run: number): number {
    return this.firsts[run + 1] ?? this.records;
  }

  /** Stretches of ordinals `[from, to)` whose class and year pass, neighbours joined. */
  ranges(passes: (classNumber: number, year: number) => boolean): OrdinalRange[] {
    const ranges: OrdinalRange[] = [];
    for (let run = 0; run < this.length; run++) {
      if (!passes(this.classes[run] as number, this.years[run] as number)) continue;
      const from = this.firsts[run] as number;
      const last = ranges[ranges.length - 1];
      if (last !== undefined && last[1] === from) last[1] = this.endOf(run);
      else ranges.push([from, this.endOf(run)]);
    }
    return ranges;
  }

  /** Where each class begins and ends. */
  classRanges(): OrdinalRange[] {
    const ranges: OrdinalRange[] = [];
    for (let run = 0; run < this.length; run++) {
      const last = ranges[ranges.length - 1];
      if (last !== undefined && this.classes[run] === this.classes[run - 1]) last[1] = this.endOf(run);
      else ranges.push([this.firsts[run] as number, this.endOf(run)]);
    }
    return ranges;
  }
}

/** Writes how many, where each begins, its class and year (four bytes each), from the class and date of every record. */
export function encodeYearRuns(classNumbers: Uint8Array, dates: Uint32Array): Uint8Array {
  const firsts: number[] = [];
  const kinds: number[] = [];
  for (let at = 0; at < classNumbers.length; at++) {
    const kind = (classNumbers[at] as number) * 2 ** yearBits + yearNumber(dates[at] as number);
    if (kind === kinds[kinds.length - 1]) continue;
    firsts.push(at);
    kinds.push(kind);
  }
  const out = new ByteWriter();
  for (const numbers of [[firsts.length], firsts, kinds]) writeNumbers(out, numbers);
  return out.take();
}

/** Stretches as they are written: where each begins, and what its records have in common. */
export interface Stretches {
  readonly firsts: Uint32Array;
  readonly kinds: Uint32Array;
}

/** Reads stretches. Throws `search.block-damaged` unless they can be those of so many records. */
export function readStretches(bytes: Uint8Array, records: number, place: BlockPlace): Stretches {
  const reader = new ByteReader(bytes, place);
  const [count = 0] = readNumbers(reader, 1);
  const firsts = readNumbers(reader, count);
  const kinds = readNumbers(reader, count);
  const isCovered = count === 0 ? records === 0 : firsts[0] === 0 && (firsts[count - 1] as number) < records;
  if (!reader.isAtEnd || !isCovered) throw blockDamaged(place);
  requireAscending(firsts, reader);
  return { firsts, kinds };
}

/** Reads the section `years`. Throws `search.block-damaged` unless it can be that of so many records, in the right order. */
export function decodeYearRuns(bytes: Uint8Array, records: number, place: BlockPlace): YearRuns {
  const { firsts, kinds } = readStretches(bytes, records, place);
  const classNumbers = Uint8Array.from(kinds, (kind) => Math.min(classCount, kind >>> yearBits));
  const years = Uint16Array.from(kinds, (kind) => kind & yearMask);
  for (let run = 0; run < kinds.length; run++) {
    if (!isInOrder(classNumbers, years, run)) throw blockDamaged(place);
  }
  return new YearRuns(records, firsts, classNumbers, years);
}

/** Whether a stretch may stand where it does: behind one of a better class, or of the same and a later year. */
function isInOrder(classNumbers: Uint8Array, years: Uint16Array, run: number): boolean {
  const classNumber = classNumbers[run] as number;
  if (classNumber >= classCount) return false;
  const before = run === 0 ? -1 : (classNumbers[run - 1] as number);
  if (before === classNumber) return (years[run] as number) < (years[run - 1] as number);
  return isWorseClass(classNumber, before);
}
