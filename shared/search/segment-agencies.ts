// The agencies of a segment: what they are called, and which of them a word names by characters or by sound.

import { decodeText } from './body-pieces.ts';
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { lastNotAbove } from './last-not-above.ts';
import { normalisedText } from './normalise.ts';
import { readNumbers, requireAscending, writeNumbers } from './raw-arrays.ts';
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
const newLine = lineEnd.charCodeAt(0);
const blank = 0x20;
/** Fewer letters of a spelling say too little: two are initials. */
const fewestSpelt = 3;

/** Two texts, so that neither needs parsing before the first question: all facts, and all names as compared. */
export interface AgencyTexts {
  readonly rows: string;
  readonly names: string;
}

/** Where each line of both texts begins, in units; ascending. */
export interface AgencyStarts {
  readonly rows: Uint32Array;
  readonly names: Uint32Array;
}

export function writeAgencies(
  agencies: readonly SegmentAgency[],
): AgencyTexts & { readonly starts: AgencyStarts } {
  const clean = (part: string) => part.replaceAll(lineEnd, ' ').replaceAll(partEnd, ' ');
  const rows = agencies.map(({ id, name, records, syllables }) =>
    [clean(id), clean(name), records, syllables].join(partEnd),
  );
  const names = agencies.map(({ name }) => normalisedText(name));
  const starts = { rows: startsOf(rows), names: startsOf(names) };
  return { rows: rows.join(lineEnd), names: names.join(lineEnd), starts };
}

function startsOf(lines: readonly string[]): Uint32Array {
  let next = 0;
  return Uint32Array.from(lines, ({ length }) => {
    const start = next;
    next += length + lineEnd.length;
    return start;
  });
}

/** The section `agency-starts`, as it lies in memory: counting thousands of lines at every start took a millisecond. */
export function encodeAgencyStarts({ rows, names }: AgencyStarts): Uint8Array {
  const out = new ByteWriter();
  for (const starts of [rows, names]) writeNumbers(out, starts);
  return out.take();
}

/** The opposite of `encodeAgencyStarts`. Throws `search.block-damaged` unless there are as many as told, in order. */
export function decodeAgencyStarts(bytes: Uint8Array, count: number, place: BlockPlace): AgencyStarts {
  const reader = new ByteReader(bytes, place);
  const starts = { rows: readNumbers(reader, count), names: readNumbers(reader, count) };
  if (!reader.isAtEnd) throw blockDamaged(place);
  for (const numbers of [starts.rows, starts.names]) requireAscending(numbers, reader);
  return starts;
}

export class SegmentAgencies {
  readonly count: number;
  readonly #texts: AgencyTexts;
  readonly #place: BlockPlace;
  /** Where each row begins: rows stay text, since of thousands a question needs a few. */
  #starts: Uint32Array | null;
  readonly #nameStarts: Uint32Array | null;
  #names: JoinedNames | null = null;
  #initials: JoinedNames | null = null;
  #spelt: JoinedNames | null = null;
  /** Marks where a syllable begins in the joined spellings. */
  #syllableStarts = new Uint8Array(0);

  /** `starts` is null for segments that do not tell them: lines are counted when the first is asked for. */
  constructor(count: number, texts: AgencyTexts, starts: AgencyStarts | null, place: BlockPlace) {
    this.count = count;
    this.#texts = texts;
    this.#starts = starts?.rows ?? null;
    this.#nameStarts = starts?.names ?? null;
    this.#place = place;
  }

  /** An agency by its number from 0. Throws `search.block-damaged` for one that is not there. */
  agency(number: number): SegmentAgency {
    const [id = '', name, records, syllables] = this.#rowOf(number).split(partEnd);
    if (name === undefined || records === undefined || syllables === undefined)
      throw blockDamaged(this.#place);
    return { id, name, records: Number(records), syllables };
  }

  /** The id of an agency by its number from 0; undefined for one that is not there. */
  idOf(number: number): string | undefined {
    if (number >= this.count) return;
    const { rows } = this.#texts;
    const start = this.#startOf(number);
    return rows.slice(start, rows.indexOf(partEnd, start));
  }

  /** Records of each agency, by number. */
  records(): number[] {
    return Array.from({ length: this.count }, (_, number) => this.agency(number).records);
  }

  /** The agencies with an id: one for each name it has had. */
  withId(id: string): SegmentAgency[] {
    if (this.count === 0) return [];
    const { rows } = this.#texts;
    const found: SegmentAgency[] = [];
    const wanted = id + partEnd;
    for (let at = rows.indexOf(wanted); at >= 0; at = rows.indexOf(wanted, at + 1)) {
      if (at === 0 || rows[at - 1] === lineEnd) found.push(this.agency(lastNotAbove(this.#rowStarts(), at)));
    }
    return found;
  }

  #rowOf(number: number): string {
    const start = this.#startOf(number);
    const end = this.#texts.rows.indexOf(lineEnd, start);
    return this.#texts.rows.slice(start, end < 0 ? undefined : end);
  }

  #startOf(number: number): number {
    const start = this.#rowStarts()[number];
    if (start === undefined || (start > 0 && this.#texts.rows[start - 1] !== lineEnd))
      throw blockDamaged(this.#place);
    return start;
  }

  #rowStarts(): Uint32Array {
    this.#starts ??= this.#startsOf(this.#texts.rows);
    return this.#starts;
  }

  #startsOf(text: string): Uint32Array {
    return startsOfLines(text, this.count, this.#place);
  }

  /** Numbers of the agencies whose name holds a normalised word. */
  named(word: string): number[] {
    if (this.count === 0) return [];
    this.#names ??= new JoinedNames(this.#texts.names, this.#nameStarts ?? this.#startsOf(this.#texts.names));
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

  /** Spellings and initials of all names, one a line, written unit by unit: thousands of names are cut in no time. */
  #joinSounds(): void {
    const { rows } = this.#texts;
    const initials = new Uint8Array(rows.length);
    const spelt = new Uint8Array(rows.length);
    this.#syllableStarts = new Uint8Array(rows.length + 1);
    let [initialsEnd, speltEnd] = [0, 0];
    for (let number = 0; number < this.count; number++) {
      if (number > 0) [initials[initialsEnd++], spelt[speltEnd++]] = [newLine, newLine];
      const end = number + 1 < this.count ? this.#startOf(number + 1) - lineEnd.length : rows.length;
      let isStart = true;
      for (let at = rows.lastIndexOf(partEnd, end) + 1; at < end; at++) {
        const unit = rows.charCodeAt(at);
        if (unit !== blank && isStart) {
          initials[initialsEnd++] = unit;
          this.#syllableStarts[speltEnd] = 1;
        }
        if (unit !== blank) spelt[speltEnd++] = unit;
        isStart = unit === blank;
      }
    }
    this.#initials = this.#join(initials.subarray(0, initialsEnd));
    this.#spelt = this.#join(spelt.subarray(0, speltEnd));
  }

  #join(letters: Uint8Array): JoinedNames {
    const text = decodeText(letters, this.#place);
    return new JoinedNames(text, this.#startsOf(text));
  }
}

/** Where each line of a text begins. Throws `search.block-damaged` unless there are as many as told. */
function startsOfLines(text: string, count: number, place: BlockPlace): Uint32Array {
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

/** Names as one text, which is searched a hundred times faster than a list. */
class JoinedNames {
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
