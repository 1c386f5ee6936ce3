// Finds the pairs of characters that sound like two syllables, and the syllables of a character.
import { decodeText } from './body-pieces.ts';
import { ByteReader, blockDamaged } from './byte-reader.ts';
import { largestBlock, sections } from './format.ts';
import type { SegmentBlocks } from './segment-blocks.ts';
import { readKey } from './term-keys.ts';

/** Spellings of one pair of syllables that are looked for: the most frequent ones. */
export const mostSpellings = 32;

export class SoundsReader {
  readonly #blocks: SegmentBlocks;
  readonly #fences: readonly string[];
  #readings: Promise<ReadonlyMap<string, readonly string[]>> | null = null;

  constructor(blocks: SegmentBlocks, fences: readonly string[]) {
    this.#blocks = blocks;
    this.#fences = fences;
  }

  get hasSounds(): boolean {
    return this.#fences.length > 0;
  }

  /** How characters of titles are read; read once, at the first question. */
  readings(): Promise<ReadonlyMap<string, readonly string[]>> {
    this.#readings ??= this.#loadReadings().catch((thrown) => {
      this.#readings = null;
      throw thrown;
    });
    return this.#readings;
  }

  async #loadReadings(): Promise<ReadonlyMap<string, readonly string[]>> {
    const bytes = await this.#blocks.readAll(sections.readings);
    const lines = decodeText(bytes, this.#blocks.place(sections.readings, 0)).split('\n');
    return new Map(
      lines.filter((line) => line !== '').map((line) => [line[0] as string, line.slice(1).split(' ')]),
    );
  }

  /**
   * Pairs that sound like `first` and `second`, the most frequent of each sound first, at most `most`. `isBegun` takes
   * `second` as the beginning of a syllable.
   */
  async pairs(first: string, second: string, isBegun: boolean, most = mostSpellings): Promise<string[]> {
    const wanted = `${first} ${second}`;
    const until = isBegun ? `${wanted}\u007f` : `${wanted}\u0000`;
    const from = Math.max(0, this.#countBelow(wanted) - 1);
    const to = this.#countBelow(until);
    const numbers = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
    const blocks = await this.#blocks.read(sections.sounds, numbers);
    const lists = blocks.flatMap((bytes, at) => this.#listsIn(bytes, from + at, { wanted, isBegun, most }));
    return interleave(lists).slice(0, most);
  }

  #countBelow(key: string): number {
    const at = this.#fences.findIndex((fence) => fence >= key);
    return at < 0 ? this.#fences.length : at;
  }

  #listsIn(
    bytes: Uint8Array,
    number: number,
    { wanted, isBegun, most }: { wanted: string; isBegun: boolean; most: number },
  ): string[][] {
    const reader = new ByteReader(bytes, this.#blocks.place(sections.sounds, number));
    const lists: string[][] = [];
    for (let sound = ''; !reader.isAtEnd; ) {
      const next = readKey(reader, sound);
      if (next <= sound) throw blockDamaged(reader.place);
      sound = next;
      const count = reader.bounded(largestBlock);
      const from = reader.skip(count * 4);
      if (isBegun ? !sound.startsWith(wanted) : sound !== wanted) continue;
      const pairs = new ByteReader(bytes, reader.place, from, from + Math.min(count, most) * 4);
      const list: string[] = [];
      while (!pairs.isAtEnd) list.push(pairs.units(2));
      lists.push(list);
    }
    return lists;
  }
}

/** The first of each list, then the second of each, and so on; each once. */
function interleave(lists: readonly (readonly string[])[]): string[] {
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  const all = new Set<string>();
  for (let at = 0; at < longest; at++) {
    for (const list of lists) {
      const pair = list[at];
      if (pair !== undefined) all.add(pair);
    }
  }
  return [...all];
}
