// What one segment answers to a query: its matches, how many there are, and their counts.
import { FoundList, prepare, walk } from './collect.ts';
import { RangeCursor } from './doc-cursor.ts';
import { estimateCounts } from './estimate-counts.ts';
import type { FacetCounter } from './facet-counter.ts';
import { type Filters, narrowingCursors, withoutFilter } from './filters.ts';
import type { Findings, Narrowing, SegmentQuery, StartMatching } from './segment-query.ts';
import { type FacetField, facetFields } from './types.ts';

/** The matches of a query in one segment. */
export interface SegmentAnswer {
  /** What is ranked: all matches, or of many the first and the best. */
  readonly findings: Findings;
  /** Matches counted; a lower bound when `isCut`. */
  readonly total: number;
  readonly isCut: boolean;
  /** Whether counts are estimates: of a field that is filtered itself also when the matches are not cut. */
  readonly areEstimates: boolean;
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
  const isNarrowed = (field: FacetField) => filters[field] !== undefined;
  const open = facetFields.filter((field) => !isNarrowed(field));
  await counter.count(on.segment, found.ordinals, open);
  if (isCut) await estimateCounts(on, start, filters, found.next, counter, open);
  let areEstimates = isCut;
  for (const field of facetFields.filter(isNarrowed)) {
    const others = withoutFilter(filters, field);
    const widened = await on.gather(
      (await start()).cursor,
      (context) => narrowingCursors(others, context),
      most,
      () => 0,
    );
    await counter.count(on.segment, widened.ordinals, [field]);
    if (widened.next >= on.segment.records) continue;
    areEstimates = true;
    await estimateCounts(on, start, others, widened.next, counter, [field]);
  }
  return { findings: found, total: found.ordinals.length, isCut, areEstimates };
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
    return { findings, total: segment.liveRecords, isCut: false, areEstimates: false };
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
