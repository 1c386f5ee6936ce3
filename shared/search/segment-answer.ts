// What one segment answers to a query: its matches, how many there are, and their counts.
import { FoundList, prepare, walk } from './collect.ts';
import { RangeCursor } from './doc-cursor.ts';
import type { FacetCounter } from './facet-counter.ts';
import { type Filters, narrowingCursors, withoutFilter } from './filters.ts';
import { bestMost } from './format.ts';
import type { Findings, Gathered, SegmentQuery, StartMatching } from './segment-query.ts';
import { type FacetField, facetFields } from './types.ts';

/**
 * Stretches behind the last record looked at from which counts are estimated; together so long that about so many
 * matches are met if they lie there as densely as before, but no longer than a share of all that is behind.
 */
const sampledStretches = 8;
const sampledMatches = 2000;
const largestShare = 1 / 8;

/** The matches of a query in one segment. */
export interface SegmentAnswer {
  /** What is ranked: all matches, or of many the first and the best. */
  readonly findings: Findings;
  /** Matches counted; a lower bound when `isCut`. */
  readonly total: number;
  readonly isCut: boolean;
}

/** Answers with the matches of `start`, narrowed by filters, looking at no more than `most` of them in order. */
export async function answerSegment(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  most: number,
  counter: FacetCounter,
): Promise<SegmentAnswer> {
  const { cursor, fitOf } = await start();
  const found = await on.gather(cursor, (context) => narrowingCursors(filters, context), most, fitOf);
  const narrowed = facetFields.filter((field) => filters[field] !== undefined);
  const free = facetFields.filter((field) => !narrowed.includes(field));
  await countGathered(on, start, filters, found, counter, free);
  for (const field of narrowed) {
    const others = withoutFilter(filters, field);
    const wider = (await start()).cursor;
    const widened = await on.gather(
      wider,
      (context) => narrowingCursors(others, context),
      most,
      () => 0,
    );
    await countGathered(on, start, others, widened, counter, [field]);
  }
  if (!found.isCut) return { findings: found, total: found.ordinals.length, isCut: false };
  const ranked = { ordinals: found.ordinals.subarray(0, bestMost), fits: found.fits.subarray(0, bestMost) };
  return { findings: ranked, total: most, isCut: true };
}

/** Counts what was gathered, and what lies behind it by what some stretches hold. */
async function countGathered(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  { ordinals, next, isCut }: Gathered,
  counter: FacetCounter,
  fields: readonly FacetField[],
): Promise<void> {
  await counter.count(on.segment, ordinals, fields);
  if (isCut) await estimate(on, start, filters, { from: next, met: ordinals.length }, counter, fields);
}

/** Adds to the counts what stretches behind `from`, before which `met` matches were met, hold, as if all were like them. */
async function estimate(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  { from, met }: { readonly from: number; readonly met: number },
  counter: FacetCounter,
  fields: readonly FacetField[],
): Promise<void> {
  const { records } = on.segment;
  const span = records - from;
  const wanted = Math.min(span * largestShare, (sampledMatches * from) / Math.max(1, met));
  const stretch = Math.max(1, Math.floor(wanted / sampledStretches));
  const starts = Array.from(
    { length: sampledStretches },
    (_, at) => from + Math.floor((span * at) / sampledStretches),
  );
  const walkOver = on.walkOver((await start()).cursor, (context) => narrowingCursors(filters, context));
  await prepare(walkOver, starts);
  const found = new FoundList();
  let covered = 0;
  for (const [at, begin] of starts.entries()) {
    const to = Math.min(begin + stretch, starts[at + 1] ?? records);
    covered += to - begin;
    await walk(walkOver, { from: begin, to, most: stretch }, (ordinal) => {
      found.push(ordinal, 0);
      return true;
    });
  }
  await counter.count(on.segment, found.finish().ordinals, fields, span / covered);
}

/** The first of everything that passes the filters, newest first. */
export async function listSegment(
  on: SegmentQuery,
  filters: Filters,
  wanted: number,
  most: number,
  counter: FacetCounter,
): Promise<SegmentAnswer> {
  const { segment } = on;
  const start = async () => ({ cursor: new RangeCursor([[0, segment.records]]), fitOf: () => 0 });
  if (Object.keys(filters).length === 0) {
    await counter.countAll(segment);
    const findings = await newestOfEachClass(on, start, filters, wanted);
    return { findings, total: segment.liveRecords, isCut: false };
  }
  const answer = await answerSegment(on, start, filters, most, counter);
  if (!answer.isCut) return answer;
  return { ...answer, findings: await newestOfEachClass(on, start, filters, wanted) };
}

/** The newest matches of each class: within a class records lie by date. */
export async function newestOfEachClass(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  wanted: number,
): Promise<Findings> {
  const { cursor, fitOf } = await start();
  const walkOver = on.walkOver(cursor, (context) => narrowingCursors(filters, context));
  const ranges = on.segment.runs.classRanges();
  await prepare(
    walkOver,
    ranges.map(([from]) => from),
  );
  const found = new FoundList();
  for (const [from, to] of ranges) {
    await walk(walkOver, { from, to, most: wanted }, (ordinal) => {
      const fit = fitOf(ordinal);
      if (fit !== null) found.push(ordinal, fit);
      return fit !== null;
    });
  }
  const { ordinals, values } = found.finish();
  return { ordinals, fits: values };
}
