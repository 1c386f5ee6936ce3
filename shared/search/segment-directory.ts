// What a reader holds of a segment from the moment it is opened: dictionaries, columns and fences.

import { facetPlaces } from '../catalogue/register.ts';
import { decodeText } from './body-pieces.ts';
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import type { ColumnPlace } from './column-writer.ts';
import { areCrowded, type CrowdedPhrase } from './crowded-phrases.ts';
import type { FacetTables } from './facet-collector.ts';
import {
  analysisVersion,
  blockBytes,
  type ColumnName,
  columnNames,
  firstWithDates,
  mostFacetValues,
  type ReadableFormat,
} from './format.ts';
import { arePhrases, type FrequentPhrases } from './frequent-phrases.ts';
import type { GroupFence } from './grouped-writer.ts';
import { readKeys, writeKeys } from './joined-keys.ts';
import { readNumbers, requireAscending, writeNumbers } from './raw-arrays.ts';
import type { RecordFences } from './record-reader.ts';
import type { RecordFence } from './record-writer.ts';
import { readKey, writeKey } from './term-keys.ts';
import type { TermFences } from './term-section.ts';
import type { TermFence } from './term-writer.ts';
import type { BlockSink } from './types.ts';

/** The section `meta`, as JSON. */
export interface SegmentMeta {
  readonly analysis: number;
  readonly records: number;
  readonly bodyPieces: number;
  /** How many agencies there are (`segment-agencies.ts`). */
  readonly agencies: number;
  readonly topics: readonly (readonly [topic: string, records: number])[];
  readonly columns: Readonly<Record<ColumnName, ColumnPlace>>;
  /** What entries of registers are counted by; absent in format 2. */
  readonly facets?: FacetTables;
  /** Where the words of each register begin in their section, and in how many blocks; absent in older segments. */
  readonly registerWords?: readonly RegisterWordsPlace[];
  /** Phrases with lists of their own; absent where there are none. */
  readonly phrases?: FrequentPhrases;
  /** Phrases that more than `rankedMost` titles hold; absent where there are none, and in older segments. */
  readonly crowded?: readonly CrowdedPhrase[];
  /** Up to how many titles a beginning has no list of its own (see `HeaderCollector`). */
  readonly rankedMost: number;
}

export type RegisterWordsPlace = readonly [register: string, firstBlock: number, blocks: number];

/** The section `fences`: the beginnings of the other sections' blocks. */
export interface SegmentFences {
  readonly records: RecordFences;
  readonly bodies: readonly GroupFence[];
  readonly ids: readonly number[];
  readonly codes: readonly number[];
  readonly terms: TermFences;
  readonly bodyTerms: TermFences;
  readonly sounds: readonly string[];
  /** First ordinals; none up to format 4. */
  readonly dates: Uint32Array;
}

/** Writes bytes of any length as the blocks of a section. */
export async function writeBlob(sink: BlockSink, section: string, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += blockBytes) {
    await sink.write(section, bytes.slice(at, at + blockBytes));
  }
}

export function encodeMeta(meta: SegmentMeta): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(meta));
}

/** Reads `meta`. Throws `search.block-damaged` when it is not what a builder writes. */
export function decodeMeta(bytes: Uint8Array, place: BlockPlace): SegmentMeta {
  let value: unknown;
  try {
    value = JSON.parse(decodeText(bytes, place));
  } catch (cause) {
    throw blockDamaged(place, cause);
  }
  if (!isMeta(value)) throw blockDamaged(place);
  return value;
}

/** Whether the words of an index were cut the way this program cuts them. */
export function isKnownAnalysis(meta: SegmentMeta): boolean {
  return meta.analysis === analysisVersion;
}

function isMeta(value: unknown): value is SegmentMeta {
  if (typeof value !== 'object' || value === null) return false;
  const meta = value as Partial<Record<keyof SegmentMeta, unknown>>;
  return (
    isCount(meta.analysis) &&
    isCount(meta.records) &&
    isCount(meta.bodyPieces) &&
    isCount(meta.rankedMost) &&
    Array.isArray(meta.topics) &&
    meta.topics.every((row) => isRow(row, ['string', 'number'])) &&
    isCount(meta.agencies) &&
    columnNames.every((name) => isColumn((meta.columns as Record<string, unknown> | null)?.[name])) &&
    (meta.facets === undefined || areFacets(meta.facets)) &&
    (meta.registerWords === undefined || arePlaces(meta.registerWords)) &&
    (meta.phrases === undefined || arePhrases(meta.phrases)) &&
    (meta.crowded === undefined || areCrowded(meta.crowded))
  );
}

function arePlaces(value: unknown): boolean {
  const isPlace = (row: unknown) =>
    isRow(row, ['string', 'number', 'number']) && (row as unknown[]).slice(1).every(isCount);
  return Array.isArray(value) && value.every(isPlace);
}

