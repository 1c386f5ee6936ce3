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
import { readNumbers, requireAscending, writeNumbers } from './raw-arrays.ts';
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
  /** Class and date of each, as they are stored. */
  readonly #kinds: Uint32Array;
  /** The first stretch of each class: there are some dozens of classes, and stretches in their hundred thousands. */
  readonly #classStarts: readonly number[];
  #byYear: YearRuns | null = null;

  constructor(
    records: number,
    firsts: Uint32Array,
    classes: Uint8Array,
    kinds: Uint32Array,
    classStarts: readonly number[],
  ) {
    super(records, firsts, classes);
    this.#kinds = kinds;
    this.#classStarts = classStarts;
  }

  /** The date code of a stretch (`record-date.ts`). */
  dateOf(run: number): number {
    return (this.#kinds[run] as number) & dateMask;
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
        years.push(yearNumber(this.dateOf(run)));
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
    const year = yearNumber(this.dateOf(run));
    let low = run + 1;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (yearNumber(this.dateOf(middle)) === year) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Stretches of ordinals `[from, to)` whose class and date pass, neighbours joined. */
  ranges(passes: (classNumber: number, date: number) => boolean): OrdinalRange[] {
    const ranges: OrdinalRange[] = [];
    for (let run = 0; run < this.length; run++) {
      if (!passes(this.classes[run] as number, this.dateOf(run))) continue;
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
  requireAscending(firsts, reader);
  const classNumbers = new Uint8Array(count);
  const classStarts: number[] = [];
  let lastClass = -1;
  for (let start = 0; start < count; ) {
    const classNumber = (kinds[start] as number) >>> dateBits;
    const end = endOfClass(kinds, start);
    // Dates fall within a class, so that only the first of it can be too late.
    const isRight =
      classNumber < classes &&
      isWorse(classNumber, lastClass) &&
      ((kinds[start] as number) & dateMask) <= latestDate &&
      isFalling(kinds, start, end);
    if (!isRight) throw blockDamaged(place);
    classStarts.push(start);
    classNumbers.fill(classNumber, start, end);
    lastClass = classNumber;
    start = end;
  }
  return new OrdinalRuns(records, firsts, classNumbers, kinds, classStarts);
}

/** Where the stretches of one class end, provided that those of a class stand together. */
function endOfClass(kinds: Uint32Array, start: number): number {
  const classNumber = (kinds[start] as number) >>> dateBits;
  let low = start + 1;
  let high = kinds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kinds[middle] as number) >>> dateBits === classNumber) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether stretches are of one class and their dates fall: of a class that is the same at both ends and numbers that fall
 * all the way, none in between is of another. This goes over all of them at every start, so it does little.
 */
function isFalling(kinds: Uint32Array, from: number, to: number): boolean {
  let last = kinds[from] as number;
  const isSame = last >>> dateBits === (kinds[to - 1] as number) >>> dateBits;
  // Below zero as soon as one step or one number is; 2^31 and more, which counts so too, is no class.
  let steps = 0;
  for (let at = from + 1; at < to; at++) {
    const kind = kinds[at] as number;
    steps |= (last - kind - 1) | kind;
    last = kind;
  }
  return isSame && steps >= 0;
}

/** Whether a class may stand behind another one, or -1 at the very beginning. */
function isWorse(classNumber: number, before: number): boolean {
  return before < 0 || compareClasses(before, classNumber) < 0;
}
