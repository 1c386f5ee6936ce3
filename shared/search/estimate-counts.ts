// Estimates what lies behind the last record looked at, from stretches spread evenly over all that passes the filters.
//
// Ordinals run by class and date, so a stretch says little about the kinds and years of its neighbours: of those only
// the share of matches is taken from it, and how many records there are of each is known. Agencies and topics are
// counted in the stretches themselves.
import { FoundList, prepare, type Walk, walk } from './collect.ts';
import type { FacetCounter } from './facet-counter.ts';
import { type Filters, narrowingCursors, rangesOf } from './filters.ts';
import type { OrdinalRange } from './ordinal-runs.ts';
import type { SegmentQuery, StartMatching } from './segment-query.ts';
import type { FacetField } from './types.ts';

/** Parts of what is left that are estimated each on its own. */
const parts = 8;
/** About so many matches are looked at if they lie as densely as before, but no more than a share of all that is left. */
const wantedMatches = 2000;
const largestShare = 1 / 8;
/** Of a part with fewer records than these all are looked at. */
const leastLookedAt = 64;

/** Where a walk stopped, and how many matches it had met. */
export interface Stopped {
  readonly from: number;
  readonly met: number;
}

/** Adds estimates of the matches behind a walk to the counts of some fields. */
export async function estimateCounts(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  { from, met }: Stopped,
  counter: FacetCounter,
  fields: readonly FacetField[],
): Promise<void> {
  const { records, runs } = on.segment;
  const all: readonly OrdinalRange[] = rangesOf(filters, runs) ?? [[0, records]];
  const left = restOf(all, from);
  const span = lengthOf(left);
  const passed = lengthOf(all) - span;
  const lookedAtShare = Math.min(largestShare, (wantedMatches * passed) / Math.max(1, met * span));
  const walkOver = on.walkOver((await start()).cursor, (context) => narrowingCursors(filters, context));
  const pieces = Array.from({ length: parts }, (_, at) => {
    const whole = partOf(left, (span * at) / parts, (span * (at + 1)) / parts);
    const wanted = Math.max(leastLookedAt, lengthOf(whole) * lookedAtShare);
    return { whole, lookedAt: partOf(whole, 0, wanted) };
  }).filter(({ whole }) => whole.length > 0);
  await prepare(
    walkOver,
    pieces.map(({ lookedAt }) => (lookedAt[0] as OrdinalRange)[0]),
  );
  const inColumns = fields.filter((field) => field === 'agency' || field === 'topic');
  const inRuns = fields.filter((field) => field !== 'agency' && field !== 'topic');
  for (const { whole, lookedAt } of pieces) {
    const ordinals = await matchesIn(walkOver, lookedAt);
    const weight = lengthOf(whole) / lengthOf(lookedAt);
    await counter.count(on.segment, ordinals, weight === 1 ? fields : inColumns, weight);
    if (weight > 1) counter.countShare(on.segment, whole, inRuns, ordinals.length / lengthOf(lookedAt));
  }
}

async function matchesIn(walkOver: Walk, ranges: readonly OrdinalRange[]): Promise<Uint32Array> {
  const found = new FoundList();
  for (const [from, to] of ranges) {
    await walk(walkOver, { from, to, most: to - from }, (ordinal) => {
      found.push(ordinal, 0);
      return true;
    });
  }
  return found.finish().ordinals;
}

function lengthOf(ranges: readonly OrdinalRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** Ranges from an ordinal on. */
function restOf(ranges: readonly OrdinalRange[], from: number): OrdinalRange[] {
  return ranges.flatMap(([begin, to]): OrdinalRange[] => (to > from ? [[Math.max(begin, from), to]] : []));
}

/** What of ranges one after the other lies between two places, counted from the beginning of the first. */
function partOf(ranges: readonly OrdinalRange[], from: number, to: number): OrdinalRange[] {
  const [first, last] = [Math.floor(from), Math.floor(to)];
  const part: OrdinalRange[] = [];
  let at = 0;
  for (const [begin, end] of ranges) {
    const [left, right] = [Math.max(first, at), Math.min(last, at + end - begin)];
    if (left < right) part.push([begin + left - at, begin + right - at]);
    at += end - begin;
  }
  return part;
}
