// Turns the candidates of a page into hits: records, marked titles and snippets.
import { walk } from './collect.ts';
import { explain } from './explain.ts';
import { passagesOf } from './fields.ts';
import { fieldLetters } from './format.ts';
import { findRanges, makeSnippet, type Snippet } from './highlight.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SegmentQuery } from './segment-query.ts';
import type { SegmentReader } from './segment-reader.ts';
import type { StoredBody, StoredRecord } from './stored-record.ts';
import { probesOfParts } from './tokenise.ts';
import type { Candidate } from './top-hits.ts';
import type { SearchHit } from './types.ts';
import { phraseIn } from './word-cursor.ts';

/** What the page was searched with. */
export interface Hydration {
  readonly queries: readonly SegmentQuery[];
  readonly query: ParsedQuery;
  /** What to mark: the words and their other names. */
  readonly needles: readonly string[];
  /** True when records were found by parts of the query. */
  readonly isLoose: boolean;
  readonly explain: boolean;
}

/** The hits of a page in the order of the candidates. */
export async function hydrate(page: readonly Candidate[], found: Hydration): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  const needles = found.isLoose ? partsOf(found.query) : found.needles;
  await Promise.all(
    found.queries.map(async (on, segment) => {
      const places = [...page.keys()].filter((at) => page[at]?.segment === segment);
      const ordinals = places.map((at) => (page[at] as Candidate).ordinal);
      const stored = await on.segment.stored(ordinals);
      const passages = await findPassages(on, stored, ordinals, needles, found.query);
      places.forEach((at, index) => {
        const candidate = page[at] as Candidate;
        const { record } = stored[index] as StoredRecord;
        const titleRanges = findRanges(record.title, needles);
        const snippet = passages[index] ?? null;
        const reasons = found.explain ? { reasons: explain(candidate, record) } : {};
        hits[at] = { record, score: candidate.score, titleRanges, snippet, ...reasons };
      });
    }),
  );
  return hits;
}

/** The parts that led to a record whose query was taken apart. */
function partsOf(query: ParsedQuery): string[] {
  return query.words.flatMap(({ text }) =>
    probesOfParts(text).map((probe) => text.slice(probe.offset, probe.end)),
  );
}

/** For each record the passage of its summary in which a needle stands, else that of its body. */
async function findPassages(
  on: SegmentQuery,
  stored: readonly StoredRecord[],
  ordinals: readonly number[],
  needles: readonly string[],
  query: ParsedQuery,
): Promise<(Snippet | null)[]> {
  if (needles.length === 0) return stored.map(() => null);
  const passages = stored.map((one) => summarySnippet(one, needles));
  const wanting = [...stored.keys()].filter((at) => passages[at] === null && stored[at]?.body !== null);
  const words = query.words.map(({ text }) => text);
  for (const word of words) {
    const open = wanting.filter(
      (at) =>
        passages[at] === null && findRanges((stored[at] as StoredRecord).record.title, [word]).length === 0,
    );
    const places = await bodyPlaces(
      on,
      word,
      open.map((at) => ordinals[at] as number),
    );
    const found = open.flatMap((at): BodyPlace[] => {
      const place = places.get(ordinals[at] as number);
      return place === undefined
        ? []
        : [{ at, place, body: (stored[at] as StoredRecord).body as StoredBody }];
    });
    const texts = await textsAround(on.segment, found, word.length);
    found.forEach(({ at }, index) => {
      passages[at] = makeSnippet(texts[index] as string, words);
    });
  }
  return passages;
}

function summarySnippet(stored: StoredRecord, needles: readonly string[]): Snippet | null {
  for (const text of passagesOf(stored.record)) {
    const snippet = makeSnippet(text, needles);
    if (snippet !== null) return snippet;
  }
  return null;
}

/** Where a word first stands in the bodies of some records. */
async function bodyPlaces(
  on: SegmentQuery,
  word: string,
  ordinals: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const places = new Map<number, number>();
  const cursor = phraseIn(on.context, fieldLetters.body, word);
  const walkOver = on.walkOver(cursor, () => []);
  for (const ordinal of [...ordinals].sort((a, b) => a - b)) {
    // Where it stands is told while the walk is there, not behind it.
    const visit = () => {
      places.set(ordinal, Math.max(0, cursor.place()));
      return true;
    };
    await walk(walkOver, { from: ordinal, to: ordinal + 1, most: 1 }, { visit });
  }
  return places;
}

/** Where a word stands in the body of record `at` of a page. */
interface BodyPlace {
  readonly at: number;
  readonly place: number;
  readonly body: StoredBody;
}

/** For each place the plain text of the piece it lies in, with the next one when a word reaches into it. */
async function textsAround(
  segment: SegmentReader,
  places: readonly BodyPlace[],
  length: number,
): Promise<string[]> {
  const wanted = places.map(({ place, body }) => piecesAround(body, place, length));
  // All in one go: each by itself would wait for the store once more.
  const pieces = await segment.bodyPieces(wanted.flat());
  let next = 0;
  return wanted.map((numbers) => {
    const texts = pieces.slice(next, next + numbers.length);
    next += numbers.length;
    return texts.map(({ text }) => text).join('');
  });
}

function piecesAround(body: StoredBody, place: number, length: number): number[] {
  const piece = Math.max(
    0,
    body.starts.findLastIndex((start) => start <= place),
  );
  const next = body.starts[piece + 1];
  const isCrossed = next !== undefined && place + length + 40 > next;
  return isCrossed ? [body.first + piece, body.first + piece + 1] : [body.first + piece];
}
