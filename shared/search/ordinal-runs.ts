// The order of a segment's records: stretches of one class and date, so that neither takes a column.
//
// Ordinals run by class, the better one first, within a class newest first (undated last), within a date as the
// records came. The class is kind and validity; "better" is what ranking prefers at equal fit. So the first
// matches of any list are the best of equals, a list is by date within a class, and kind, validity and year are
// stretches of ordinals: they filter and count without reading anything.

import { recordKinds, validities } from '../catalogue/record.ts';
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { lastNotAbove } from './last-not-above.ts';
import { classRank } from './ranking.ts';
import { readNumbers, writeNumbers } from './raw-arrays.ts';
import { yearNumber } from './record-date.ts';

/** A class as a number: place of the kind in `recordKinds` and of the validity in `validities`. */
export function classOf(kind: number, validity: number): number {
  return kind * validities.length + validity;
}

export function kindOfClass(number: number): number {
  return Math.floor(number / validities.length);
}

export function validityOfClass(number: number): number {
  return number % validities.length;
}

const classes = recordKinds.length * validities.length;
const latestDate = 2 ** 22;

/** Sorts below zero when records of class `a` stand before those of class `b`. */
export function compareClasses(a: number, b: number): number {
  return (
    classRank(kindOfClass(b), validityOfClass(b)) - classRank(kindOfClass(a), validityOfClass(a)) || a - b
  );
}

/** Ordinals `[from, to)`. */
export type OrdinalRange = [from: number, to: number];

/** Stretches of ordinals that have their class in common, by their first ordinal. */
class Stretches {
  readonly records: number;
  readonly firsts: Uint32Array;
  readonly classes: Uint8Array;

  constructor(records: number, firsts: Uint32Array, classes: Uint8Array) {
    this.records = records;
    this.firsts = firsts;
    this.classes = classes;
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
}

/** Stretches of one class and year: hundreds where there are many thousands of dates. */
export class YearRuns extends Stretches {
  /** Years as numbers, 0 for no date. */
  readonly years: Uint16Array;

  constructor(records: number, firsts: Uint32Array, classes: Uint8Array, years: Uint16Array) {
    super(records, firsts, classes);
    this.years = years;
  }
}

/** Stretches of one class and date. */
export class OrdinalRuns extends Stretches {
  /** Date codes (`record-date.ts`). */
  readonly dates: Uint32Array;
  /** The first stretch of each class: there are some dozens of classes, and stretches in their hundred thousands. */
  readonly #classStarts: readonly number[];
  #byYear: YearRuns | null = null;

  constructor(
    records: number,
    firsts: Uint32Array,
    classes: Uint8Array,
    dates: Uint32Array,
    classStarts: readonly number[],
  ) {
    super(records, firsts, classes);
    this.dates = dates;
    this.#classStarts = classStarts;
  }

  /** The same, joined by year. */
  get byYear(): YearRuns {
    this.#byYear ??= this.#joinYears();
    return this.#byYear;
  }

  #joinYears(): YearRuns {
    const firsts: number[] = [];
    const classes: number[] = [];
    const years: number[] = [];
    for (const [at, start] of this.#classStarts.entries()) {
      const end = this.#classStarts[at + 1] ?? this.length;
      for (let run = start; run < end; run = this.#yearEnd(run, end)) {
        firsts.push(this.firsts[run] as number);
        classes.push(this.classes[run] as number);
        years.push(yearNumber(this.dates[run] as number));
      }
    }
    return new YearRuns(
      this.records,
      Uint32Array.from(firsts),
      Uint8Array.from(classes),
      Uint16Array.from(years),
    );
  }

  /** The first stretch of another year behind one, before the end of its class: years fall from stretch to stretch. */
  #yearEnd(run: number, end: number): number {
    const year = yearNumber(this.dates[run] as number);
    let low = run + 1;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (yearNumber(this.dates[middle] as number) === year) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Stretches of ordinals `[from, to)` whose class and date pass, neighbours joined. */
  ranges(passes: (classNumber: number, date: number) => boolean): OrdinalRange[] {
    const ranges: OrdinalRange[] = [];
    for (let run = 0; run < this.length; run++) {
      if (!passes(this.classes[run] as number, this.dates[run] as number)) continue;
      const from = this.firsts[run] as number;
      const last = ranges[ranges.length - 1];
      if (last !== undefined && last[1] === from) last[1] = this.endOf(run);
      else ranges.push([from, this.endOf(run)]);
    }
    return ranges;
  }

