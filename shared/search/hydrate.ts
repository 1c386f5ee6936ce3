// Turns the candidates of a page into hits: records, marked titles and snippets.
import { passagesOf } from './fields.ts';
import { findRanges, makeSnippet, type Snippet } from './highlight.ts';
import { bodyPlaceOf, type SegmentMatches } from './match-words.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { StoredBody, StoredRecord } from './stored-record.ts';
import { probesOfParts } from './tokenise.ts';
import type { Candidate } from './top-hits.ts';
import type { SearchHit } from './types.ts';

/** What the page was searched with. */
export interface Hydration {
  readonly segments: readonly SegmentReader[];
  readonly query: ParsedQuery;
  /** For each segment where words stand in bodies; null when everything is listed. */
  readonly matches: readonly SegmentMatches[] | null;
  /** True when records were found by parts of the query. */
  readonly isLoose: boolean;
}

/** The hits of a page in the order of the candidates. */
export async function hydrate(page: readonly Candidate[], found: Hydration): Promise<SearchHit[]> {
  const records = await readRecords(page, found.segments);
  return Promise.all(page.map((candidate, at) => toHit(candidate, records[at] as StoredRecord, found)));
}

/** Reads the records of a page, all of one segment together. */
async function readRecords(
  page: readonly Candidate[],
  segments: readonly SegmentReader[],
): Promise<StoredRecord[]> {
  const records: StoredRecord[] = [];
  for (const [number, segment] of segments.entries()) {
    const places = [...page.keys()].filter((at) => page[at]?.segment === number);
    const stored = await segment.stored(places.map((at) => (page[at] as Candidate).ordinal));
    places.forEach((at, index) => {
      records[at] = stored[index] as StoredRecord;
    });
  }
  return records;
}

async function toHit(candidate: Candidate, stored: StoredRecord, found: Hydration): Promise<SearchHit> {
  const { record } = stored;
  const needles = needlesOf(found);
  const titleRanges = findRanges(record.title, needles);
  const snippet =
    needles.length === 0
      ? null
      : (summarySnippet(stored, needles) ?? (await bodySnippet(candidate, stored, found)));
  return { record, score: candidate.score, titleRanges, snippet };
}

/** What to mark: the words, or the parts that led to the record. */
function needlesOf(found: Hydration): string[] {
  if (!found.isLoose) return found.query.words.map((word) => word.text);
  return found.query.words.flatMap((word) =>
    probesOfParts(word.text).map((probe) => word.text.slice(probe.offset, probe.end)),
  );
}

function summarySnippet(stored: StoredRecord, needles: readonly string[]): Snippet | null {
  for (const text of passagesOf(stored.record)) {
    const snippet = makeSnippet(text, needles);
    if (snippet !== null) return snippet;
  }
  return null;
}

/** The passage of the body in which a word missing from the title stands. */
async function bodySnippet(
  candidate: Candidate,
  stored: StoredRecord,
  found: Hydration,
): Promise<Snippet | null> {
  const { body, record } = stored;
  const matches = found.matches?.[candidate.segment];
  if (body === null || matches === undefined) return null;
  const words = found.query.words.map((word) => word.text);
  for (const [at, word] of words.entries()) {
    const places = matches.bodyPlaces[at];
    const place = places === undefined ? -1 : bodyPlaceOf(places, candidate.ordinal);
    if (place < 0 || findRanges(record.title, [word]).length > 0) continue;
    const text = await textAround(
      found.segments[candidate.segment] as SegmentReader,
      body,
      place,
      word.length,
    );
    const snippet = makeSnippet(text, words);
    if (snippet !== null) return snippet;
  }
  return null;
}

/** The plain text of the piece a place lies in, with the next one when a word reaches into it. */
async function textAround(
  segment: SegmentReader,
  body: StoredBody,
  place: number,
  length: number,
): Promise<string> {
  const piece = Math.max(
    0,
    body.starts.findLastIndex((start) => start <= place),
  );
  const next = body.starts[piece + 1];
  const wanted = [body.first + piece];
  if (next !== undefined && place + length + 40 > next) wanted.push(body.first + piece + 1);
  const pieces = await segment.bodyPieces(wanted);
  return pieces.map(({ text }) => text).join('');
}
