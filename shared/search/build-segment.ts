// Builds a segment: turns a stream of records into the immutable blocks of one part of a catalogue.

import type { PublishableRecord } from '../catalogue/record.ts';
import { Arrivals, type PackedArrivals } from './arrivals.ts';
import { sealBlock } from './block-seal.ts';
import { type BodyPiece, cutBody, encodePiece } from './body-pieces.ts';
import { CrowdedCounter, TitleSample } from './crowded-phrases.ts';
import { writeDates } from './dates-writer.ts';
import { headerFields } from './fields.ts';
import { analysisVersion, exactTotal, mostRecords, sections, segmentFormat } from './format.ts';
import { type FrequentPhrases, noPhrases, type PhraseLimits, PhraseSample } from './frequent-phrases.ts';
import { type Compress, GroupedWriter, type GroupFence } from './grouped-writer.ts';
import { TitleWords } from './keypad/title-words.ts';
import { normalise, normalisedText } from './normalise.ts';
import { RecordWriter } from './record-writer.ts';
import { withoutRepeats } from './repeated-pieces.ts';
import { encodeAgencyStarts, writeAgencies } from './segment-agencies.ts';
import { encodeFences, encodeMeta, writeBlob } from './segment-directory.ts';
import { writeSounds } from './sounds-writer.ts';
import type { Speller } from './speller.ts';
import type { StoredBody } from './stored-record.ts';
import { encodeSymbols } from './symbol-table.ts';
import { BodyCollector, HeaderCollector } from './term-collector.ts';
import { type TermFence, TermWriter } from './term-writer.ts';
import { TimedCollector } from './timed-records.ts';
import type { BlockSink, SegmentHeader } from './types.ts';
import { ValueCollector } from './value-collector.ts';
import { encodeYearRuns } from './year-runs.ts';

export interface BuildOptions {
  /** Raw deflate (RFC 1951); called for one group after the other. */
  readonly deflate: Compress;
  /** The same, fast rather than small, for what is only held while building; `deflate` unless told. */
  readonly deflateFast?: Compress;
  readonly inflate: Compress;
  /** How texts are spelt in pinyin; without it nothing is found by its sound, and a keypad offers no words. */
  readonly speller?: Speller;
  /** Told the ordinal of each record, in the order the records came in. */
  readonly onOrdinals?: (ordinals: Uint32Array<ArrayBuffer>) => void;
  /** See `exactTotal`; smaller in tests. */
  readonly rankedMost?: number;
  /** See `PhraseSample`; smaller in tests. */
  readonly phraseLimits?: PhraseLimits;
}

const bodyGroup = { items: 64, bytes: 32 * 1024 };

/**
 * Builds a segment from records in any order. Ordinals follow class and date (`year-runs.ts`), then arrival.
 * Bodies go to the sink as they come; what is held is the packed header of every record and the postings. Blocks
 * are written section by section except `bodies`, which is written throughout.
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
  const taken = await takeRecords(records, sealing, options);
  await writeSections(taken, sealing, options);
  const { length } = taken.packed.order;
  return { id, formatVersion: segmentFormat, records: length, sections: sealing.blocks };
}

/** What is held when all records have come: their headers in order, and where their bodies lie. */
interface TakenRecords {
  readonly packed: PackedArrivals;
  readonly bodyPieces: number;
  readonly bodies: readonly GroupFence[];
  readonly bodyTerms: readonly TermFence[];
  readonly phrases: FrequentPhrases;
  /** Phrases of titles that are to be counted. */
  readonly counted: readonly string[];
}

/** Takes all records and writes what their bodies need, so that none of it is held while headers are written. */
async function takeRecords(
  records: AsyncIterable<PublishableRecord> | Iterable<PublishableRecord>,
  sink: BlockSink,
  options: BuildOptions,
): Promise<TakenRecords> {
  const bodies = new GroupedWriter(sink, sections.bodies, options.deflate, bodyGroup);
  const terms = new BodyCollector();
  const arrivals = new Arrivals(options.deflateFast ?? options.deflate, options.inflate);
  const phrases = new PhraseSample(options.phraseLimits);
  const titles = new TitleSample();
  for await (const published of records) {
    if (arrivals.count >= mostRecords) throw new RangeError('A segment holds at most 2^30 - 2 records.');
    const { record } = published;
    titles.add(() => normalisedText(record.title));
    if (record.kind === 'entry') phrases.add(() => withoutRepeats(headerFields(record)));
    await arrivals.add(record, await takeBody(published, arrivals.count, bodies, terms));
  }
  await bodies.finish();
  const packed = await arrivals.pack();
  const ordinals = ordinalsOf(packed.order);
  options.onOrdinals?.(ordinals);
  const bodyTerms = new TermWriter(sink, sections.bodyTerms, ordinals.length);
  await terms.write(bodyTerms, ordinals);
  return {
    packed,
    bodyPieces: bodies.items,
    bodies: bodies.fences,
    bodyTerms: bodyTerms.fences,
    phrases: phrases.choose(),
    counted: titles.choose(options.rankedMost ?? exactTotal),
  };
}

