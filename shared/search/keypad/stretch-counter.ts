// Counts the stretches of words of a catalogue's titles and keeps the most frequent ones.
import { chineseWords, stretchesOf } from './word-stretches.ts';

/** A stretch and how many of the titles looked at have it. */
export interface CountedStretch {
  readonly text: string;
  readonly count: number;
}

/** More stretches than these are never held: the rarest go, as in lossy counting (Manku & Motwani 2002). */
const mostHeld = 240_000;

/** The stretches of a normalised title, each once. */
export function stretchesIn(title: string): ReadonlySet<string> {
  return new Set(stretchesOf(title, chineseWords(title)));
}

export class StretchCounter {
  readonly #counts = new Map<string, number>();
  /** Stretches met no more often than this have been let go at times. */
  #lost = 0;

  /** How many stretches are held. */
  get size(): number {
    return this.#counts.size;
  }

  /** Counts the stretches of one title. */
  add(stretches: ReadonlySet<string>): void {
    for (const text of stretches) this.#counts.set(text, (this.#counts.get(text) ?? this.#lost) + 1);
    while (this.#counts.size > mostHeld) this.letGo();
  }

  /** Lets the rarest go, to make room. */
  letGo(): void {
    this.#lost += 1;
    for (const [text, count] of this.#counts) if (count <= this.#lost) this.#counts.delete(text);
  }

  /** At most `most` stretches: the frequent ones, and of those alike the long ones, which say more. */
  best(most: number): CountedStretch[] {
    const all = [...this.#counts].map(([text, count]) => ({ text, count }));
    const weightOf = ({ text, count }: CountedStretch) => count * (text.length - 1);
    all.sort((a, b) => weightOf(b) - weightOf(a) || (a.text < b.text ? -1 : 1));
    return all.slice(0, most);
  }
}
