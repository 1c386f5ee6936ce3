// The dumb model of the search engine: scans every record and tells the truth the engine is held to.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { validities } from '#shared/catalogue/record.ts';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { headerFields } from '#shared/search/fields.ts';
import { withDescendants } from '#shared/search/filters.ts';
import { fieldLetters } from '#shared/search/format.ts';
import { normalise } from '#shared/search/normalise.ts';
import { parseQuery, type QueryWord } from '#shared/search/parse-query.ts';
import { closenessOf, looseFit, scoreOf } from '#shared/search/ranking.ts';
import { listingDate } from '#shared/search/record-date.ts';
import { findWord } from '#shared/search/tokenise.ts';
import { type FacetField, facetFields, type SearchQuery } from '#shared/search/types.ts';

/** A record where it lies: the later segment is the newer one. */
export interface PlacedRecord {
  readonly published: PublishableRecord;
  readonly segment: number;
  readonly ordinal: number;
}

/** What an answer must be; facets without order. */
export interface NaiveAnswer {
  readonly total: number;
  readonly ids: readonly string[];
  readonly facets: Readonly<Record<FacetField, ReadonlyMap<string, number>>>;
  readonly matched: 'whole' | 'scattered' | 'partly' | undefined;
}

/** The order of ordinals within a segment: newest first, then by title, then by id. */
export function inOrdinalOrder(records: readonly PublishableRecord[]): PublishableRecord[] {
  const text = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
  return [...records].sort(
    ({ record: a }, { record: b }) =>
      listingDate(b) - listingDate(a) || text(a.title, b.title) || text(a.id, b.id),
  );
}

interface Texts {
  readonly title: string;
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
  readonly agency: string;
  readonly body: string;
}

function textsOf({ record, bodyText }: PublishableRecord): Texts {
  return {
    title: normalise(record.title).text,
    byLetter: new Map(headerFields(record).map((field) => [field.letter, field.pieces])),
    agency: normalise(record.agencyName).text,
    body: normalise(bodyText).text,
  };
}

function stands(texts: Texts, letter: string, words: readonly (string | null)[]): boolean {
  const pieces = texts.byLetter.get(letter) ?? [];
  return pieces.some((piece) => words.some((word) => word !== null && findWord(piece, word) >= 0));
}

function bestTier(texts: Texts, word: QueryWord): number {
  if (stands(texts, fieldLetters.title, [word.text])) return 6;
  if (stands(texts, fieldLetters.docNo, [word.text, word.counted])) return 5;
  if (stands(texts, fieldLetters.index, [word.text])) return 4;
  if (findWord(texts.agency, word.text) >= 0) return 3;
  if (stands(texts, fieldLetters.summary, [word.text])) return 2;
  return findWord(texts.body, word.text) >= 0 ? 1 : 0;
}

function wholeTier(texts: Texts, whole: QueryWord): number {
  if (texts.title === whole.text) return 10;
  const numbers = [
    ...(texts.byLetter.get(fieldLetters.docNo) ?? []).slice(0, 1),
    ...(texts.byLetter.get(fieldLetters.index) ?? []),
  ];
  const isNumber = whole.text.length >= 5 && /\d/.test(whole.text);
  const isPrefix = (text: string) =>
    [whole.text, whole.counted].some((word) => word !== null && findWord(text, word) === 0);
  if (isNumber && numbers.some(isPrefix)) return 9;
  const place = findWord(texts.title, whole.text);
  if (place === 0) return 8;
  return place > 0 ? 7 : 0;
}

/** Characters of the query (all words joined) that parts found in these texts cover. */
function covered(words: readonly QueryWord[], pieces: readonly string[]): Set<number> {
  const characters = new Set<number>();
  let base = 0;
  for (const { text } of words) {
    for (const [start, end] of partsOf(text)) {
      if (!pieces.some((piece) => findWord(piece, text.slice(start, end)) >= 0)) continue;
      for (let at = start; at < end; at++) characters.add(base + at);
    }
    base += text.length;
  }
  return characters;
}

/** The share of the query's parts that stand in a title. */
function partsHeld(words: readonly QueryWord[], title: string): number {
  const parts = words.flatMap(({ text }) => partsOf(text).map(([start, end]) => text.slice(start, end)));
  return parts.filter((part) => findWord(title, part) >= 0).length / parts.length;
}

/** Pairs of Chinese characters, lone ones, and runs of digits or letters. */
function partsOf(word: string): [number, number][] {
  const parts: [number, number][] = [];
  for (const run of word.matchAll(/[0-9]+|[a-z]+|[^0-9a-z ]+/g)) {
    const end = run.index + run[0].length;
    const characters = [...run[0]];
    if (/[0-9a-z]/.test(run[0]) || characters.length === 1) parts.push([run.index, end]);
    let at = run.index;
    for (const [index, character] of characters.entries()) {
      const next = characters[index + 1];
      if (/[0-9a-z]/.test(character) || next === undefined) break;
      parts.push([at, at + character.length + next.length]);
      at += character.length;
    }
  }
  return parts;
}

interface Match {
  readonly placed: PlacedRecord;
  readonly fit: number;
}

