// What a reader holds of a segment from the moment it is opened: dictionaries, columns and fences.

import { decodeText } from './body-pieces.ts';
import { type BlockPlace, ByteReader, blockDamaged } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import type { ColumnPlace } from './column-writer.ts';
import { analysisVersion, blockBytes, type ColumnName, columnNames } from './format.ts';
import type { GroupFence } from './grouped-writer.ts';
import { sharedUnits, type TermFence } from './term-writer.ts';
import type { BlockSink } from './types.ts';

/** The section `meta`, as JSON. */
export interface SegmentMeta {
  readonly analysis: number;
  readonly records: number;
  readonly bodyPieces: number;
  /** Agencies as [id, name]; the column `agency` counts from 1. */
  readonly agencies: readonly (readonly [string, string])[];
  readonly topics: readonly string[];
  readonly columns: Readonly<Record<ColumnName, ColumnPlace>>;
}

/** The section `fences`: the beginnings of the other sections' blocks. */
export interface SegmentFences {
  readonly records: readonly GroupFence[];
  readonly bodies: readonly GroupFence[];
  readonly ids: readonly number[];
  readonly codes: readonly number[];
  readonly terms: readonly TermFence[];
  readonly bodyTerms: readonly TermFence[];
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
  const isText = (text: unknown) => typeof text === 'string';
  return (
    isCount(meta.analysis) &&
    isCount(meta.records) &&
    isCount(meta.bodyPieces) &&
    Array.isArray(meta.topics) &&
    meta.topics.every(isText) &&
    Array.isArray(meta.agencies) &&
    meta.agencies.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)) &&
    columnNames.every((name) => isColumn((meta.columns as Record<string, unknown> | null)?.[name]))
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

export function encodeFences(fences: SegmentFences): Uint8Array {
  const out = new ByteWriter();
  for (const groups of [fences.records, fences.bodies]) {
    writeList(out, groups, (fence) => {
      out.varint(fence.block);
      out.varint(fence.firstItem);
    });
  }
  for (const hashes of [fences.ids, fences.codes]) writeList(out, hashes, (hash) => out.varint(hash));
  for (const terms of [fences.terms, fences.bodyTerms]) writeTermFences(out, terms);
  return out.take();
}

function writeList<T>(out: ByteWriter, list: readonly T[], write: (item: T) => void): void {
  out.varint(list.length);
  list.forEach(write);
}

function writeTermFences(out: ByteWriter, fences: readonly TermFence[]): void {
  let last = '';
  writeList(out, fences, (fence) => {
    const shared = sharedUnits(last, fence.key);
    out.varint(shared);
    out.varint(fence.key.length - shared);
    out.units(fence.key, shared);
    out.varint(fence.firstDoc);
    last = fence.key;
  });
}

/** Reads `fences`. Throws `search.block-damaged` on anything out of order or out of bounds. */
export function decodeFences(bytes: Uint8Array, place: BlockPlace): SegmentFences {
  const reader = new ByteReader(bytes, place);
  const groups = () => readList(reader, () => ({ block: reader.varint(), firstItem: reader.varint() }));
  const hashes = () => readList(reader, () => reader.varint());
  const fences = {
    records: ascending(groups(), place),
    bodies: ascending(groups(), place),
    ids: hashes(),
    codes: hashes(),
    terms: readTermFences(reader),
    bodyTerms: readTermFences(reader),
  };
  if (!reader.isAtEnd) throw blockDamaged(place);
  return fences;
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

function readTermFences(reader: ByteReader): TermFence[] {
  let last = '';
  return readList(reader, () => {
    const shared = reader.bounded(last.length);
    const key = last.slice(0, shared) + reader.units(reader.bounded(reader.end - reader.at));
    if (key < last) throw blockDamaged(reader.place);
    last = key;
    return { key, firstDoc: reader.varint() };
  });
}
