// Builds a segment: turns a stream of records into the immutable blocks of one part of a catalogue.

import type { PublishableRecord } from '../catalogue/record.ts';
import { AppError } from '../errors/app-error.ts';
import { sealBlock } from './block-seal.ts';
import { type BodyPiece, cutBody, encodePiece } from './body-pieces.ts';
import { analysisVersion, mostRecords, sections } from './format.ts';
import { type Compress, GroupedWriter } from './grouped-writer.ts';
import { hashOf, orderByHash, writeLookup } from './lookup.ts';
import { normalise } from './normalise.ts';
import { encodeFences, encodeMeta, writeBlob } from './segment-directory.ts';
import { encodeStored, type StoredBody } from './stored-record.ts';
import { TermCollector } from './term-collector.ts';
import { TermWriter } from './term-writer.ts';
import type { BlockSink, SegmentHeader } from './types.ts';
import { ValueCollector } from './value-collector.ts';

export interface BuildOptions {
  /** Raw deflate (RFC 1951); called for one group after the other. */
  readonly deflate: Compress;
  /** How texts are spelt in pinyin; without it nothing is found by its sound. */
  readonly speller?: Speller;
}

/** Tells how the characters of a text are read; on the hub only, for it takes a dictionary of megabytes. */
export interface Speller {
  /**
   * For every UTF-16 unit of the text the toneless syllables its character may be read as, the likeliest in this
   * text first; none for what is no Chinese character. Syllables are spelt with a to z, ü as v.
   */
  spell(text: string): readonly (readonly string[])[];
}

const recordGroup = { items: 64, bytes: 128 * 1024 };
const bodyGroup = { items: 64, bytes: 64 * 1024 };

/** What is held of each record until all have come: never its body. */
interface Arrival {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly stored: Uint8Array;
}

/** A segment under construction. */
interface Draft {
  readonly arrivals: Arrival[];
  readonly terms: TermCollector;
  readonly values: ValueCollector;
  readonly bodies: GroupedWriter;
}

/**
 * Builds a segment from records in any order. Records get their ordinals newest first (`listingDate`), those
 * of one day by title. Bodies go to the sink as they come; what is held is the header of every record and the
 * postings. Blocks are written section by section except `bodies`, which is written throughout.
 *
 * Throws `search.duplicate-record` when two records share an id or a code, and `search.record-too-large`.
 */
export async function buildSegment(
  id: string,
  records: AsyncIterable<PublishableRecord> | Iterable<PublishableRecord>,
  sink: BlockSink,
  options: BuildOptions,
): Promise<SegmentHeader> {
  const sealing = new SealingSink(id, sink);
  const draft: Draft = {
    arrivals: [],
    terms: new TermCollector(),
    values: new ValueCollector(),
    bodies: new GroupedWriter(sealing, sections.bodies, options.deflate, bodyGroup),
  };
  for await (const published of records) await takeRecord(draft, published);
  await draft.bodies.finish();
  await writeSections(draft, sealing, options.deflate);
  return { id, formatVersion: 1, records: draft.arrivals.length, sections: sealing.blocks };
}

async function takeRecord(draft: Draft, published: PublishableRecord): Promise<void> {
  const { record } = published;
  const doc = draft.arrivals.length;
  if (doc >= mostRecords) throw new RangeError('A segment holds at most 2^31 - 1 records.');
  draft.terms.addRecord(record, doc);
  draft.values.add(record);
  const body = await takeBody(draft, published, doc);
  const stored = encodeStored({ record, body });
  draft.arrivals.push({ id: record.id, code: record.code, title: record.title, stored });
}

async function takeBody(draft: Draft, published: PublishableRecord, doc: number): Promise<StoredBody | null> {
  const { bodyParts, bodyText } = published;
  if (bodyParts.length === 0 && bodyText === '') return null;
  const normalised = normalise(bodyText);
  draft.terms.addBody(normalised.text, doc);
  const pieces = cutBody(bodyParts, bodyText);
  const starts = pieces.map((piece) => firstUnitFrom(normalised.starts, piece));
  const first = draft.bodies.items;
  for (const piece of pieces) await draft.bodies.add(encodePiece(piece));
  return { first, parts: bodyParts.length, starts };
}

