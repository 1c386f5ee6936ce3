// The fields a word may stand in, and how well it fits in each.
import type { DocCursor } from './doc-cursor.ts';
import type { PhraseCursor } from './phrase-cursor.ts';
import { tiers } from './ranking.ts';

/** One field a word may stand in. */
export interface WordField {
  readonly cursor: DocCursor;
  /** The tier at the record the cursor stands at. */
  tier(): number;
}

/** A field that gives one tier, wherever the word stands in it. */
export class FixedField implements WordField {
  readonly cursor: DocCursor;
  readonly #tier: number;

  constructor(cursor: DocCursor, tier: number) {
    this.cursor = cursor;
    this.#tier = tier;
  }

  tier(): number {
    return this.#tier;
  }
}

/** Titles that hold a word by its sound: those that begin so fit better. */
export class SpelledField implements WordField {
  readonly cursor: PhraseCursor;

  constructor(cursor: PhraseCursor) {
    this.cursor = cursor;
  }

  tier(): number {
    return this.cursor.place() === 0 ? tiers.soundPrefix : tiers.sound;
  }
}

/** The mean of the tiers of words at the record they all stand at. */
export function meanTier(words: readonly { tier(): number }[]): number {
  let sum = 0;
  for (const word of words) sum += word.tier();
  return sum / words.length;
}
