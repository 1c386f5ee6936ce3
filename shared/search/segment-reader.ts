// One open segment: terms, columns, records and bodies by ordinal.
import { AppError } from '../errors/app-error.ts';
import type { BlockCache } from './block-cache.ts';
import { decodePiece } from './body-pieces.ts';
import { blockDamaged } from './byte-reader.ts';
import { rowsPerBlock } from './column-writer.ts';
import { type ColumnName, sections } from './format.ts';
import { GroupedReader } from './grouped-reader.ts';
import { blocksOfHash, hashOf, ordinalsOfHash } from './lookup.ts';
import { normalise } from './normalise.ts';
import { type Expand, SegmentBlocks } from './segment-blocks.ts';
import {
  decodeFences,
  decodeMeta,
  isKnownAnalysis,
  type SegmentFences,
  type SegmentMeta,
} from './segment-directory.ts';
import { decodeStored, type StoredRecord } from './stored-record.ts';
import { blocksOfKey, OpenTerms, TermBlock } from './term-reader.ts';
import type { TermKey } from './tokenise.ts';
import type { BlockReader, LiveSegment } from './types.ts';

type TermSection = typeof sections.terms | typeof sections.bodyTerms;

/** A segment ready to be asked. Every method throws `search.block-damaged` rather than answer wrongly. */
export class SegmentReader {
  readonly id: string;
  readonly meta: SegmentMeta;
  readonly records: number;
  /** How many records are live. */
  readonly liveRecords: number;
  /** The names of `meta.agencies`, normalised. */
  readonly agencyNames: readonly string[];
  readonly #isDeleted: Uint8Array;
  readonly #fences: SegmentFences;
  readonly #blocks: SegmentBlocks;
  readonly #stored: GroupedReader;
  readonly #bodies: GroupedReader;

  constructor(blocks: SegmentBlocks, meta: SegmentMeta, fences: SegmentFences, deleted: Uint32Array) {
    this.id = blocks.header.id;
    this.meta = meta;
    this.records = meta.records;
    this.agencyNames = meta.agencies.map(([, name]) => normalise(name).text);
    this.#blocks = blocks;
    this.#fences = fences;
    this.#isDeleted = new Uint8Array(meta.records);
    for (const ordinal of deleted) {
      if (ordinal >= meta.records) throw blockDamaged(blocks.place('deleted', 0));
      this.#isDeleted[ordinal] = 1;
    }
    this.liveRecords = meta.records - this.#isDeleted.reduce((sum, flag) => sum + flag, 0);
    this.#stored = new GroupedReader(blocks, sections.records, fences.records, meta.records);
    this.#bodies = new GroupedReader(blocks, sections.bodies, fences.bodies, meta.bodyPieces);
  }

  isLive(ordinal: number): boolean {
    return ordinal < this.records && this.#isDeleted[ordinal] === 0;
  }

  /** Reads the blocks that hold any of the keys of any request, in one go. */
  async terms(section: TermSection, requests: readonly (readonly TermKey[])[]): Promise<OpenTerms> {
    const fences = section === sections.terms ? this.#fences.terms : this.#fences.bodyTerms;
    const wanted = new Set<number>();
    for (const keys of requests) {
      for (const key of keys) {
        const [from, to] = blocksOfKey(fences, key);
        for (let block = from; block < to; block++) wanted.add(block);
      }
    }
    const numbers = [...wanted].sort((a, b) => a - b);
    const bytes = await this.#blocks.read(section, numbers);
    const blocks = new Map<number, TermBlock>();
    numbers.forEach((block, at) => {
      blocks.set(block, new TermBlock(bytes[at] as Uint8Array, this.#blocks.place(section, block)));
    });
    return new OpenTerms(requests, fences, blocks, this.records);
  }

  /** The records that have any of the keys, in ascending order. */
  async recordsOf(keys: readonly TermKey[]): Promise<Uint32Array> {
    return (await this.terms(sections.terms, [keys])).list(0, 'none').docs;
  }

  /** The values of a column for records in ascending order. */
  async column(name: ColumnName, ordinals: Uint32Array): Promise<Uint32Array> {
    const { width, firstBlock } = this.meta.columns[name];
    const rows = rowsPerBlock(width);
    const numbers: number[] = [];
    for (const ordinal of ordinals) {
      const block = firstBlock + Math.floor(ordinal / rows);
      if (numbers[numbers.length - 1] !== block) numbers.push(block);
    }
    const blocks = await this.#blocks.read(sections.values, numbers);
    const values = new Uint32Array(ordinals.length);
    let at = -1;
    for (let index = 0; index < ordinals.length; index++) {
      const ordinal = ordinals[index] as number;
      const block = firstBlock + Math.floor(ordinal / rows);
      if (numbers[at] !== block) at++;
      const bytes = blocks[at] as Uint8Array;
      const from = (ordinal % rows) * width;
      if (from + width > bytes.length) throw blockDamaged(this.#blocks.place(sections.values, block));
      let value = 0;
      for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (bytes[from + byte] as number);
      values[index] = value;
    }
    return values;
  }

  /** Records by ordinal, in the order asked for. */
  async stored(ordinals: readonly number[]): Promise<StoredRecord[]> {
    const items = await this.#stored.read(ordinals);
    const place = this.#blocks.place(sections.records, 0);
    return items.map((item) => decodeStored(item, place));
  }

  /** Pieces of bodies by number, in the order asked for. */
  async bodyPieces(numbers: readonly number[]): Promise<{ html: string; text: string }[]> {
    const items = await this.#bodies.read(numbers);
    const place = this.#blocks.place(sections.bodies, 0);
    return items.map((item) => decodePiece(item, place));
  }

  /** The live record with this id or code, or null. */
  async find(field: 'id' | 'code', text: string): Promise<StoredRecord | null> {
    const section = field === 'id' ? sections.ids : sections.codes;
    const hash = hashOf(text);
    const [from, to] = blocksOfHash(field === 'id' ? this.#fences.ids : this.#fences.codes, hash);
    const numbers = Array.from({ length: to - from }, (_, at) => from + at);
    const blocks = await this.#blocks.read(section, numbers);
    const ordinals = blocks.flatMap((bytes, at) =>
      ordinalsOfHash(bytes, this.#blocks.place(section, from + at), hash, this.records),
    );
    const live = ordinals.filter((ordinal) => this.isLive(ordinal));
    const stored = await this.stored(live);
    return stored.find(({ record }) => record[field] === text) ?? null;
  }
}

/** Reads the resident part of a segment. Throws `search.format-unknown` and `search.block-damaged`. */
export async function openSegment(
  segment: LiveSegment,
  reader: BlockReader,
  cache: BlockCache,
  inflate: Expand,
): Promise<SegmentReader> {
  const { header, deleted } = segment;
  if (header.formatVersion !== 1) throw new AppError('search.format-unknown', { segment: header.id });
  const blocks = new SegmentBlocks(header, reader, cache, inflate);
  const metaPlace = blocks.place(sections.meta, 0);
  const meta = decodeMeta(await blocks.readAll(sections.meta), metaPlace);
  if (!isKnownAnalysis(meta)) throw new AppError('search.format-unknown', { segment: header.id });
  if (meta.records !== header.records) throw blockDamaged(metaPlace);
  const fences = decodeFences(await blocks.readAll(sections.fences), blocks.place(sections.fences, 0));
  return new SegmentReader(blocks, meta, fences, deleted);
}
