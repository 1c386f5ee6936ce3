// Estimates what lies behind the last record looked at, from stretches spread evenly over all that passes the filters.
//
// Ordinals run by class and date, so a stretch says little about the kinds and years of its neighbours: of those only
// the share of matches is taken from it, and how many records there are of each is known. Agencies, topics and
// the places of registers are counted in the stretches themselves.

import { prepare, type Walk, walk } from './collect.ts';
import { type FacetCounter, isInColumn } from './facet-counter.ts';
import { type Filters, narrowingCursors, rangesOf } from './filters.ts';
import { SameFit, type StartMatching } from './findings.ts';
import type { FoundList } from './found-list.ts';
import { Gathering } from './gather.ts';
import type { SegmentQuery } from './segment-query.ts';
import type { FacetField } from './types.ts';
import type { OrdinalRange } from './year-runs.ts';

/** Parts of what is left that are estimated each on its own, and what share of a part is looked at at most. */
const parts = 16;
const largestShare = 1 / 8;
/** Matches that are looked for: fewer records are looked at where matches lay densely so far. */
const soughtMatches = 1000;
/** Matches looked at in one part at most, however densely they lie there. */
const mostInPart = 60;
/** Fewer records than these are all looked at. */
const leastLookedAt = 64;

/** How far a walk came, and how many matches it met. */
export interface Progress {
  readonly next: number;
  readonly ordinals: Uint32Array;
}

/** Adds estimates of the matches a walk has not come to, to the counts of some fields. */
export async function estimateCounts(
  on: SegmentQuery,
  start: StartMatching,
  filters: Filters,
  { next, ordinals: met }: Progress,
  counter: FacetCounter,
  fields: readonly FacetField[],
): Promise<void> {
  const { records, runs } = on.segment;
  const left = restOf(rangesOf(filters, runs) ?? [[0, records]], next);
  const span = lengthOf(left);
  const share = Math.min(largestShare, (soughtMatches * next) / Math.max(1, met.length * span));
  const walkOver = on.walkOver((await start()).cursor, (context) => narrowingCursors(filters, context));
  const pieces = Array.from({ length: parts }, (_, at) => {
    const whole = partOf(left, (span * at) / parts, (span * (at + 1)) / parts);
    const wanted = Math.max(leastLookedAt, Math.floor(lengthOf(whole) * share));
    return { whole, lookedAt: partOf(whole, 0, wanted) };
  }).filter(({ whole }) => whole.length > 0);
  await prepare(
    walkOver,
    pieces.map(({ lookedAt }) => (lookedAt[0] as OrdinalRange)[0]),
  );
  const inColumns = fields.filter(isInColumn);
  const inRuns = fields.filter((field) => !isInColumn(field));
  const found = on.window.foundList();
  for (const { whole, lookedAt } of pieces) {
    const { ordinals, length } = await lookAt(walkOver, lookedAt, found);
    const weight = lengthOf(whole) / length;
    await counter.count(on.segment, ordinals, weight === 1 ? fields : inColumns, weight);
    if (weight > 1) counter.countShare(on.segment, whole, inRuns, ordinals.length / length);
  }
}

/** The matches of some ranges, up to as many as one part is meant to meet, and how many records were looked at; in `found`. */
async function lookAt(
  walkOver: Walk,
  ranges: readonly OrdinalRange[],
  found: FoundList,
): Promise<{ readonly ordinals: Uint32Array; readonly length: number }> {
  found.empty();
  const gathering = new Gathering(new SameFit(0), found);
  let length = 0;
  for (const [from, to] of ranges) {
    const most = mostInPart - found.length;
    const next = await walk(walkOver, { from, to, most }, gathering);
    length += Math.min(next, to) - from;
    if (next < to) break;
  }
  return { ordinals: found.finish().ordinals, length };
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
