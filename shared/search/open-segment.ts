// Opens a segment: reads what every question needs, in whichever layout it was written.
import { AppError } from '../errors/app-error.ts';
import type { BlockCache } from './block-cache.ts';
import { decodeText } from './body-pieces.ts';
import { blockDamaged } from './byte-reader.ts';
import { DatesReader, type RecordDates } from './dates-reader.ts';
import { firstWithDates, readableFormat, sections } from './format.ts';
import { decodeOlderRuns, olderRunsSection } from './older-runs.ts';
import { decodeAgencyStarts, SegmentAgencies, soundsInRows } from './segment-agencies.ts';
import { type Expand, SegmentBlocks } from './segment-blocks.ts';
import { decodeFences, decodeMeta, isKnownAnalysis } from './segment-directory.ts';
import { SegmentReader } from './segment-reader.ts';
import { decodeTimed, largestTimed, TimedRecords } from './timed-records.ts';
import type { BlockReader, LiveSegment } from './types.ts';
import { decodeYearRuns, type YearRuns } from './year-runs.ts';

/** Reads the resident part of a segment. Throws `search.format-unknown` and `search.block-damaged`. */
export async function openSegment(
  segment: LiveSegment,
  reader: BlockReader,
  cache: BlockCache,
  inflate: Expand,
): Promise<SegmentReader> {
  const { header, deleted } = segment;
  if (readableFormat(header.formatVersion) === null)
    throw new AppError('search.format-unknown', { segment: header.id });
  const blocks = new SegmentBlocks(header, reader, cache, inflate);
  const [metaBytes, fenceBytes, orderBytes, agencyBytes] = await Promise.all([
    blocks.readAll(sections.meta),
    blocks.readAll(sections.fences),
    blocks.readAll(isOlder(blocks) ? olderRunsSection : sections.years),
    readAgencies(blocks),
  ]);
  const metaPlace = blocks.place(sections.meta, 0);
  const meta = decodeMeta(metaBytes, metaPlace);
  if (!isKnownAnalysis(meta)) throw new AppError('search.format-unknown', { segment: header.id });
  if (meta.records !== header.records) throw blockDamaged(metaPlace);
  const fences = decodeFences(fenceBytes, blocks.place(sections.fences, 0), header.formatVersion);
  const order = decodeOrder(blocks, orderBytes, fences.dates);
  const agencies = decodeAgencies(blocks, agencyBytes, meta.agencies);
  const timed = await readTimed(blocks, meta.records);
  return new SegmentReader(blocks, { meta, agencies, fences, ...order, timed }, deleted);
}

/** Whether all dates, and how agencies sound, are read from the start. */
function isOlder({ header }: SegmentBlocks): boolean {
  return header.formatVersion < firstWithDates;
}

function decodeOrder(
  blocks: SegmentBlocks,
  bytes: Uint8Array,
  dateFences: Uint32Array,
): { readonly runs: YearRuns; readonly dates: RecordDates } {
  const { records } = blocks.header;
  if (isOlder(blocks)) return decodeOlderRuns(bytes, records, blocks.place(olderRunsSection, 0));
  const runs = decodeYearRuns(bytes, records, blocks.place(sections.years, 0));
  return { runs, dates: new DatesReader(blocks, dateFences) };
}

type AgencyBytes = Readonly<Record<'rows' | 'names' | 'starts', Uint8Array>>;

async function readAgencies(blocks: SegmentBlocks): Promise<AgencyBytes> {
  const [rows, names, starts] = await Promise.all([
    blocks.readAll(sections.agencies),
    blocks.readAll(sections.agencyNames),
    blocks.readAll(sections.agencyStarts),
  ]);
  return { rows, names, starts };
}

function decodeAgencies(blocks: SegmentBlocks, bytes: AgencyBytes, count: number): SegmentAgencies {
  const place = blocks.place(sections.agencies, 0);
  const texts = { rows: decodeText(bytes.rows, place), names: decodeText(bytes.names, place) };
  const starts =
    bytes.starts.length === 0
      ? null
      : decodeAgencyStarts(bytes.starts, count, blocks.place(sections.agencyStarts, 0));
  const loadSounds = async () =>
    isOlder(blocks)
      ? soundsInRows(texts.rows)
      : decodeText(await blocks.readAll(sections.agencySounds), blocks.place(sections.agencySounds, 0));
  return new SegmentAgencies(count, texts, starts, place, loadSounds);
}

async function readTimed(blocks: SegmentBlocks, records: number): Promise<TimedRecords> {
  if (blocks.count(sections.shown) === 0) return TimedRecords.none;
  const bytes = await blocks.readPacked(sections.shown, largestTimed(records));
  return decodeTimed(bytes, records, blocks.place(sections.shown, 0));
}
