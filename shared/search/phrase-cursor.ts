// Walks over the records in which all probes of a word stand side by side.
import type { Places } from './chunk-decoder.ts';
import { type DocCursor, end, wait } from './doc-cursor.ts';
import { FilterCursor, type RecordTest } from './filter-cursor.ts';
import type { PlacedCursor } from './list-cursor.ts';

/** A part of a word: found at `place + offset`, the word stands at `place`. */
export interface PlacedProbe {
  readonly offset: number;
  readonly cursor: PlacedCursor;
}

/** Told when a record keeps no places: the word may stand anywhere in it. */
export const unknownPlace = -1;

/** A word that stands somewhere, and where it first does. */
export interface PhraseCursor extends DocCursor {
  /** The first place of the word in the record it stands at; `unknownPlace` when that is not kept. */
  place(): number;
  /** Whether the word stands in one record, not below the last asked for; null when a block is missing. */
  isAt(doc: number): boolean | null;
}

/** Records that hold a word. A word without probes is found nowhere. */
export function phraseCursor(probes: readonly PlacedProbe[]): PhraseCursor {
  const [first] = probes;
  if (first !== undefined && probes.length === 1) return new LonePhrase(first.cursor);
  return new ProbedPhrase(probes);
}

/** A word proved by one list. */
class LonePhrase implements PhraseCursor {
  readonly #cursor: PlacedCursor;

  constructor(cursor: PlacedCursor) {
    this.#cursor = cursor;
  }

  get doc(): number {
    return this.#cursor.doc;
  }

  advance(target: number): number {
    return this.#cursor.advance(target);
  }

  atLeast(): number {
    return this.#cursor.atLeast?.() ?? 0;
  }

  estimate(): number {
    return this.#cursor.estimate();
  }

  prefetch(target: number): void {
    this.#cursor.prefetch(target);
  }

  isAt(doc: number): boolean | null {
    const found = this.#cursor.advance(doc);
    return found === wait ? null : found === doc;
  }

  place(): number {
    const lone = this.#cursor.lonePlace();
    if (lone >= 0) return lone;
    const { positions, from, to } = this.#cursor.places();
    return from === to ? unknownPlace : (positions[from] as number);
  }
}

class ProbedPhrase implements PhraseCursor {
  doc = -1;
  readonly #probes: readonly PlacedProbe[];
  /** The rarest first, once their first blocks are there. */
  readonly #cursors: PlacedCursor[];
  #isOrdered = false;
  readonly #held: Readonly<Places>[] = [];
  #place = unknownPlace;

  constructor(probes: readonly PlacedProbe[]) {
    this.#probes = probes;
    this.#cursors = probes.map(({ cursor }) => cursor);
    if (probes.length === 0) this.doc = end;
  }

  estimate(): number {
    if (this.doc === end) return 0;
    return this.#cursors.reduce((least, cursor) => Math.min(least, cursor.estimate()), end);
  }

  prefetch(target: number): void {
    if (this.doc !== end) for (const cursor of this.#cursors) cursor.prefetch(target);
  }

  isAt(doc: number): boolean | null {
    if (this.doc >= doc) return this.doc === doc;
    const found = this.#meet(doc);
    if (found === wait) return null;
    if (found === end) this.doc = end;
    if (found !== doc || !this.#stands()) return false;
    this.doc = doc;
    return true;
  }

  place(): number {
    return this.#place;
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    for (let wanted = target; ; ) {
      const found = this.#meet(wanted);
      if (found === wait) return wait;
      if (found === end || this.#stands()) {
        this.doc = found;
        return found;
      }
      wanted = found + 1;
    }
  }

  /**
   * The first record not below `target` that all probes have. As `AndCursor` goes, but in code of its own, which
   * meets hardly any cursors but lists: most of the time of a search is spent here.
   */
  #meet(target: number): number {
    if (!this.#isOrdered) {
      this.#cursors.sort((a, b) => a.estimate() - b.estimate());
      this.#isOrdered = true;
    }
    for (let wanted = target; ; ) {
      const found = this.#pass(wanted);
      if (found === wanted || found === end || found === wait) return found;
      wanted = found;
    }
  }

  /** Takes the probes to `wanted`, or as far as the first that passes over it; `wanted` when all stand there. */
  #pass(wanted: number): number {
    const cursors = this.#cursors;
    let isWaiting = false;
    let next = wanted;
    for (let at = 0; at < cursors.length; at++) {
      const cursor = cursors[at] as PlacedCursor;
      const found = cursor.doc >= next ? cursor.doc : cursor.advance(next);
      if (found === next) continue;
      if (found === end) return end;
      if (found === wait) isWaiting = true;
      else {
        next = found;
        if (at > 0) break;
      }
    }
    return isWaiting ? wait : next;
  }

  /** Whether some place fits all probes in the record they are at; notes the first. */
  #stands(): boolean {
    const lone = this.#standsLone();
    return lone === null ? this.#standsAnywhere() : lone;
  }

  /** The same where every probe has just one place there, as most have; null where one has not. */
  #standsLone(): boolean | null {
    const probes = this.#probes;
    let wanted = unknownPlace;
    let isSame = true;
    for (let at = 0; at < probes.length; at++) {
      const { cursor, offset } = probes[at] as PlacedProbe;
      const place = cursor.lonePlace();
      if (place < 0) return null;
      if (at === 0) wanted = place - offset;
      else isSame &&= place - offset === wanted;
    }
    this.#place = wanted;
    return isSame && wanted >= 0;
  }

  #standsAnywhere(): boolean {
    const probes = this.#probes;
    const held = this.#held;
    let rarest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (let at = 0; at < probes.length; at++) {
      const places = (probes[at] as PlacedProbe).cursor.places();
      held[at] = places;
      const count = places.to - places.from;
      if (count > 0 && count < fewest) {
        fewest = count;
        rarest = at;
      }
    }
    this.#place = unknownPlace;
    if (rarest < 0) return true;
    const { positions, from, to } = held[rarest] as Readonly<Places>;
    const { offset } = probes[rarest] as PlacedProbe;
    for (let at = from; at < to; at++) {
      const place = (positions[at] as number) - offset;
      if (place >= 0 && this.#standsAt(place, rarest)) {
        this.#place = place;
        return true;
      }
    }
    return false;
  }

  #standsAt(place: number, rarest: number): boolean {
    const probes = this.#probes;
    for (let at = 0; at < probes.length; at++) {
      const { positions, from, to } = this.#held[at] as Readonly<Places>;
      if (at === rarest || from === to) continue;
      if (!holds(positions, place + (probes[at] as PlacedProbe).offset, from, to)) return false;
    }
    return true;
  }
}

/** Whether ascending positions hold one. */
function holds(positions: Uint32Array, position: number, from: number, to: number): boolean {
  if (to - from < 8) {
    for (let at = from; at < to; at++) if (positions[at] === position) return true;
    return false;
  }
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((positions[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low < to && positions[low] === position;
}

/** Narrows a walk over records that hold a phrase, at which the phrase stands too, to those that begin with it. */
export const atStart = (walk: DocCursor, phrase: PhraseCursor): DocCursor =>
  new FilterCursor(walk, new StartTest(phrase));

/** Passes records the phrase stands at that begin with it. */
class StartTest implements RecordTest {
  readonly #phrase: PhraseCursor;

  constructor(phrase: PhraseCursor) {
    this.#phrase = phrase;
  }

  passes(): boolean {
    return this.#phrase.place() <= 0;
  }
}
