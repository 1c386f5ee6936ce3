// The agencies of a segment: which of them a word names, by their characters or by how they sound.
import { normalise } from './normalise.ts';
import type { SegmentMeta } from './segment-directory.ts';
import { isWordStart } from './tokenise.ts';

/** Ends each name in a joined text; in no normalised name. */
const separator = '\n';
/** Fewer letters of a spelling say too little: two are initials. */
const fewestSpelt = 3;

export class AgencyNames {
  readonly #agencies: SegmentMeta['agencies'];
  #names: JoinedNames | null = null;
  #initials: JoinedNames | null = null;
  #spelt: JoinedNames | null = null;
  /** Marks where a syllable begins in the joined spellings. */
  #syllableStarts = new Uint8Array(0);

  constructor(agencies: SegmentMeta['agencies']) {
    this.#agencies = agencies;
  }

  /** Places in `meta.agencies` of the agencies whose name holds a normalised word. */
  named(word: string): number[] {
    this.#names ??= new JoinedNames(this.#agencies.map(([, name]) => normalise(name).text));
    const { text } = this.#names;
    return this.#names.holding(word, (at) => isWordStart(text, at));
  }

  /** The same for agencies whose name sounds like the letters: some of its initials, or syllables from one on. */
  sounding(letters: string): number[] {
    if (this.#initials === null) this.#joinSounds();
    const found = new Set(this.#initials?.holding(letters, () => true));
    if (letters.length >= fewestSpelt) {
      const spelt = this.#spelt?.holding(letters, (at) => this.#syllableStarts[at] === 1) ?? [];
      for (const agency of spelt) found.add(agency);
    }
    return [...found].sort((a, b) => a - b);
  }

  #joinSounds(): void {
    const syllables = this.#agencies.map(([, , , spelt]) => (spelt === '' ? [] : spelt.split(' ')));
    this.#initials = new JoinedNames(syllables.map((all) => all.map((one) => one[0]).join('')));
    this.#spelt = new JoinedNames(syllables.map((all) => all.join('')));
    this.#syllableStarts = new Uint8Array(this.#spelt.text.length + 1);
    let at = 0;
    for (const all of syllables) {
      for (const { length } of all) {
        this.#syllableStarts[at] = 1;
        at += length;
      }
      at += separator.length;
    }
  }
}

/** Names as one text, which is searched a hundred times faster than a list. */
class JoinedNames {
  readonly text: string;
  readonly #starts: Uint32Array;

  constructor(names: readonly string[]) {
    this.#starts = new Uint32Array(names.length);
    let at = 0;
    names.forEach((name, number) => {
      this.#starts[number] = at;
      at += name.length + separator.length;
    });
    this.text = names.join(separator);
  }

  /** Numbers of the names that hold a word at a place that counts, in order. */
  holding(word: string, counts: (place: number) => boolean): number[] {
    const found: number[] = [];
    for (let at = this.text.indexOf(word); at >= 0; at = this.text.indexOf(word, at + 1)) {
      if (!counts(at)) continue;
      const name = this.#nameAt(at);
      if (found[found.length - 1] !== name) found.push(name);
    }
    return found;
  }

  #nameAt(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
