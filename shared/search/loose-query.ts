// Finds records that hold the parts of a query in any order, for queries that stand nowhere as a whole.

import { AndCursor, type DocCursor, OrCursor, wait } from './doc-cursor.ts';
import { FilterCursor, type RecordTest } from './filter-cursor.ts';
import type { Fits, Matching } from './findings.ts';
import { fieldLetters } from './format.ts';
import type { ParsedQuery } from './parse-query.ts';
import { looseFit } from './ranking.ts';
import type { SegmentQuery } from './segment-query.ts';
import { probesOfParts, type TermProbe } from './tokenise.ts';
import { cursorOfProbe, type SearchContext } from './word-cursor.ts';

/** Shares of a query's characters that make a record an answer, the closest tried first. */
export const leastShares = [0.8, 0.6] as const;
/** Records with one of the rarest parts that are looked at: the near ones are wanted soon, not all of them. */
const mostCandidates = 8000;

const headerLetters = [fieldLetters.docNo, fieldLetters.index, fieldLetters.summary];

/** One part of a query: characters `[start, end)` counted over all words. */
export interface QueryPart {
  readonly start: number;
  readonly end: number;
  readonly probe: TermProbe;
}

/** Every pair and run of the query. A part that stands in a field covers its characters. */
export function partsOfQuery(query: ParsedQuery): QueryPart[] {
  const parts: QueryPart[] = [];
  let base = 0;
  for (const { text } of query.words) {
    for (const probe of probesOfParts(text)) {
      parts.push({ start: base + probe.offset, end: base + probe.end, probe });
    }
    base += text.length;
  }
  return parts;
}

/** Characters that parts cover, in the order of their beginnings. */
export function coveredCharacters(parts: readonly QueryPart[]): number {
  let covered = 0;
  let to = 0;
  for (const { start, end } of parts) {
    covered += Math.max(0, end - Math.max(start, to));
    to = Math.max(to, end);
  }
  return covered;
}

/** A part's records by where it stands. */
interface PartCursor {
  readonly part: QueryPart;
  readonly title: DocCursor;
  readonly any: OrCursor;
}

export class LooseQuery {
  readonly #on: SegmentQuery;
  readonly #parts: readonly QueryPart[];
  readonly #characters: number;

  constructor(on: SegmentQuery, query: ParsedQuery) {
    this.#on = on;
    this.#parts = partsOfQuery(query);
    this.#characters = coveredCharacters(this.#parts);
  }

