// The records of a segment that are shown for a time only: which those are, and which of them are hidden at a moment.
import type { ShownSpan } from '../catalogue/record.ts';
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { mostRecords } from './format.ts';

/** Milliseconds are written in two parts: a varint holds 32 bits. */
const lowPart = 2 ** 22;
/** Stands for an end without limit; no span ends or begins then. */
const unlimited = 0;
/** The latest time a `Date` holds. */
const latestTime = 8.64e15;

/** Bytes the section may have when inflated: the most a builder writes for so many records. */
export function largestTimed(records: number): number {
  return 5 + 25 * Math.min(records, mostRecords);
}

/** Takes spans by ascending ordinal. */
export class TimedCollector {
  readonly #rows = new ByteWriter();
  #count = 0;
  #last = 0;

  /** Throws a RangeError for an end that is no time: such a record would be shown or hidden by chance. */
  add(shown: ShownSpan | null | undefined, ordinal: number): void {
    const [from, until] = [shown?.from ?? null, shown?.until ?? null];
    if (from === null && until === null) return;
    this.#rows.varint(ordinal - this.#last);
    this.#time(from);
    this.#time(until);
    this.#last = ordinal;
    this.#count++;
  }

  #time(instant: string | null): void {
    const time = instant === null ? unlimited : Date.parse(instant);
    if (Number.isNaN(time)) throw new RangeError(`No record is shown until or from ${instant}.`);
    const written = instant === null ? unlimited : Math.max(1, time);
    this.#rows.varint(Math.floor(written / lowPart));
    this.#rows.varint(written % lowPart);
  }

  /** How many there are, then each; nothing when all records are always shown. */
  finish(): Uint8Array {
    if (this.#count === 0) return new Uint8Array(0);
    const out = new ByteWriter();
    out.varint(this.#count);
    out.bytes(this.#rows.take());
    return out.take();
  }
}

/** Spans in memory: 20 bytes for each record that has one. */
export class TimedRecords {
  static readonly none = new TimedRecords(new Uint32Array(0), new Float64Array(0), new Float64Array(0));
  /** Ascending. */
  readonly #ordinals: Uint32Array;
  readonly #from: Float64Array;
  readonly #until: Float64Array;

  constructor(ordinals: Uint32Array, from: Float64Array, until: Float64Array) {
    this.#ordinals = ordinals;
    this.#from = from;
    this.#until = until;
  }

  get size(): number {
    return this.#ordinals.length;
  }

  /** Ordinals not shown at a time, ascending. */
  hiddenAt(time: number): Uint32Array {
    return this.#ordinals.filter(
      (_, at) => time < (this.#from[at] as number) || time >= (this.#until[at] as number),
    );
  }

  /** The first time behind one at which something begins or ends; `Infinity` when nothing does any more. */
  nextChange(time: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (const ends of [this.#from, this.#until]) {
      for (const one of ends) if (one > time && one < next) next = one;
    }
    return next;
  }

  /** The last time, this one or before, at which something began or ended; 0 when nothing has. */
  lastChange(time: number): number {
    let last = 0;
    for (const ends of [this.#from, this.#until]) {
      for (const one of ends) if (one <= time && one > last) last = one;
    }
    return last;
  }
}

/** Reads what `TimedCollector` wrote. Throws `search.block-damaged` when it cannot be that of so many records. */
export function decodeTimed(bytes: Uint8Array, records: number, place: BlockPlace): TimedRecords {
  const reader = new ByteReader(bytes, place);
  const count = reader.bounded(records);
  const ordinals = new Uint32Array(count);
  const from = new Float64Array(count);
  const until = new Float64Array(count);
  for (let at = 0, ordinal = 0; at < count; at++) {
    const gap = reader.varint();
    ordinal += gap;
    if (ordinal >= records || (at > 0 && gap === 0)) throw blockDamaged(place);
    ordinals[at] = ordinal;
    from[at] = readTime(reader);
    until[at] = readTime(reader) || Number.POSITIVE_INFINITY;
  }
  if (!reader.isAtEnd) throw blockDamaged(place);
  return new TimedRecords(ordinals, from, until);
}

function readTime(reader: ByteReader): number {
  const time = reader.varint() * lowPart + reader.bounded(lowPart - 1);
  if (time > latestTime) throw blockDamaged(reader.place);
  return time;
}
