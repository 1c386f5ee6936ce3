// Holds letters typed against the syllables of a word: every syllable by its initial, its beginning, or in full.

/** How a word answers to some letters. */
export interface LetterMatch {
  /** Syllables the letters reach into; the most of all ways to read them. */
  readonly reached: number;
  /** Letters that may come next. */
  readonly next: ReadonlySet<string>;
}

/**
 * Reads letters as the beginnings of syllables, one after the other: `shebk`, `sbk`, `sbaok` and `shebaoka` all
 * are 社保卡. Null when they are none of it.
 *
 * @param readingsAt how the character with this number may be read; none past the end of the word
 */
export function matchLetters(
  letters: string,
  readingsAt: (at: number) => readonly string[],
): LetterMatch | null {
  const next = new Set<string>();
  let reached = -1;
  const walk = (from: number, at: number): void => {
    if (from === letters.length) {
      reached = Math.max(reached, at);
      for (const reading of readingsAt(at)) next.add(reading[0] as string);
      return;
    }
    for (const reading of readingsAt(at)) {
      for (let taken = 1; taken <= reading.length; taken++) {
        if (letters[from + taken - 1] !== reading[taken - 1]) break;
        if (from + taken === letters.length && taken < reading.length) next.add(reading[taken] as string);
        walk(from + taken, at + 1);
      }
    }
  };
  walk(0, 0);
  return reached < 0 ? null : { reached, next };
}