  /** Where each class begins and ends. */
  classRanges(): OrdinalRange[] {
    return this.#classStarts.map((start, at) => {
      const next = this.#classStarts[at + 1];
      return [
        this.firsts[start] as number,
        next === undefined ? this.records : (this.firsts[next] as number),
      ];
    });
  }

  /** Stretches of ordinals whose class passes, neighbours joined: without a look at every date. */
  rangesOfClasses(passes: (classNumber: number) => boolean): OrdinalRange[] {
    const ranges: OrdinalRange[] = [];
    for (const [at, [from, to]] of this.classRanges().entries()) {
      if (!passes(this.classes[this.#classStarts[at] as number] as number)) continue;
      const last = ranges[ranges.length - 1];
      if (last !== undefined && last[1] === from) last[1] = to;
      else ranges.push([from, to]);
    }
    return ranges;
  }
}

/** Bits of a stretch's date; its class stands above them. */
const dateBits = 23;
const dateMask = 2 ** dateBits - 1;

/** Writes runs as they are read into memory: how many, where each begins, its class and date (four bytes each). */
export function encodeRuns(classNumbers: Uint8Array, dates: Uint32Array): Uint8Array {
  const firsts: number[] = [];
  const kinds: number[] = [];
  for (let at = 0; at < classNumbers.length; at++) {
    const kind = (classNumbers[at] as number) * 2 ** dateBits + (dates[at] as number);
    if (kind === kinds[kinds.length - 1]) continue;
    firsts.push(at);
    kinds.push(kind);
  }
  const out = new ByteWriter();
  for (const numbers of [[firsts.length], firsts, kinds]) writeNumbers(out, numbers);
  return out.take();
}

/** Reads runs. Throws `search.block-damaged` unless they can be those of so many records, in the right order. */
export function decodeRuns(bytes: Uint8Array, records: number, place: BlockPlace): OrdinalRuns {
  const reader = new ByteReader(bytes, place);
  const [count = 0] = readNumbers(reader, 1);
  const firsts = readNumbers(reader, count);
  const kinds = readNumbers(reader, count);
  const isCovered = count === 0 ? records === 0 : firsts[0] === 0 && (firsts[count - 1] as number) < records;
  if (!reader.isAtEnd || !isCovered) throw blockDamaged(place);
  const classStarts = startsOfClasses(firsts, kinds, place);
  const classNumbers = new Uint8Array(count);
  for (const [at, start] of classStarts.entries()) {
    classNumbers.fill((kinds[start] as number) >>> dateBits, start, classStarts[at + 1] ?? count);
  }
  for (let at = 0; at < count; at++) kinds[at] = (kinds[at] as number) & dateMask;
  return new OrdinalRuns(records, firsts, classNumbers, kinds, classStarts);
}

/**
 * The first stretch of each class. This goes over all of them at every start, so it does little: dates fall within a
 * class, so that only its first can be too late, and of two stretches of one class the later has the smaller number.
 */
function startsOfClasses(firsts: Uint32Array, kinds: Uint32Array, place: BlockPlace): number[] {
  const starts: number[] = [];
  let lastFirst = -1;
  let lastKind = 0;
  let lastClass = -1;
  for (let at = 0; at < kinds.length; at++) {
    const first = firsts[at] as number;
    const kind = kinds[at] as number;
    const classNumber = kind >>> dateBits;
    if (classNumber !== lastClass) {
      if (classNumber >= classes || !isWorse(classNumber, lastClass)) throw blockDamaged(place);
      if ((kind & dateMask) > latestDate) throw blockDamaged(place);
      starts.push(at);
      lastClass = classNumber;
    } else if (kind >= lastKind) throw blockDamaged(place);
    if (first <= lastFirst) throw blockDamaged(place);
    lastFirst = first;
    lastKind = kind;
  }
  return starts;
}

/** Whether a class may stand behind another one, or -1 at the very beginning. */
function isWorse(classNumber: number, before: number): boolean {
  return before < 0 || compareClasses(before, classNumber) < 0;
}
