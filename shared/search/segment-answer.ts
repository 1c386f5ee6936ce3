// What one segment answers to a query: its matches, how many there are, and their counts.

import { prepare, walk } from './collect.ts';
import { RangeCursor } from './doc-cursor.ts';
import { estimateCounts } from './estimate-counts.ts';
import { FacetCounter } from './facet-counter.ts';
import { countedFields, type Filters, narrowingCursors, withoutFilter } from './filters.ts';
import { type Findings, type Gathered, type Narrowing, SameFit, type StartMatching } from './findings.ts';
import { bestMost } from './format.ts';
import { Gathering, gather } from './gather.ts';
import type { SegmentQuery } from './segment-query.ts';
import type { FacetField } from './types.ts';

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
  const found = await gather(on, await start(), narrowing, most);
  const { isCut } = found;
  const isNarrowed = (field: FacetField) => filters[field] !== undefined;
  const fields = countedFields(filters);
  const open = fields.filter((field) => !isNarrowed(field));
  await counter.count(on.segment, found.ordinals, open);
  if (isCut) await estimateCounts(on, start, filters, found, counter, open);
  let areEstimates = isCut;
  for (const field of fields.filter(isNarrowed)) {
    const isEstimate = await countNarrowed(on, start, filters, most, counter, { field, found });
    areEstimates ||= isEstimate;
  }
  if (!isCut) return { findings: found, total: found.ordinals.length, isCut, areEstimates };
  const ranked = { ordinals: found.ordinals.subarray(0, bestMost), fits: found.fits.subarray(0, bestMost) };
  return { findings: ranked, total: most, isCut, areEstimates };
}

/** Counts a field as if its own filter were not set; true when some counts are estimates. */
async function countNarrowed(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  most: number,
  counter: FacetCounter,
  { field, found }: { readonly field: FacetField; readonly found: Gathered },
): Promise<boolean> {
  const { segment } = on;
  const others = withoutFilter(filters, field);
  const narrowing: Narrowing = (context) => narrowingCursors(others, context);
  const widened = await gather(on, { ...(await start()), fits: new SameFit(0) }, narrowing, most);
  if (!widened.isCut) {
    await counter.count(segment, widened.ordinals, [field]);
    return false;
  }
  const around = new FacetCounter();
  await around.count(segment, widened.ordinals, [field]);
  await estimateCounts(on, start, others, widened, around, [field]);
  // What was chosen is better known: its matches are those of the answer.
  const chosen = new FacetCounter();
  await chosen.count(segment, found.ordinals, [field]);
  if (found.isCut) await estimateCounts(on, start, filters, found, chosen, [field]);
  const values = filters[field] ?? [];
  counter.addAll(around, field, (value) => !values.includes(value));
  counter.addAll(chosen, field, (value) => values.includes(value));
  return true;
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
  const start = async () => ({
    cursor: new RangeCursor([[0, segment.records]]),
    fits: new SameFit(0),
  });
  if (Object.keys(filters).length === 0) {
    await counter.countAll(segment, on.live);
    const findings = await newestOfEachClass(on, start, filters, wanted);
    return { findings, total: on.live.count, isCut: false, areEstimates: false };
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
  const { cursor, fits } = await start();
  const walkOver = on.walkOver(cursor, (context) => narrowingCursors(filters, context));
  const ranges = on.segment.runs.classRanges();
  await prepare(
    walkOver,
    ranges.map(([from]) => from),
  );
  const found = on.window.foundList();
  const gathering = new Gathering(fits, found);
  for (const [from, to] of ranges) {
    await walk(walkOver, { from, to, most: wanted }, gathering);
  }
  const { ordinals, values } = found.finish();
  return { ordinals, fits: values };
}
