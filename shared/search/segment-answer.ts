// What one segment answers to a query: its matches, how many there are, and their counts.
import { FoundList, prepare, walk } from './collect.ts';
import { RangeCursor } from './doc-cursor.ts';
import type { FacetCounter } from './facet-counter.ts';
import { type Filters, narrowingCursors, withoutFilter } from './filters.ts';
import type { Findings, Narrowing, SegmentQuery, StartMatching } from './segment-query.ts';
import { facetFields } from './types.ts';

/** Stretches behind the last record looked at from which counts are estimated, and what share of it they are. */
const sampledStretches = 8;
const sampledShare = 1 / 8;

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
  const narrowing: Narrowing = (context) => narrowingCursors(filters, context);
  const { cursor, fitOf } = await start();
  const found = await on.gather(cursor, narrowing, most, fitOf);
  const isCut = found.next < on.segment.records;
  const narrowed = facetFields.filter((field) => filters[field] !== undefined);
  await counter.count(
    on.segment,
    found.ordinals,
    facetFields.filter((field) => !narrowed.includes(field)),
  );
  if (isCut)
    await estimate(
      on,
      start,
      filters,
      found.next,
      counter,
      facetFields.filter((f) => !narrowed.includes(f)),
    );
  for (const field of narrowed) {
    const others = withoutFilter(filters, field);
    const widened = await on.gather(
      (await start()).cursor,
      (context) => narrowingCursors(others, context),
      most,
      () => 0,
    );
    await counter.count(on.segment, widened.ordinals, [field]);
    if (widened.next < on.segment.records) await estimate(on, start, others, widened.next, counter, [field]);
  }
  return { findings: found, total: found.ordinals.length, isCut };
}

/** Adds to the counts what stretches behind `from` hold, as if all behind it were like them. */
async function estimate(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  from: number,
  counter: FacetCounter,
  fields: readonly (typeof facetFields)[number][],
): Promise<void> {
  const { records } = on.segment;
  const span = records - from;
  const stretch = Math.max(1, Math.floor((span * sampledShare) / sampledStretches));
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
