// The agencies of a segment: what they are called, and which of them a word names.

import { AgencySounds } from './agency-sounds.ts';
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { JoinedNames, lineEnd, startsOfLines } from './joined-names.ts';
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
}

/** An agency as it is written. */
export interface WrittenAgency extends SegmentAgency {
  /** The likeliest syllables of its name, parted by blanks; empty without a speller. */
  readonly syllables: string;
}

/** Ends each part of a row but the last. */
const partEnd = '\u0000';

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

/** `sounds` has the syllables of each, one a line. */
export function writeAgencies(
  agencies: readonly WrittenAgency[],
): AgencyTexts & { readonly sounds: string; readonly starts: AgencyStarts } {
  const clean = (part: string) => part.replaceAll(lineEnd, ' ').replaceAll(partEnd, ' ');
  const rows = agencies.map(({ id, name, records }) => [clean(id), clean(name), records].join(partEnd));
  const names = agencies.map(({ name }) => normalisedText(name));
  const sounds = agencies.map(({ syllables }) => syllables).join(lineEnd);
  const starts = { rows: startsOf(rows), names: startsOf(names) };
  return { rows: rows.join(lineEnd), names: names.join(lineEnd), sounds, starts };
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

/** What stands behind the last part of each row: up to format 4 the syllables. */
export function soundsInRows(rows: string): string {
  const lines = rows.split(lineEnd);
  return lines.map((row) => row.slice(row.lastIndexOf(partEnd) + 1)).join(lineEnd);
}

export class SegmentAgencies {
  readonly count: number;
  readonly #texts: AgencyTexts;
  readonly #place: BlockPlace;
  /** Where each row begins: rows stay text, since of thousands a question needs a few. */
  #starts: Uint32Array | null;
  readonly #nameStarts: Uint32Array | null;
  #names: JoinedNames | null = null;
  readonly #loadSounds: () => Promise<string>;
  #sounds: Promise<AgencySounds> | null = null;

  /**
   * `starts` is null for segments that do not tell them: lines are counted when the first is asked for. `loadSounds` gives
   * the syllables of each, one a line.
   */
  constructor(
    count: number,
    texts: AgencyTexts,
    starts: AgencyStarts | null,
    place: BlockPlace,
    loadSounds: () => Promise<string>,
  ) {
    this.count = count;
    this.#texts = texts;
    this.#starts = starts?.rows ?? null;
    this.#nameStarts = starts?.names ?? null;
    this.#place = place;
    this.#loadSounds = loadSounds;
  }

  /** An agency by its number from 0. Throws `search.block-damaged` for one that is not there. */
  agency(number: number): SegmentAgency {
    const [id = '', name, records] = this.#rowOf(number).split(partEnd);
    if (name === undefined || records === undefined) throw blockDamaged(this.#place);
    return { id, name, records: Number(records) };
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

  /** How their names sound; read once, for the first letters that are asked for. */
  sounds(): Promise<AgencySounds> {
    this.#sounds ??= this.#loadSounds()
      .then((lines) => new AgencySounds(lines, this.count, this.#place))
      .catch((thrown) => {
        this.#sounds = null;
        throw thrown;
      });
    return this.#sounds;
  }
}
