// Which agencies sound like letters: by their initials, or spelt out.
import { decodeText } from './body-pieces.ts';
import type { BlockPlace } from './byte-reader.ts';
import { JoinedNames, lineEnd, startsOfLines } from './joined-names.ts';

const newLine = lineEnd.charCodeAt(0);
const blank = 0x20;
/** Fewer letters of a spelling say too little: two are initials. */
const fewestSpelt = 3;

export class AgencySounds {
  readonly #initials: JoinedNames;
  readonly #spelt: JoinedNames;
  /** Marks where a syllable begins in the joined spellings. */
  readonly #syllableStarts: Uint8Array;

  /**
   * `lines` has the syllables of each of so many names, parted by blanks. Spellings and initials are written unit by unit:
   * thousands of names are cut in no time. Throws `search.block-damaged` unless there are as many lines.
   */
  constructor(lines: string, count: number, place: BlockPlace) {
    const initials = new Uint8Array(lines.length);
    const spelt = new Uint8Array(lines.length);
    this.#syllableStarts = new Uint8Array(lines.length + 1);
    let [initialsEnd, speltEnd] = [0, 0];
    let isStart = true;
    for (let at = 0; at < lines.length; at++) {
      const unit = lines.charCodeAt(at);
      const isName = unit !== blank && unit !== newLine;
      if (unit === newLine || (isName && isStart)) initials[initialsEnd++] = unit;
      if (isName && isStart) this.#syllableStarts[speltEnd] = 1;
      if (unit !== blank) spelt[speltEnd++] = unit;
      isStart = !isName;
    }
    const join = (letters: Uint8Array) => {
      const text = decodeText(letters, place);
      return new JoinedNames(text, startsOfLines(text, count, place));
    };
    this.#initials = join(initials.subarray(0, initialsEnd));
    this.#spelt = join(spelt.subarray(0, speltEnd));
  }

  /** Numbers of the agencies whose name sounds like the letters: some of its initials, or syllables from one on. */
  sounding(letters: string): number[] {
    const found = new Set(this.#initials.holding(letters, () => true));
    if (letters.length >= fewestSpelt) {
      const spelt = this.#spelt.holding(letters, (at) => this.#syllableStarts[at] === 1);
      for (const agency of spelt) found.add(agency);
    }
    return [...found].sort((a, b) => a - b);
  }
}