function areFacets(value: unknown): boolean {
  return facetPlaces.every((place) => {
    const table = (value as Record<string, { values?: unknown; column?: unknown } | null> | null)?.[place];
    const values = table?.values;
    const areTexts = Array.isArray(values) && values.every((one) => typeof one === 'string');
    return areTexts && values.length <= mostFacetValues && isColumn(table?.column);
  });
}

function isRow(value: unknown, types: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.length === types.length &&
    types.every((type, at) => typeof value[at] === type)
  );
}

function isColumn(value: unknown): value is ColumnPlace {
  if (typeof value !== 'object' || value === null) return false;
  const column = value as Partial<Record<keyof ColumnPlace, unknown>>;
  return isCount(column.firstBlock) && isCount(column.width) && column.width >= 1 && column.width <= 4;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** What the builder has of all sections. */
export type WrittenFences = Omit<SegmentFences, 'records' | 'terms' | 'bodyTerms' | 'dates'> & {
  readonly records: readonly RecordFence[];
  readonly terms: readonly TermFence[];
  readonly bodyTerms: readonly TermFence[];
  readonly dates: readonly number[];
};

/** The long ones stand in front, as they are read into memory (`raw-arrays.ts`). */
export function encodeFences({ records, terms, bodyTerms, dates, ...short }: WrittenFences): Uint8Array {
  const out = new ByteWriter();
  writeNumbers(out, [records.length, terms.length, bodyTerms.length]);
  writeNumbers(
    out,
    records.map(({ block }) => block),
  );
  writeNumbers(
    out,
    records.map(({ firstRecord }) => firstRecord),
  );
  for (const fences of [terms, bodyTerms]) {
    writeNumbers(
      out,
      fences.map(({ firstDoc }) => firstDoc),
    );
    writeKeys(
      out,
      fences.map(({ key }) => key),
    );
  }
  writeList(out, short.bodies, (fence) => {
    out.varint(fence.block);
    out.varint(fence.firstItem);
  });
  for (const hashes of [short.ids, short.codes]) writeList(out, hashes, (hash) => out.varint(hash));
  let before = '';
  writeList(out, short.sounds, (sound) => {
    writeKey(out, sound, before);
    before = sound;
  });
  writeList(out, dates, (ordinal) => out.varint(ordinal));
  return out.take();
}

function writeList<T>(out: ByteWriter, list: readonly T[], write: (item: T) => void): void {
  out.varint(list.length);
  list.forEach(write);
}

/** Reads `fences` of a layout. Throws `search.block-damaged` on anything out of order or out of bounds. */
export function decodeFences(bytes: Uint8Array, place: BlockPlace, format: ReadableFormat): SegmentFences {
  const reader = new ByteReader(bytes, place);
  const [recordCount = 0, termCount = 0, bodyTermCount = 0] = readNumbers(reader, 3);
  const fences = {
    records: readRecordFences(reader, recordCount),
    terms: readTermFences(reader, termCount),
    bodyTerms: readTermFences(reader, bodyTermCount),
    bodies: ascending(
      readList(reader, () => ({ block: reader.varint(), firstItem: reader.varint() })),
      place,
    ),
    ids: readList(reader, () => reader.varint()),
    codes: readList(reader, () => reader.varint()),
    sounds: readSoundFences(reader),
    dates: format < firstWithDates ? new Uint32Array(0) : readDateFences(reader),
  };
  if (!reader.isAtEnd) throw blockDamaged(place);
  return fences;
}

function readRecordFences(reader: ByteReader, count: number): RecordFences {
  const blocks = readNumbers(reader, count);
  const firstRecords = readNumbers(reader, count);
  for (const numbers of [blocks, firstRecords]) requireAscending(numbers, reader);
  return { blocks, firstRecords };
}

function readTermFences(reader: ByteReader, count: number): TermFences {
  return { firstDocs: readNumbers(reader, count), keys: readKeys(reader, count) };
}

function readList<T>(reader: ByteReader, read: () => T): T[] {
  const count = reader.bounded(reader.end - reader.at);
  const list: T[] = [];
  for (let at = 0; at < count; at++) list.push(read());
  return list;
}

function ascending(fences: readonly GroupFence[], place: BlockPlace): readonly GroupFence[] {
  fences.forEach((fence, at) => {
    const before = fences[at - 1];
    const isFirst = before === undefined && fence.block === 0 && fence.firstItem === 0;
    const isLater = before !== undefined && fence.block > before.block && fence.firstItem > before.firstItem;
    if (!isFirst && !isLater) throw blockDamaged(place);
  });
  return fences;
}

function readDateFences(reader: ByteReader): Uint32Array {
  const firsts = Uint32Array.from(readList(reader, () => reader.varint()));
  requireAscending(firsts, reader);
  return firsts;
}

function readSoundFences(reader: ByteReader): string[] {
  let last = '';
  return readList(reader, () => {
    const sound = readKey(reader, last);
    if (sound <= last) throw blockDamaged(reader.place);
    last = sound;
    return sound;
  });
}