/** The first normalised unit whose character begins in a piece or after it. */
function firstUnitFrom(starts: Uint32Array, piece: BodyPiece): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) < piece.textStart) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function writeSections(draft: Draft, sink: BlockSink, deflate: Compress): Promise<void> {
  const { arrivals, terms, values, bodies } = draft;
  const order = orderOfArrivals(arrivals, values.dates);
  const ordinals = new Uint32Array(order.length);
  order.forEach((arrival, ordinal) => {
    ordinals[arrival] = ordinal;
  });
  const records = new GroupedWriter(sink, sections.records, deflate, recordGroup);
  for (const arrival of order) await records.add((arrivals[arrival] as Arrival).stored);
  await records.finish();
  const ids = await writeStrings(sink, sections.ids, arrivals, order, (arrival) => arrival.id);
  const codes = await writeStrings(sink, sections.codes, arrivals, order, (arrival) => arrival.code);
  const columns = await values.write(sink, order);
  const header = new TermWriter(sink, sections.terms);
  await terms.writeHeader(header, ordinals);
  const body = new TermWriter(sink, sections.bodyTerms);
  await terms.writeBody(body, ordinals);
  const meta = {
    analysis: analysisVersion,
    records: arrivals.length,
    bodyPieces: bodies.items,
    agencies: values.agencies,
    topics: values.topics,
    columns,
  };
  const fences = {
    records: records.fences,
    bodies: bodies.fences,
    ids,
    codes,
    terms: header.fences,
    bodyTerms: body.fences,
  };
  await writeBlob(sink, sections.fences, encodeFences(fences));
  await writeBlob(sink, sections.meta, encodeMeta(meta));
}

/** Arrivals newest first, undated last; records of one day by title, then by id. */
function orderOfArrivals(arrivals: readonly Arrival[], dates: readonly number[]): Uint32Array {
  return Uint32Array.from(arrivals.keys()).sort((a, b) => {
    const left = arrivals[a] as Arrival;
    const right = arrivals[b] as Arrival;
    const newer = (dates[b] as number) - (dates[a] as number);
    return newer || compareTexts(left.title, right.title) || compareTexts(left.id, right.id);
  });
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Writes the table that finds records by one of their strings; no two may share it. */
async function writeStrings(
  sink: BlockSink,
  section: string,
  arrivals: readonly Arrival[],
  order: Uint32Array,
  stringOf: (arrival: Arrival) => string,
): Promise<number[]> {
  const textAt = (ordinal: number) => stringOf(arrivals[order[ordinal] as number] as Arrival);
  const hashes = new Uint32Array(order.length);
  for (let ordinal = 0; ordinal < order.length; ordinal++) hashes[ordinal] = hashOf(textAt(ordinal));
  const byHash = orderByHash(hashes);
  for (let at = 1; at < byHash.length; at++) {
    const here = byHash[at] as number;
    for (let back = at - 1; back >= 0 && hashes[byHash[back] as number] === hashes[here]; back--) {
      if (textAt(byHash[back] as number) === textAt(here)) {
        throw new AppError('search.duplicate-record', { id: textAt(here) });
      }
    }
  }
  return writeLookup(sink, section, hashes);
}

/** Seals the blocks of every section on their way to the sink, and counts them. */
class SealingSink implements BlockSink {
  readonly blocks: Record<string, number> = {};
  readonly #segment: string;
  readonly #sink: BlockSink;

  constructor(segment: string, sink: BlockSink) {
    this.#segment = segment;
    this.#sink = sink;
    for (const section of Object.values(sections)) this.blocks[section] = 0;
  }

  async write(section: string, block: Uint8Array): Promise<number> {
    const number = this.blocks[section] ?? 0;
    this.blocks[section] = number + 1;
    const place = { segment: this.#segment, section, block: number };
    return this.#sink.write(section, sealBlock(block, place));
  }
}