function matchAll(
  placed: readonly PlacedRecord[],
  words: readonly QueryWord[],
  whole: QueryWord,
): { matches: Match[]; matched: NaiveAnswer['matched'] } {
  if (words.length === 0)
    return { matches: placed.map((one) => ({ placed: one, fit: 0 })), matched: undefined };
  const texts = new Map(placed.map((one) => [one, textsOf(one.published)]));
  const strict: Match[] = [];
  let isInHeader = false;
  for (const [one, its] of texts) {
    const tiers = words.map((word) => bestTier(its, word));
    if (tiers.includes(0)) continue;
    isInHeader ||= !tiers.includes(1);
    const mean = tiers.reduce((sum, tier) => sum + tier, 0) / tiers.length;
    strict.push({ placed: one, fit: Math.max(mean, wholeTier(its, whole)) });
  }
  if (isInHeader) return { matches: strict, matched: 'whole' };
  const coverable = words.reduce((sum, { text }) => sum + text.replaceAll(' ', '').length, 0);
  const loose = [...texts].map(([one, its]) => {
    const header = [...its.byLetter.values()].flat();
    const inTitle = covered(words, [its.title]).size / coverable;
    const inHeader = covered(words, header).size / coverable;
    const partsInTitle = partsHeld(words, its.title);
    return { placed: one, fit: looseFit({ inTitle, inHeader, partsInTitle }), inHeader };
  });
  const isScattered = loose.some(({ inHeader }) => inHeader === 1);
  const least = isScattered || strict.length > 0 ? 1 : 0.6;
  const best = new Map(strict.map((match) => [match.placed, match.fit]));
  for (const { placed: one, fit, inHeader } of loose) {
    if (inHeader >= least) best.set(one, Math.max(fit, best.get(one) ?? 0));
  }
  const matches = [...best].map(([one, fit]) => ({ placed: one, fit }));
  if (isScattered) return { matches, matched: 'scattered' };
  return { matches, matched: strict.length > 0 ? 'whole' : 'partly' };
}

function valueOfField({ published: { record } }: PlacedRecord, field: FacetField): string | null {
  if (field === 'agency') return record.agencyId;
  if (field !== 'year') return record[field];
  const date = record.date ?? record.publishedOn;
  return date === null ? null : date.slice(0, 4);
}

function failing(placed: PlacedRecord, filters: SearchQuery['filters']): FacetField[] {
  return facetFields.filter((field) => {
    const wanted = filters[field];
    if (wanted === undefined || wanted.length === 0) return false;
    const value = valueOfField(placed, field);
    return value === null || !wanted.includes(value);
  });
}

/** The truth about a query over live records. */
export function naiveSearch(
  placed: readonly PlacedRecord[],
  query: SearchQuery,
  tree: readonly TreeNode[],
): NaiveAnswer {
  const { words, whole } = parseQuery(query.text);
  const { matches, matched } = matchAll(placed, words, whole);
  const nodes = query.filters.node?.length ? withDescendants(query.filters.node, tree) : null;
  const matters = query.filters.matter?.length ? query.filters.matter : null;
  const allowed = matches.filter(({ placed: { published } }) => {
    const { nodeId, matterId } = published.record;
    return (
      (nodes === null || (nodeId !== null && nodes.includes(nodeId))) &&
      (matters === null || (matterId !== null && matters.includes(matterId)))
    );
  });
  const facets = Object.fromEntries(facetFields.map((field) => [field, new Map<string, number>()]));
  for (const { placed: one } of allowed) {
    const failed = failing(one, query.filters);
    for (const field of facetFields) {
      const value = valueOfField(one, field);
      if (value === null || failed.some((other) => other !== field)) continue;
      facets[field]?.set(value, (facets[field]?.get(value) ?? 0) + 1);
    }
  }
  const passing = allowed.filter(({ placed: one }) => failing(one, query.filters).length === 0);
  const queryLength = words.reduce((sum, word) => sum + word.text.length, 0);
  const isLoose = matched === 'scattered' || matched === 'partly';
  const ranked = passing.map((match) => ({
    ...match,
    order: orderOf(match, query.sort, words, queryLength, isLoose),
  }));
  ranked.sort(
    (a, b) => b.order - a.order || b.placed.segment - a.placed.segment || a.placed.ordinal - b.placed.ordinal,
  );
  return {
    total: passing.length,
    ids: ranked
      .slice(query.offset, query.offset + query.limit)
      .map(({ placed: one }) => one.published.record.id),
    facets: facets as unknown as NaiveAnswer['facets'],
    matched,
  };
}

function orderOf(
  { placed, fit }: Match,
  sort: SearchQuery['sort'],
  words: readonly QueryWord[],
  queryLength: number,
  isLoose: boolean,
): number {
  const { record } = placed.published;
  const date = listingDate(record);
  if (sort === 'date' || words.length === 0) return date;
  const titleLength = Math.min(255, normalise(record.title).text.length);
  const isByTitle = fit >= 6 || (isLoose && fit > 1);
  const closeness = isByTitle ? closenessOf(fit, queryLength, titleLength) : 0;
  return scoreOf({ fit, validity: validities.indexOf(record.validity), closeness, date });
}