  #cursors(context: SearchContext): PartCursor[] {
    return this.#parts.map((part) => {
      const title = cursorOfProbe(context, fieldLetters.title, part.probe);
      const others = headerLetters.map((letter) => cursorOfProbe(context, letter, part.probe));
      return { part, title, any: new OrCursor([title, ...others]) };
    });
  }

  /** Records in whose headers the parts cover at least a share of the characters; null when there can be none. */
  async matching(share: number): Promise<Matching | null> {
    if (this.#parts.length === 0) return null;
    return share === 1 ? this.#scattered() : this.#partly(share);
  }

  #scattered(): Matching {
    const byPart = new Map(this.#cursors(this.#on.context).map((cursor) => [cursor.part, cursor.any]));
    const cursors = coverings(this.#parts).map(
      (parts) => new OrCursor(parts.map((part) => byPart.get(part) as OrCursor)),
    );
    return { cursor: new AndCursor(cursors), fits: this.#fits() };
  }

  async #partly(share: number): Promise<Matching | null> {
    const cursors = this.#cursors(this.#on.context);
    await this.#prefetch(cursors);
    // A hair less than the share, so that rounding never leaves out a record that just reaches it.
    const candidates = candidateParts(cursors, this.#characters * share - 1e-6);
    if (candidates.every(({ any }) => any.estimate() === 0)) return null;
    const any = new OrCursor(candidates.map((candidate) => candidate.any));
    const covers = new CoverTest(cursors, this.#parts, this.#characters, share);
    return { cursor: new FilterCursor(any, covers, mostCandidates), fits: this.#fits() };
  }

  async #prefetch(cursors: readonly PartCursor[]): Promise<void> {
    for (const { any } of cursors) any.prefetch(0);
    await this.#on.window.load();
  }

  #fits(): Fits {
    return new LooseFits(this.#cursors(this.#on.context), this.#characters);
  }
}

/** Passes records whose header covers a share of the characters: the rarest parts are asked first, none needlessly. */
class CoverTest implements RecordTest {
  readonly #cursors: readonly PartCursor[];
  readonly #inOrder: readonly PartCursor[];
  readonly #characters: number;
  readonly #share: number;
  /** By how many parts each character may be covered, and by how many it still may be. */
  readonly #all: Uint8Array;
  readonly #left: Uint8Array;

  constructor(
    cursors: readonly PartCursor[],
    parts: readonly QueryPart[],
    characters: number,
    share: number,
  ) {
    this.#cursors = cursors;
    this.#inOrder = cursors.toSorted((a, b) => a.any.estimate() - b.any.estimate());
    this.#characters = characters;
    this.#share = share;
    this.#all = coveringCounts(parts);
    this.#left = new Uint8Array(this.#all.length);
  }

  passes(ordinal: number): boolean | null {
    const left = this.#left;
    left.set(this.#all);
    let most = this.#characters;
    for (const { any, part } of this.#inOrder) {
      const found = any.advance(ordinal);
      if (found === wait) return noteAll(this.#cursors, ordinal);
      if (found === ordinal) continue;
      for (let at = part.start; at < part.end; at++) {
        left[at] = (left[at] as number) - 1;
        if (left[at] === 0) most--;
      }
      if (most / this.#characters < this.#share) return false;
    }
    return true;
  }
}

/** The fit of records that hold parts of a query, by how much of it these cover. */
class LooseFits implements Fits {
  readonly #cursors: readonly PartCursor[];
  readonly #characters: number;

  constructor(cursors: readonly PartCursor[], characters: number) {
    this.#cursors = cursors;
    this.#characters = characters;
  }

  fitOf(ordinal: number): number | null {
    const inHeader = this.#shareOf(ordinal);
    if (inHeader === null) return null;
    const inTitle = this.#cursors.filter(({ title }) => title.doc === ordinal).map(({ part }) => part);
    return looseFit({
      inTitle: coveredCharacters(inTitle) / this.#characters,
      inHeader,
      partsInTitle: inTitle.length / this.#cursors.length,
    });
  }

  /** The share of the characters a record's header covers; null when a block is missing. */
  #shareOf(ordinal: number): number | null {
    let isWaiting = false;
    for (const { any } of this.#cursors) if (any.advance(ordinal) === wait) isWaiting = true;
    if (isWaiting) return null;
    let covered = 0;
    let to = 0;
    for (const { any, part } of this.#cursors) {
      if (any.doc !== ordinal || part.end <= to) continue;
      covered += part.end - Math.max(part.start, to);
      to = part.end;
    }
    return covered / this.#characters;
  }
}

/** By how many parts each character is covered. */
function coveringCounts(parts: readonly QueryPart[]): Uint8Array {
  const counts = new Uint8Array(parts.reduce((most, { end }) => Math.max(most, end), 0));
  for (const { start, end } of parts)
    for (let at = start; at < end; at++) counts[at] = (counts[at] as number) + 1;
  return counts;
}

/** Lets all that are behind tell what they lack, so that it is read in one go. */
function noteAll(cursors: readonly PartCursor[], ordinal: number): null {
  for (const { any } of cursors) any.advance(ordinal);
  return null;
}

/** For every character the parts that cover it, without those that follow from others: one of each must stand. */
function coverings(parts: readonly QueryPart[]): QueryPart[][] {
  const last = parts.reduce((most, { end }) => Math.max(most, end), 0);
  const all: QueryPart[][] = [];
  for (let at = 0; at < last; at++) {
    const covering = parts.filter(({ start, end }) => start <= at && at < end);
    if (covering.length > 0) all.push(covering);
  }
  const isWithin = (few: readonly QueryPart[], many: readonly QueryPart[]) =>
    few.every((part) => many.includes(part));
  return all.filter(
    (many, at) =>
      !all.some(
        (few, other) => other !== at && isWithin(few, many) && (few.length < many.length || other < at),
      ),
  );
}

/** The rarest parts of which a record must have one, since all others together cover too little. */
function candidateParts(cursors: readonly PartCursor[], least: number): PartCursor[] {
  const rarest = cursors.map((cursor) => ({ cursor, records: cursor.any.estimate() }));
  rarest.sort((a, b) => a.records - b.records);
  const chosen: PartCursor[] = [];
  for (const { cursor } of rarest) {
    const others = cursors
      .filter((other) => other !== cursor && !chosen.includes(other))
      .map(({ part }) => part);
    chosen.push(cursor);
    if (coveredCharacters(others) < least) break;
  }
  return chosen;
}
