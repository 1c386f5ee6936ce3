// Titles that hold some letters among their initials, and which of them begin so.
import { type DocCursor, end, wait } from './doc-cursor.ts';
import { tiers } from './ranking.ts';
import type { WordField } from './word-fields.ts';

/** Walks over titles with the initials, and lets one cursor tell the beginnings: the letters are walked over once, not twice. */
export class InitialsCursor implements DocCursor {
  doc = -1;
  readonly #anywhere: DocCursor;
  /** Of titles with the initials, exactly those that begin so. */
  readonly #head: DocCursor;

  constructor(anywhere: DocCursor, head: DocCursor) {
    this.#anywhere = anywhere;
    this.#head = head;
  }

  /** Whether the title it stands at begins with the initials. */
  get isAtStart(): boolean {
    return this.#head.doc === this.doc;
  }

  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    const found = this.#anywhere.advance(target);
    if (found === wait) return wait;
    if (found !== end && this.#head.advance(found) === wait) return wait;
    this.doc = found;
    return found;
  }

  atLeast(): number {
    return this.#anywhere.atLeast?.() ?? 0;
  }

  estimate(): number {
    return this.#anywhere.estimate();
  }

  prefetch(target: number): void {
    this.#anywhere.prefetch(target);
    this.#head.prefetch(target);
  }
}

export class InitialsField implements WordField {
  readonly cursor: InitialsCursor;

  constructor(cursor: InitialsCursor) {
    this.cursor = cursor;
  }

  tier(): number {
    return this.cursor.isAtStart ? tiers.soundPrefix : tiers.sound;
  }
}
