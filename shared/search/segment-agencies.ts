// The agencies of a segment: what they are called, and which of them a word names by characters or by sound.
import { type BlockPlace, blockDamaged } from './byte-reader.ts';
import { normalise } from './normalise.ts';
import { isWordStart } from './tokenise.ts';

/** An agency as it stands in a segment; the column `agency` counts from 1. */
export interface SegmentAgency {
  readonly id: string;
  readonly name: string;
  /** Records it has here, deleted ones included. */
  readonly records: number;
  /** The likeliest syllables of its name, parted by blanks; empty without a speller. */
  readonly syllables: string;
}

/** Ends each agency in a joined text, and each part of one. */
const lineEnd = '\n';
const partEnd = '\u0000';
/** Fewer letters of a spelling say too little: two are initials. */
const fewestSpelt = 3;

/** Two texts, so that neither needs parsing before the first question: all facts, and all names as compared. */
export interface AgencyTexts {
  readonly rows: string;
  readonly names: string;
}

export function writeAgencies(agencies: readonly SegmentAgency[]): AgencyTexts {
  const clean = (part: string) => part.replaceAll(lineEnd, ' ').replaceAll(partEnd, ' ');
  const rows = agencies.map(({ id, name, records, syllables }) =>
    [clean(id), clean(name), records, syllables].join(partEnd),
  );
  return { rows: rows.join(lineEnd), names: agencies.map(({ name }) => normalise(name).text).join(lineEnd) };
}

export class SegmentAgencies {
  readonly count: number;
  readonly #texts: AgencyTexts;
  readonly #place: BlockPlace;
  #rows: readonly SegmentAgency[] | null = null;
  #byId: Map<string, SegmentAgency[]> | null = null;
  #names: JoinedNames | null = null;
  #initials: JoinedNames | null = null;
  #spelt: JoinedNames | null = null;
  /** Marks where a syllable begins in the joined spellings. */
  #syllableStarts = new Uint8Array(0);

  constructor(count: number, texts: AgencyTexts, place: BlockPlace) {
    this.count = count;
    this.#texts = texts;
    this.#place = place;
  }

  /** All agencies, by number from 0. Throws `search.block-damaged` when there are not as many as told. */
  get all(): readonly SegmentAgency[] {
    this.#rows ??= this.#parse();
    return this.#rows;
  }

  /** The agencies with an id: one for each name it has had. */
  withId(id: string): readonly SegmentAgency[] {
    this.#byId ??= Map.groupBy(this.all, (agency) => agency.id);
    return this.#byId.get(id) ?? [];
  }

  /** Numbers of the agencies whose name holds a normalised word. */
  named(word: string): number[] {
    if (this.count === 0) return [];
    this.#names ??= new JoinedNames(this.#texts.names, this.count, this.#place);
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

  #parse(): SegmentAgency[] {
    const lines = this.count === 0 ? [] : this.#texts.rows.split(lineEnd);
    if (lines.length !== this.count) throw blockDamaged(this.#place);
    return lines.map((line) => {
      const [id = '', name, records, syllables] = line.split(partEnd);
      if (name === undefined || records === undefined || syllables === undefined)
        throw blockDamaged(this.#place);
      return { id, name, records: Number(records), syllables };
    });
  }

  #joinSounds(): void {
    const syllables = this.all.map((agency) => (agency.syllables === '' ? [] : agency.syllables.split(' ')));
    const joined = (texts: readonly string[]) =>
      new JoinedNames(texts.join(lineEnd), texts.length, this.#place);
    this.#initials = joined(syllables.map((all) => all.map((one) => one[0]).join('')));
    this.#spelt = joined(syllables.map((all) => all.join('')));
    this.#syllableStarts = new Uint8Array(this.#spelt.text.length + 1);
    let at = 0;
    for (const all of syllables) {
      for (const { length } of all) {
        this.#syllableStarts[at] = 1;
        at += length;
      }
      at += lineEnd.length;
    }
  }
}

/** Names as one text, which is searched a hundred times faster than a list. */
class JoinedNames {
  readonly text: string;
  readonly #starts: Uint32Array;

  constructor(text: string, count: number, place: BlockPlace) {
    this.text = text;
    this.#starts = new Uint32Array(count);
    let at = 0;
    for (let number = 0; number < count; number++) {
      this.#starts[number] = at;
      at = text.indexOf(lineEnd, at) + lineEnd.length;
      if (number < count - 1 && at === 0) throw blockDamaged(place);
    }
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
