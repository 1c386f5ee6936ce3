// A term's list of records and places as bytes: chunks that fit a block and can be passed over.
import { type ByteReader, blockDamaged } from './byte-reader.ts';
import { type ByteWriter, varintBytes } from './byte-writer.ts';
import { lowerBound, type PostingBuilder, type PostingList } from './postings.ts';

/** Records in one chunk at most; a reader can pass over a chunk without decoding it. */
const docsInChunk = 512;
/** Bytes of places in one chunk at most, so that a chunk always fits a block. */
const placesInChunk = 12_000;

/**
 * One chunk of a list. `docs` holds for each record `(gap << 1 | has one place)`, then the bytes of its places
 * when it has more than one; `places` holds the gaps of the places. The first gap of a chunk is 0 from
 * `firstDoc`; a record whose places do not fit goes on as the first record of the next chunk.
 */
export interface PostingChunk {
  readonly firstDoc: number;
  readonly count: number;
  readonly docs: Uint8Array;
  readonly places: Uint8Array;
}

/** Cuts a list into chunks. `docs` and `places` are scratch writers. */
export function* encodePostings(list: PostingList, docs: ByteWriter, places: ByteWriter) {
  let firstDoc = 0;
  let lastDoc = 0;
  let count = 0;
  for (let at = 0; at < list.docs.length; at++) {
    const doc = list.docs[at] as number;
    let from = list.starts[at] as number;
    const to = list.starts[at + 1] as number;
    do {
      if (count === docsInChunk || places.length >= placesInChunk) {
        yield { firstDoc, count, docs: docs.take(), places: places.take() } satisfies PostingChunk;
        count = 0;
      }
      if (count === 0) {
        firstDoc = doc;
        lastDoc = doc;
      }
      const until = placesThatFit(list.positions, from, to, placesInChunk - places.length);
      const before = places.length;
      writeGaps(places, list.positions, from, until);
      docs.varint((doc - lastDoc) * 2 + (until - from === 1 ? 1 : 0));
      if (until - from !== 1) docs.varint(places.length - before);
      lastDoc = doc;
      count++;
      from = until;
    } while (from < to);
  }
  if (count > 0) yield { firstDoc, count, docs: docs.take(), places: places.take() } satisfies PostingChunk;
}

function placesThatFit(positions: Uint32Array, from: number, to: number, room: number): number {
  let last = 0;
  let bytes = 0;
  for (let at = from; at < to; at++) {
    bytes += varintBytes((positions[at] as number) - last);
    if (bytes > room && at > from) return at;
    last = positions[at] as number;
  }
  return to;
}

function writeGaps(writer: ByteWriter, positions: Uint32Array, from: number, to: number): void {
  let last = 0;
  for (let at = from; at < to; at++) {
    writer.varint((positions[at] as number) - last);
    last = positions[at] as number;
  }
}

/** Which places a reader wants: none, the first of each record, or all of these records (ascending). */
export type PlacesWanted = 'none' | 'first' | Uint32Array;

/** One chunk as it lies in a block. */
export interface StoredChunk {
  readonly firstDoc: number;
  readonly count: number;
  readonly docs: ByteReader;
  readonly places: ByteReader;
}

/**
 * Adds a chunk's records to a list under construction, with the places that are wanted; of a list of records,
 * the others are left out altogether. `records` bounds the ordinals that may occur.
 */
export function decodePostings(
  into: PostingBuilder,
  chunk: StoredChunk,
  wanted: PlacesWanted,
  records: number,
): void {
  const { docs, places, count } = chunk;
  if (count > docs.end - docs.at) throw blockDamaged(docs.place);
  if (typeof wanted === 'string') decodeAll(into, chunk, wanted === 'first', records);
  else decodeChosen(into, chunk, wanted, records);
  if (!docs.isAtEnd || !places.isAtEnd) throw blockDamaged(docs.place);
}

/** Every record, with its first place or none. */
function decodeAll(into: PostingBuilder, chunk: StoredChunk, withFirst: boolean, records: number): void {
  const { docs, places, count } = chunk;
  into.reserve(count, withFirst ? count : 0);
  let doc = chunk.firstDoc;
  for (let at = 0; at < count; at++) {
    const head = docs.varint();
    doc += Math.floor(head / 2);
    if (doc >= records) throw blockDamaged(docs.place);
    into.doc(doc);
    const bytes = head % 2 === 1 ? 0 : docs.varint();
    if (withFirst) into.position(skipPlaces(places, bytes));
    else skipPlaces(places, bytes);
  }
}

/** The records of `chosen` only, with all their places. */
function decodeChosen(into: PostingBuilder, chunk: StoredChunk, chosen: Uint32Array, records: number): void {
  const { docs, places, count } = chunk;
  let doc = chunk.firstDoc;
  let next = lowerBound(chosen, doc, 0, chosen.length);
  for (let at = 0; at < count; at++) {
    const head = docs.varint();
    doc += Math.floor(head / 2);
    if (doc >= records) throw blockDamaged(docs.place);
    const bytes = head % 2 === 1 ? 0 : docs.varint();
    while (next < chosen.length && (chosen[next] as number) < doc) next++;
    if (chosen[next] === doc) {
      into.doc(doc);
      readPlaces(into, places, bytes);
    } else skipPlaces(places, bytes);
  }
}

/** Passes over the places of one record and returns the first. `bytes` is 0 when there is just one. */
function skipPlaces(places: ByteReader, bytes: number): number {
  const from = places.at;
  const first = places.varint();
  if (bytes > 0) places.skip(from + bytes - places.at);
  return first;
}

/** Reads the places of one record: one when `bytes` is 0, else as many as fill the bytes. */
function readPlaces(into: PostingBuilder, places: ByteReader, bytes: number): void {
  const end = places.at + bytes;
  let place = places.varint();
  into.position(place);
  if (bytes === 0) return;
  while (places.at < end) {
    place += places.varint();
    into.position(place);
  }
  if (places.at !== end) throw blockDamaged(places.place);
}
