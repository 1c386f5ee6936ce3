// What walks over records in ascending order, and the ways to combine such walks.

/** Behind every record. */
export const end = 0x3fff_ffff;
/** The answer of a step that needs a block that is not in memory: load what was noted and take the step again. */
export const wait = -2;

/** Walks over the records of one segment. A step that answered `wait` may be repeated and goes on where it was. */
export interface DocCursor {
  /** The record it stands at: -1 before the first step, `end` behind the last. */
  readonly doc: number;
  /** Goes to the first record not below `target`, never backwards: that record, `end` or `wait`. */
  advance(target: number): number;
  /** About how many records it has; known better once its first block is in memory. */
  estimate(): number;
  /** Records it is sure to have, as far as that is known without walking; 0 is always true. */
  atLeast?(): number;
  /** Notes the blocks a step to `target` would need, without taking it. */
  prefetch(target: number): void;
}

/** Records that every cursor has. */
export class AndCursor implements DocCursor {
  doc = -1;
  readonly #cursors: DocCursor[];
  #isOrdered = false;
  /** Whether all stood at the same record after the last step. */
  #areAgreed = false;

  constructor(cursors: readonly DocCursor[]) {
    this.#cursors = [...cursors];
  }

  estimate(): number {
    return this.#cursors.reduce((least, cursor) => Math.min(least, cursor.estimate()), end);
  }

  prefetch(target: number): void {
    for (const cursor of this.#cursors) cursor.prefetch(target);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    if (!this.#isOrdered) this.#order();
    for (let wanted = target; ; ) {
      const next = this.#step(wanted);
      if (next === wait) return wait;
      if (next === end || this.#areAgreed) {
        this.doc = next;
        return next;
      }
      wanted = next;
    }
  }

  /** Takes every cursor to `wanted`, or as far as the first that passes over it; then all must go there. */
  #step(wanted: number): number {
    const cursors = this.#cursors;
    let isWaiting = false;
    let next = wanted;
    this.#areAgreed = true;
    for (let at = 0; at < cursors.length; at++) {
      const found = (cursors[at] as DocCursor).advance(next);
      if (found === end) return end;
      if (found === wait) isWaiting = true;
      else if (found > next) {
        next = found;
        // The rarest sets the pace, so the others go where it has gone; what another passes over, it must too.
        if (at === 0) continue;
        this.#areAgreed = false;
        break;
      }
    }
    return isWaiting ? wait : next;
  }

  /** The rarest first. */
  #order(): void {
    this.#cursors.sort((a, b) => a.estimate() - b.estimate());
    this.#isOrdered = true;
  }
}

/** Records that all cursors have; of one cursor that cursor itself. */
export function allOf(cursors: readonly DocCursor[]): DocCursor {
  return cursors.length === 1 ? (cursors[0] as DocCursor) : new AndCursor(cursors);
}

/** Records that any cursor has. */
export class OrCursor implements DocCursor {
  doc = -1;
  /** Those that have not ended. */
  cursors: readonly DocCursor[];

  constructor(cursors: readonly DocCursor[]) {
    this.cursors = cursors;
  }

  atLeast(): number {
    return this.cursors.reduce((most, cursor) => Math.max(most, cursor.atLeast?.() ?? 0), 0);
  }

  estimate(): number {
    return this.cursors.reduce((sum, cursor) => Math.min(end, sum + cursor.estimate()), 0);
  }

  prefetch(target: number): void {
    for (const cursor of this.cursors) cursor.prefetch(target);
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    let isWaiting = false;
    let hasEnded = false;
    let next = end;
    for (const cursor of this.cursors) {
      const found = cursor.doc >= target ? cursor.doc : cursor.advance(target);
      if (found === wait) isWaiting = true;
      else if (found === end) hasEnded = true;
      else if (found < next) next = found;
    }
    if (isWaiting) return wait;
    if (hasEnded) this.cursors = this.cursors.filter((cursor) => cursor.doc !== end);
    this.doc = next;
    return next;
  }
}

/** Records of some stretches `[from, to)` in ascending order. */
export class RangeCursor implements DocCursor {
  doc = -1;
  readonly #ranges: readonly (readonly [from: number, to: number])[];
  #at = 0;

  constructor(ranges: readonly (readonly [from: number, to: number])[]) {
    this.#ranges = ranges;
  }

  atLeast(): number {
    return this.estimate();
  }

  estimate(): number {
    return this.#ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  prefetch(): void {}

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    while (this.#at < this.#ranges.length) {
      const [from, to] = this.#ranges[this.#at] as readonly [number, number];
      if (target < to) {
        this.doc = Math.max(from, target);
        return this.doc;
      }
      this.#at++;
    }
    this.doc = end;
    return end;
  }
}

/** No record at all. */
export const emptyCursor: DocCursor = {
  doc: end,
  advance: () => end,
  estimate: () => 0,
  prefetch: () => {},
};

/** Records given as an ascending list. */
export class ArrayCursor implements DocCursor {
  doc = -1;
  readonly #docs: Uint32Array;
  #at = 0;

  constructor(docs: Uint32Array) {
    this.#docs = docs;
  }

  /** Where it stands in the list. */
  get at(): number {
    return this.#at;
  }

  estimate(): number {
    return this.#docs.length;
  }

  prefetch(): void {}

  advance(target: number): number {
    const docs = this.#docs;
    let step = 1;
    let low = this.#at;
    while (low + step < docs.length && (docs[low + step] as number) < target) {
      low += step;
      step *= 2;
    }
    let high = Math.min(docs.length, low + step + 1);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((docs[middle] as number) < target) low = middle + 1;
      else high = middle;
    }
    this.#at = low;
    this.doc = low < docs.length ? (docs[low] as number) : end;
    return this.doc;
  }
}
