// The dumb model of the search engine: scans every record and tells the truth the engine is held to.
import type { PublishableRecord } from '#shared/catalogue/record.ts';
import { recordKinds, validities } from '#shared/catalogue/record.ts';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { entryCode, partOfCode } from '#shared/search/entry-code.ts';
import { headerFields } from '#shared/search/fields.ts';
import { activeFilters, countedFields, isFacetPlace, withDescendants } from '#shared/search/filters.ts';
import { exactTotal, fieldLetters, longestWholeTitle } from '#shared/search/format.ts';
import { leastShares } from '#shared/search/loose-query.ts';
import { normalise } from '#shared/search/normalise.ts';
import { parseQuery, type QueryWord } from '#shared/search/parse-query.ts';
import { classRank, closenessOf, looseFit, scoreOf, tiers } from '#shared/search/ranking.ts';
import { classOf, compareClasses } from '#shared/search/record-classes.ts';
import { listingDate } from '#shared/search/record-date.ts';
import { countedValue, facetValueOf, registerOf } from '#shared/search/register-fields.ts';
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
  readonly isLowerBound: boolean;
  /** Whether counts are called estimates: of a filtered field also when only the others let too many through. */
  readonly areEstimates: boolean;
  readonly ids: readonly string[];
  readonly facets: Readonly<Record<FacetField, ReadonlyMap<string, number>>>;
  readonly matched: 'whole' | 'scattered' | 'partly' | undefined;
}

/** The order of ordinals within a segment: the better class first, then newest first, then as they came. */
export function inOrdinalOrder(records: readonly PublishableRecord[]): PublishableRecord[] {
  return [...records].sort(
    ({ record: a }, { record: b }) =>
      compareClasses(classNumber(a), classNumber(b)) || listingDate(b) - listingDate(a),
  );
}

function classNumber({ kind, validity }: PublishableRecord['record']): number {
  return classOf(recordKinds.indexOf(kind), validities.indexOf(validity));
}

interface Texts {
  readonly title: string;
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
  readonly agency: string;
  readonly body: string;
  readonly code: string | null;
}

function textsOf({ record, bodyText }: PublishableRecord): Texts {
  return {
    title: normalise(record.title).text,
    byLetter: new Map(headerFields(record).map((field) => [field.letter, field.pieces])),
    agency: normalise(record.agencyName).text,
    body: normalise(bodyText).text,
    code: entryCode(record),
  };
}

/** One Chinese character: it says too little to be looked for in summaries and bodies. */
function isLone(word: string): boolean {
  return [...word].length === 1 && !/[0-9a-z]/.test(word);
}

function stands(texts: Texts, letter: string, words: readonly (string | null)[]): boolean {
  const pieces = texts.byLetter.get(letter) ?? [];
  return pieces.some((piece) => words.some((word) => word !== null && findWord(piece, word) >= 0));
}

/** Whether a word is a part of an entry's number, wherever it begins. */
function hasPart({ code }: Texts, word: string): boolean {
  const part = partOfCode(word);
  return part !== null && code?.includes(part) === true;
}

function bestTier(texts: Texts, word: QueryWord): number {
  if (stands(texts, fieldLetters.title, [word.text])) return tiers.title;
  if (stands(texts, fieldLetters.docNo, [word.text, word.counted])) return tiers.docNo;
  if (stands(texts, fieldLetters.index, [word.text]) || hasPart(texts, word.text)) return tiers.index;
  if (findWord(texts.agency, word.text) >= 0) return tiers.agency;
  if (isLone(word.text)) return 0;
  if (stands(texts, fieldLetters.summary, [word.text])) return tiers.summary;
  return findWord(texts.body, word.text) >= 0 ? tiers.body : 0;
}

/** Where the whole query stands in the document or index number: nowhere, anywhere, at its beginning. */
function numberPlace(texts: Texts, whole: QueryWord): 'start' | 'inside' | null {
  if (whole.text.length < 5 || !/\d/.test(whole.text)) return null;
  const docNos = texts.byLetter.get(fieldLetters.docNo) ?? [];
  const index = texts.byLetter.get(fieldLetters.index) ?? [];
  const holds = (text: string, counts: (place: number) => boolean) =>
    [whole.text, whole.counted].some((word) => word !== null && counts(findWord(text, word)));
  const holdsIndex = (counts: (place: number) => boolean) =>
    index.some((text) => counts(findWord(text, whole.text)));
  const isStart = (place: number) => place === 0;
  const isAnywhere = (place: number) => place >= 0;
  if (docNos.slice(0, 1).some((text) => holds(text, isStart)) || holdsIndex(isStart)) return 'start';
  return docNos.some((text) => holds(text, isAnywhere)) || holdsIndex(isAnywhere) ? 'inside' : null;
}

