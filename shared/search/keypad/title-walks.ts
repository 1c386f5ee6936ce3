// Walks of the keypad over one segment: records that have what is typed, and titles with some initials beside it.
import { MetCounter, prepare, walk } from '../collect.ts';
import { allOf, type DocCursor, emptyCursor, OrCursor, RangeCursor } from '../doc-cursor.ts';
import { type Narrowing, SameFit } from '../findings.ts';
import { Gathering } from '../gather.ts';
import { normalisedText } from '../normalise.ts';
import type { SegmentQuery } from '../segment-query.ts';
import { fewestAnywhere, initialsAnywhere, initialsStart, spelledInTitle } from '../word-cursor.ts';
import { type HeardWay, hearWay, waysOfLetters } from './letter-ways.ts';

/** A text as it is looked for in one segment, and what its records are narrowed by; null when by nothing. */
export interface Asked {
  readonly on: SegmentQuery;
  readonly narrowing: Narrowing | null;
}

const notNarrowed: Narrowing = () => [];

/** How many records have all words of a query anywhere, counted up to `most`. */
export async function countRecords({ on, narrowing }: Asked, most: number): Promise<number> {
  const walkOver = on.walkOver(on.matching(true).cursor, narrowing ?? notNarrowed);
  await prepare(walkOver);
  const counter = new MetCounter();
  await walk(walkOver, { from: 0, to: on.segment.records, most }, counter);
  return counter.met;
}

/** Whether some header has the words of a query and its title the letters; either may be missing. */
export async function existsTitle({ on, narrowing }: Asked, letters: string): Promise<boolean> {
  const exists = (cursor: DocCursor) => on.existsFor(cursor, narrowing ?? notNarrowed);
  if (letters === '') return on.words.length > 0 && exists(on.matching(false).cursor);
  for (const way of waysOfLetters(letters)) {
    const heard = await hearWay(on.segment.sounds, way);
    if (heard?.isProven && (await exists(cursorOf(on, heard, 'anywhere')))) return true;
  }
  return false;
}

/** Titles of a segment, as they are compared, and whether there are no others. */
export interface ReadTitles {
  readonly titles: readonly string[];
  readonly isAll: boolean;
}

/**
 * Titles that may have the words of a query and the letters, at most `most` for each way to read the letters: first
 * those that begin so. Letters that only the text can tell are still to be held against them (`match-letters.ts`).
 */
export async function readTitles(asked: Asked, letters: string, most: number): Promise<ReadTitles> {
  if (letters === '') return readWay(asked, null, most);
  const all = new Set<string>();
  let isAll = true;
  for (const way of waysOfLetters(letters)) {
    const heard = await hearWay(asked.on.segment.sounds, way);
    if (heard === null) continue;
    const read = await readWay(asked, heard, most);
    for (const title of read.titles) all.add(title);
    isAll &&= read.isAll;
  }
  return { titles: [...all], isAll };
}

async function readWay(asked: Asked, heard: HeardWay | null, most: number): Promise<ReadTitles> {
  const { on, narrowing } = asked;
  // Nothing said but what the records are narrowed by: all of those.
  const isEvery = heard === null && on.words.length === 0 && narrowing !== null;
  const cursor = (where: 'start' | 'anywhere') =>
    isEvery ? new RangeCursor([[0, on.segment.records]]) : cursorOf(on, heard, where);
  const first = await firstOf(asked, cursor('start'), most + 1);
  const isEnough = isEvery || first.length > most;
  const rest = isEnough ? [] : await firstOf(asked, cursor('anywhere'), most + 1);
  const ordinals = [...new Set([...first, ...rest])];
  const stored = await on.segment.stored(ordinals.slice(0, most).sort((a, b) => a - b));
  const titles = stored.map(({ record }) => normalisedText(record.title));
  // Two initials alone are looked for at the beginning of titles only.
  const isEverywhere = heard === null || heard.phrase !== null || heard.initials.length >= fewestAnywhere;
  return { titles, isAll: isEverywhere && ordinals.length <= most };
}

/** At the `start` words stand in the title, or it begins with the initials; `anywhere` is all that counts. */
function cursorOf(on: SegmentQuery, heard: HeardWay | null, where: 'start' | 'anywhere'): DocCursor {
  const hasWords = on.words.length > 0;
  const cursors: DocCursor[] = [];
  if (hasWords) cursors.push(where === 'start' ? on.titlesWithAll() : on.matching(false).cursor);
  if (heard !== null) {
    if (heard.phrase !== null) cursors.push(spelledInTitle(on.context, heard.phrase));
    const isInside = hasWords || where === 'anywhere';
    const initials = initialsCursor(on, heard, isInside);
    if (initials !== null) cursors.push(initials);
  }
  return cursors.length === 0 ? emptyCursor : allOf(cursors);
}

/** Null where pairs of characters say more than there are lists of initials for. */
function initialsCursor(
  on: SegmentQuery,
  { initials, phrase }: HeardWay,
  isInside: boolean,
): DocCursor | null {
  const inside = initialsAnywhere(on.context, initials);
  if (isInside && inside === null && phrase !== null) return null;
  const start = initialsStart(on.context, initials) ?? emptyCursor;
  return isInside && inside !== null ? new OrCursor([start, inside]) : start;
}

async function firstOf({ on, narrowing }: Asked, cursor: DocCursor, most: number): Promise<number[]> {
  const walkOver = on.walkOver(cursor, narrowing ?? notNarrowed);
  await prepare(walkOver);
  const found = on.window.foundList();
  await walk(walkOver, { from: 0, to: on.segment.records, most }, new Gathering(new SameFit(0), found));
  return [...found.finish().ordinals];
}
