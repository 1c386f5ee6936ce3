// Names as one text, one a line: searched a hundred times faster than a list of them.
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { lastNotAbove } from './last-not-above.ts';

/** Ends each line of a joined text but the last. */
export const lineEnd = '\n';

export class JoinedNames {
  readonly text: string;
  readonly #starts: Uint32Array;

  constructor(text: string, starts: Uint32Array) {
    this.text = text;
    this.#starts = starts;
  }

  /** Numbers of the names that hold a word at a place that counts, in order. */
  holding(word: string, counts: (place: number) => boolean): number[] {
    const found: number[] = [];
    for (let at = this.text.indexOf(word); at >= 0; at = this.text.indexOf(word, at + 1)) {
      if (!counts(at)) continue;
      const name = lastNotAbove(this.#starts, at);
      if (found[found.length - 1] !== name) found.push(name);
    }
    return found;
  }
}

/** Where each line of a text begins. Throws `search.block-damaged` unless there are as many as told. */
export function startsOfLines(text: string, count: number, place: BlockPlace): Uint32Array {
  const starts = new Uint32Array(count);
  let at = 0;
  for (let line = 0; line < count; line++) {
    starts[line] = at;
    const end = text.indexOf(lineEnd, at);
    if (end < 0 !== (line === count - 1)) throw blockDamaged(place);
    at = end + lineEnd.length;
  }
  return starts;
}