function wholeTier(texts: Texts, whole: QueryWord): number {
  if (texts.title === whole.text) return tiers.exactTitle;
  if (numberPlace(texts, whole) === 'start') return tiers.numberPrefix;
  const place = findWord(texts.title, whole.text);
  if (place === 0) return tiers.titlePrefix;
  return place > 0 ? tiers.phraseInTitle : 0;
}

/** Characters of the query (all words joined) that parts found in these texts cover. */
function covered(words: readonly QueryWord[], piecesFor: (part: string) => readonly string[]): Set<number> {
  const characters = new Set<number>();
  let base = 0;
  for (const { text } of words) {
    for (const [start, end] of partsOf(text)) {
      const part = text.slice(start, end);
      if (!piecesFor(part).some((piece) => findWord(piece, part) >= 0)) continue;
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
    const best = words.map((word) => bestTier(its, word));
    if (best.includes(0)) continue;
    isInHeader ||= !best.includes(tiers.body);
    const mean = best.reduce((sum, tier) => sum + tier, 0) / best.length;
    strict.push({ placed: one, fit: Math.max(mean, wholeTier(its, whole)) });
  }
  if (isInHeader) return { matches: strict, matched: 'whole' };
  const coverable = words.reduce((sum, { text }) => sum + text.replaceAll(' ', '').length, 0);
  const loose = [...texts].map(([one, its]) => {
    const header = [...its.byLetter.values()].flat();
    const inTitle = covered(words, () => [its.title]).size / coverable;
    const short = [...its.byLetter]
      .filter(([letter]) => letter !== fieldLetters.summary)
      .flatMap(([, one]) => one);
    const inHeader = covered(words, (part) => (isLone(part) ? short : header)).size / coverable;
    const partsInTitle = partsHeld(words, its.title);
    return { placed: one, fit: looseFit({ inTitle, inHeader, partsInTitle }), inHeader };
  });
  const isScattered = loose.some(({ inHeader }) => inHeader === 1);
  const share = leastShares.find((one) => loose.some(({ inHeader }) => inHeader >= one)) ?? 1;
  const least = isScattered || strict.length > 0 ? 1 : share;
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
  if (isFacetPlace(field)) return facetValueOf(record, field);
  if (field !== 'year') return record[field];
  const date = record.date ?? record.publishedOn;
  return date === null ? null : date.slice(0, 4);
}

function failing(placed: PlacedRecord, filters: SearchQuery['filters']): FacetField[] {
  return facetFields.filter((field) => {
    const wanted = filters[field];
    if (wanted === undefined || wanted.length === 0) return false;
    const value = valueOfField(placed, field);
    const counted = isFacetPlace(field) ? wanted.map(countedValue) : wanted;
    return value === null || !counted.includes(value);
  });
}

/**
 * Of so many matches that only some are ranked: the first of each segment, and those of the best fits: titles with
 * all words, titles that begin with the query or are it, numbers that hold it.
 */
function rankedOf(
  matches: readonly Match[],
  words: readonly QueryWord[],
  whole: QueryWord,
  most: number,
): Match[] {
  const kept = new Set<Match>();
  for (const segment of new Set(matches.map(({ placed }) => placed.segment))) {
    const here = matches.filter(({ placed }) => placed.segment === segment);
    here.sort((a, b) => a.placed.ordinal - b.placed.ordinal);
    const texts = new Map(here.map((match) => [match, textsOf(match.placed.published)]));
    const keepFirst = (fits: (its: Texts) => boolean) => {
      for (const match of here.filter((one) => fits(texts.get(one) as Texts)).slice(0, most)) kept.add(match);
    };
    keepFirst(() => true);
    if (here.length <= most) continue;
    keepFirst((its) => words.every((word) => findWord(its.title, word.text) >= 0));
    keepFirst((its) => findWord(its.title, whole.text) === 0);
    keepFirst((its) => numberPlace(its, whole) !== null);
    keepFirst((its) => its.title === whole.text && whole.text.length <= longestWholeTitle);
  }
  return [...kept];
}

/** How many matches are counted: in each segment no more than so many. */
function countedOf(matches: readonly Match[], most: number): { total: number; isCut: boolean } {
  const bySegment = Map.groupBy(matches, ({ placed }) => placed.segment);
  const counts = [...bySegment.values()].map(({ length }) => length);
  const total = counts.reduce((sum, count) => sum + Math.min(most, count), 0);
  return { total, isCut: counts.some((count) => count > most) };
}

/** Whether a record passes the filters that are not counted. */
function passesLists(
  { published: { record } }: PlacedRecord,
  { node = [], matter = [], register = [] }: SearchQuery['filters'],
  tree: readonly TreeNode[],
): boolean {
  const { nodeId, matterId } = record;
  const isAmong = (wanted: readonly string[], value: string | null) =>
    wanted.length === 0 || (value !== null && wanted.includes(value));
  return (
    isAmong(withDescendants(node, tree), nodeId) &&
    isAmong(matter, matterId) &&
    isAmong(register, registerOf(record))
  );
}

/** Whether a record is shown at a time: from its first instant on, and before its last. */
export function isShownAt(time: number): (placed: PlacedRecord) => boolean {
  return ({ published: { record } }) => {
    const { from, until } = { from: null, until: null, ...record.shown };
    return (from === null || Date.parse(from) <= time) && (until === null || time < Date.parse(until));
  };
}

/** The truth about a query over live records at a time; see `exactTotal` for `rankedMost`. */
export function naiveSearch(
  placed: readonly PlacedRecord[],
  query: SearchQuery,
  tree: readonly TreeNode[],
  { rankedMost = exactTotal, time }: { readonly rankedMost?: number; readonly time: number },
): NaiveAnswer {
  const { words, whole } = parseQuery(query.text);
  const { matches, matched } = matchAll(placed.filter(isShownAt(time)), words, whole);
  const allowed = matches.filter(({ placed: one }) => passesLists(one, query.filters, tree));
  const counted = countedFields(activeFilters(query.filters, tree));
  const facets = Object.fromEntries(facetFields.map((field) => [field, new Map<string, number>()]));
  for (const { placed: one } of allowed) {
    const failed = failing(one, query.filters);
    for (const field of counted) {
      const value = valueOfField(one, field);
      if (value === null || failed.some((other) => other !== field)) continue;
      facets[field]?.set(value, (facets[field]?.get(value) ?? 0) + 1);
    }
  }
  const passing = allowed.filter(({ placed: one }) => failing(one, query.filters).length === 0);
  const queryLength = words.reduce((sum, word) => sum + word.text.length, 0);
  const isLoose = matched === 'scattered' || matched === 'partly';
  const isListing = matched === undefined;
  const isFiltered = Object.values(query.filters).some((values) => values.length > 0);
  const totals =
    isListing && !isFiltered ? { total: passing.length, isCut: false } : countedOf(passing, rankedMost);
  const isRankedWhole = isListing || (query.sort === 'date' && matched === 'whole');
  const pool = isRankedWhole
    ? passing
    : isLooseOnly(matched)
      ? firstOf(passing, rankedMost)
      : rankedOf(passing, words, whole, rankedMost);
  const ranked = pool.map((match) => ({
    ...match,
    order: orderOf(match, query.sort, words, queryLength, isLoose),
  }));
  ranked.sort(
    (a, b) => b.order - a.order || b.placed.segment - a.placed.segment || a.placed.ordinal - b.placed.ordinal,
  );
  return {
    total: Math.min(exactTotal, totals.total),
    isLowerBound: totals.isCut,
    areEstimates: !(isListing && !isFiltered) && isAnyCut(allowed, query.filters, counted, rankedMost),
    ids: ranked
      .slice(query.offset, query.offset + query.limit)
      .map(({ placed: one }) => one.published.record.id),
    facets: facets as unknown as NaiveAnswer['facets'],
    matched,
  };
}

/** Whether the matches of all filters, or of all but one of those counted, are more than are looked at. */
function isAnyCut(
  allowed: readonly Match[],
  filters: SearchQuery['filters'],
  counted: readonly FacetField[],
  most: number,
): boolean {
  const isFiltering = (field: FacetField) => (filters[field] ?? []).length > 0;
  return [null, ...counted.filter(isFiltering)].some((left) => {
    const passing = allowed.filter(({ placed }) => failing(placed, filters).every((field) => field === left));
    return countedOf(passing, most).isCut;
  });
}

function isLooseOnly(matched: NaiveAnswer['matched']): boolean {
  return matched === 'scattered' || matched === 'partly';
}

function firstOf(matches: readonly Match[], most: number): Match[] {
  return [...Map.groupBy(matches, ({ placed }) => placed.segment).values()].flatMap((here) =>
    here.sort((a, b) => a.placed.ordinal - b.placed.ordinal).slice(0, most),
  );
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
  const isByTitle = fit >= tiers.title || (isLoose && fit > tiers.body);
  const closeness = isByTitle ? closenessOf(fit, queryLength, titleLength) : 0;
  const rank = classRank(recordKinds.indexOf(record.kind), validities.indexOf(record.validity));
  return scoreOf({ fit, rank, closeness, date });
}
