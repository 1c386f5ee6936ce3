// Gathers the records of a matching in order, and finds out early when there are more than are looked at.
import { MetCounter, prepare, type Visitor, type Walk, walk } from './collect.ts';
import type { DocCursor } from './doc-cursor.ts';
import type { Fits, Gathered, Matching, Narrowing } from './findings.ts';
import { bestMost } from './format.ts';
import type { FoundList } from './found-list.ts';
import type { SegmentQuery } from './segment-query.ts';

/** Stretches that tell how many records a walk will meet, and how small a share of their parts they are. */
const stretches = 16;
const stretchShare = 64;

/** Takes records that are met with their fits. */
export class Gathering implements Visitor {
  readonly #fits: Fits;
  readonly #found: FoundList;

  constructor(fits: Fits, found: FoundList) {
    this.#fits = fits;
    this.#found = found;
  }

  visit(ordinal: number): boolean {
    const fit = this.#fits.fitOf(ordinal);
    if (fit !== null) this.#found.push(ordinal, fit);
    return fit !== null;
  }
}

/**
 * Gathers at most `most` records of a matching with their fits. Where a list or titles alone tell that there are
 * more, only as many are looked at as will be ranked.
 */
export async function gather(
  on: SegmentQuery,
  { cursor, fits, doSureOnesMatch = false }: Matching,
  narrowing: Narrowing,
  most: number,
): Promise<Gathered> {
  const walkOver = on.walkOver(cursor, narrowing);
  await prepare(walkOver);
  const isSure = await hasMore(on, cursor, narrowing, most, doSureOnesMatch);
  const found = on.window.foundList();
  const range = { from: 0, to: on.segment.records, most: isSure ? Math.min(most, bestMost) : most };
  const next = await walk(walkOver, range, new Gathering(fits, found));
  const { ordinals, values } = found.finish();
  return { ordinals, fits: values, next, isCut: next < on.segment.records };
}

/**
 * Whether more records than `most` are sure to match: a list tells by its length, a phrase may be known to be in so many
 * titles, or titles or initials alone tell, which are counted faster than all fields are walked.
 */
async function hasMore(
  on: SegmentQuery,
  cursor: DocCursor,
  narrowing: Narrowing,
  most: number,
  doSureOnesMatch: boolean,
): Promise<boolean> {
  const isAlone = narrowing(on.context).length === 0;
  if (isAlone && (cursor.atLeast?.() ?? 0) - on.live.gone.length > most) return true;
  if (!doSureOnesMatch) return false;
  if (isAlone && on.titlesKnown() - on.live.gone.length > most) return true;
  const sure = on.sureMatches();
  const walkOver = on.walkOver(sure, narrowing);
  await prepare(walkOver);
  if (sure.estimate() <= most || !(await isLikely(on, walkOver, most))) return false;
  const again = on.walkOver(on.sureMatches(), narrowing);
  const counter = new MetCounter();
  await walk(again, { from: 0, to: on.segment.records, most: most + 1 }, counter);
  return counter.met > most;
}

/** Whether a walk meets more than `most`, as far as stretches spread over the whole segment tell. */
async function isLikely(on: SegmentQuery, walkOver: Walk, most: number): Promise<boolean> {
  const { records } = on.segment;
  const length = Math.ceil(records / stretches / stretchShare);
  const starts = Array.from({ length: stretches }, (_, at) => Math.floor((records * at) / stretches));
  await prepare(walkOver, starts);
  const counter = new MetCounter();
  for (const from of starts) {
    await walk(walkOver, { from, to: Math.min(records, from + length), most }, counter);
  }
  return counter.met * stretchShare > most;
}