async function takeBody(
  { bodyParts, bodyText }: PublishableRecord,
  arrival: number,
  bodies: GroupedWriter,
  terms: BodyCollector,
): Promise<StoredBody | null> {
  if (bodyParts.length === 0 && bodyText === '') return null;
  const normalised = normalise(bodyText);
  terms.add(normalised.text, arrival);
  const pieces = cutBody(bodyParts, bodyText);
  const starts = pieces.map((piece) => firstUnitFrom(normalised.starts, piece));
  const first = bodies.items;
  for (const piece of pieces) await bodies.add(encodePiece(piece));
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

function ordinalsOf(order: Uint32Array): Uint32Array<ArrayBuffer> {
  const ordinals = new Uint32Array(order.length);
  order.forEach((arrival, ordinal) => {
    ordinals[arrival] = ordinal;
  });
  return ordinals;
}

async function writeSections(
  { packed, bodyPieces, bodies, bodyTerms, phrases, counted }: TakenRecords,
  sink: SealingSink,
  options: BuildOptions,
): Promise<void> {
  const speller = options.speller ?? null;
  const rankedMost = options.rankedMost ?? exactTotal;
  const count = packed.order.length;
  const terms = new HeaderCollector(speller, phrases);
  const crowded = new CrowdedCounter(counted);
  const values = new ValueCollector(count);
  const timed = new TimedCollector();
  const records = new RecordWriter(sink);
  const words = speller === null ? null : new TitleWords(count);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    const { packed: written, stored } = packed.take(ordinal);
    const { record } = stored;
    const title = normalisedText(record.title);
    terms.add(record, ordinal);
    crowded.add(title);
    values.add(record, ordinal, title);
    timed.add(record.shown, ordinal);
    words?.add(record, ordinal);
    await records.add(written);
  }
  await records.finish();
  const ids = await packed.ids.write(sink, sections.ids, packed.order);
  const codes = await packed.codes.write(sink, sections.codes, packed.order);
  const columns = await values.write(sink);
  const facets = await values.writeFacets(sink);
  const agencies = values
    .agencies()
    .map((agency) => ({ ...agency, syllables: soundOf(agency.name, speller) }));
  const texts = writeAgencies(agencies);
  await writeBlob(sink, sections.agencies, new TextEncoder().encode(texts.rows));
  await writeBlob(sink, sections.agencyNames, new TextEncoder().encode(texts.names));
  await writeBlob(sink, sections.agencyStarts, encodeAgencyStarts(texts.starts));
  await writeBlob(sink, sections.agencySounds, new TextEncoder().encode(texts.sounds));
  await writeBlob(sink, sections.years, encodeYearRuns(packed.classes, packed.dates));
  const dates = await writeDates(sink, packed.dates);
  await writeBlob(sink, sections.symbols, encodeSymbols(packed.symbols));
  const spans = timed.finish();
  if (spans.length > 0) await writeBlob(sink, sections.shown, await pack(spans, options.deflate));
  const registerWords =
    words === null || speller === null
      ? null
      : await words.write(sink, speller, (raw) => pack(raw, options.deflate));
  const sounds = await writeSounds(sink, speller === null ? [] : terms.titlePairs(), speller);
  await writeBlob(sink, sections.readings, new TextEncoder().encode(sounds.readings));
  const header = new TermWriter(sink, sections.terms, count);
  await terms.write(header, rankedMost);
  const crowdedPhrases = crowded.finish(rankedMost);
  const meta = {
    analysis: analysisVersion,
    records: count,
    bodyPieces,
    agencies: agencies.length,
    topics: values.topics(),
    columns,
    facets,
    ...(registerWords === null ? {} : { registerWords }),
    ...(phrases === noPhrases ? {} : { phrases }),
    ...(crowdedPhrases.length === 0 ? {} : { crowded: crowdedPhrases }),
    rankedMost,
  };
  const fences = {
    records: records.fences,
    bodies,
    ids,
    codes,
    terms: header.fences,
    bodyTerms,
    sounds: sounds.fences,
    dates,
  };
  await writeBlob(sink, sections.fences, encodeFences(fences));
  await writeBlob(sink, sections.meta, encodeMeta(meta));
}

/** Bytes deflated, after their length: what `SegmentBlocks.readPacked` reads. */
async function pack(raw: Uint8Array, deflate: Compress): Promise<Uint8Array> {
  const packed = await deflate(raw);
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, raw.length);
  bytes.set(packed, 4);
  return bytes;
}

/** The likeliest syllables of an agency's name. */
function soundOf(name: string, speller: Speller | null): string {
  if (speller === null) return '';
  return speller
    .spell(name)
    .flatMap(([syllable]) => (syllable === undefined ? [] : [syllable]))
    .join(' ');
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
