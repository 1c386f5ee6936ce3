// Finds the records of one segment in which every word of a query stands, and where.
import { agencyTerm } from './fields.ts';
import { fieldLetters, sections } from './format.ts';
import { matchPhrase, type PhraseMatches } from './match-phrase.ts';
import type { ParsedQuery, QueryWord } from './parse-query.ts';
import { lowerBound } from './postings.ts';
import { bestField, fieldBits, meanField, tiers } from './ranking.ts';
import type { SegmentReader } from './segment-reader.ts';
import { findWord, probesOfPhrase, type TermKey, type TermProbe } from './tokenise.ts';

/** What was found in a segment: ordinals in ascending order, and how well each fits (see ranking.ts). */
export interface SegmentMatches {
  readonly ordinals: Uint32Array;
  readonly fits: Float64Array;
  /** Whether some record holds every word in its header. */
  readonly isInHeader: boolean;
  /** For each word of the query where it stands in bodies, for snippets. */
  readonly bodyPlaces: readonly PhraseMatches[];
}

/** A field and the spelling of a word to look for there. */
interface FieldSearch {
  readonly letter: string;
  readonly probes: readonly TermProbe[];
}

const { title, docNo, index, summary, body, agency } = fieldLetters;

/** Every search a word stands for. Document numbers are tried in both spellings. */
function searchesOf(word: QueryWord): FieldSearch[] {
  const searches = [title, docNo, index, summary, body].map((letter) => ({
    letter,
    probes: probesOfPhrase(word.text),
  }));
  if (word.counted !== null) searches.push({ letter: docNo, probes: probesOfPhrase(word.counted) });
  return searches;
}

/** Puts a field's letter before the keys of a probe. */
export function fieldKeys(letter: string, keys: readonly TermKey[]): TermKey[] {
  return keys.map(({ key, isPrefix }) => ({ key: letter + key, isPrefix }));
}

/** Runs searches of header fields and bodies, each section read in one go. */
async function runSearches(
  segment: SegmentReader,
  searches: readonly FieldSearch[],
): Promise<PhraseMatches[]> {
  const requests = (isBody: boolean) =>
    searches
      .filter((search) => (search.letter === body) === isBody)
      .flatMap((search) => search.probes.map((probe) => fieldKeys(search.letter, probe.keys)));
  const [header, bodies] = await Promise.all([
    segment.terms(sections.terms, requests(false)),
    segment.terms(sections.bodyTerms, requests(true)),
  ]);
  let inHeader = 0;
  let inBodies = 0;
  return searches.map(({ letter, probes }) => {
    const isBody = letter === body;
    const first = isBody ? inBodies : inHeader;
    if (isBody) inBodies += probes.length;
    else inHeader += probes.length;
    const terms = isBody ? bodies : header;
    return matchPhrase(probes, (probe, places) => terms.list(first + probe, places));
  });
}

/** Records whose agency's name holds the word. */
function matchAgency(segment: SegmentReader, word: string): Promise<Uint32Array> {
  const named = segment.meta.agencies.filter((_, at) => findWord(segment.agencyNames[at] ?? '', word) >= 0);
  const keys = named.map(([id, name]) => ({ key: agency + agencyTerm(id, name), isPrefix: false }));
  return segment.recordsOf(keys);
}

/** One word's findings: a bit for every field it stands in, for every record of the segment. */
interface WordMatches {
  readonly fields: Uint8Array;
  readonly body: PhraseMatches;
}

function markFields(fields: Uint8Array, ordinals: Uint32Array, bit: number): void {
  for (const ordinal of ordinals) fields[ordinal] = (fields[ordinal] as number) | bit;
}

async function matchWord(
  segment: SegmentReader,
  word: QueryWord,
): Promise<WordMatches & { all: PhraseMatches[] }> {
  const searches = searchesOf(word);
  const [all, ofAgency] = await Promise.all([
    runSearches(segment, searches),
    matchAgency(segment, word.text),
  ]);
  const fields = new Uint8Array(segment.records);
  searches.forEach(({ letter }, at) => {
    markFields(fields, (all[at] as PhraseMatches).docs, fieldBits[letter] as number);
  });
  markFields(fields, ofAgency, fieldBits[agency] as number);
  const bodyAt = searches.findIndex(({ letter }) => letter === body);
  return { fields, body: all[bodyAt] as PhraseMatches, all };
}

/** How the whole query stands in titles and numbers: records with a better fit than their words give. */
async function matchWhole(segment: SegmentReader, whole: QueryWord): Promise<Map<number, number>> {
  const searches = searchesOf(whole).filter(({ letter }) => letter !== body && letter !== summary);
  const found = await runSearches(segment, searches);
  const fits = new Map<number, number>();
  const raise = (ordinal: number, fit: number) => fits.set(ordinal, Math.max(fit, fits.get(ordinal) ?? 0));
  const isNumberLike = whole.text.length >= 5 && /\d/.test(whole.text);
  for (const [at, { letter }] of searches.entries()) {
    const { docs, places } = found[at] as PhraseMatches;
    const lengths = letter === title ? await segment.column('titleLength', docs) : null;
    docs.forEach((ordinal, index) => {
      const isAtStart = places[index] === 0;
      if (lengths === null) {
        if (isAtStart && isNumberLike) raise(ordinal, tiers.numberPrefix);
      } else if (!isAtStart) raise(ordinal, tiers.phraseInTitle);
      else raise(ordinal, lengths[index] === whole.text.length ? tiers.exactTitle : tiers.titlePrefix);
    });
  }
  return fits;
}

/** Matches every word of the query in any field, all words together. */
export async function matchWords(segment: SegmentReader, query: ParsedQuery): Promise<SegmentMatches> {
  const words: WordMatches[] = [];
  for (const word of query.words) words.push(await matchWord(segment, word));
  const whole = await matchWhole(segment, query.whole);
  const ordinals: number[] = [];
  const fits: number[] = [];
  let isInHeader = false;
  for (let ordinal = 0; ordinal < segment.records; ordinal++) {
    if (!segment.isLive(ordinal) || words.some(({ fields }) => fields[ordinal] === 0)) continue;
    const fields = words.map((word) => bestField(word.fields[ordinal] as number));
    ordinals.push(ordinal);
    fits.push(Math.max(meanField(fields), whole.get(ordinal) ?? 0));
    isInHeader ||= fields.every((field) => field > tiers.body);
  }
  return {
    ordinals: Uint32Array.from(ordinals),
    fits: Float64Array.from(fits),
    isInHeader,
    bodyPlaces: words.map((word) => word.body),
  };
}

/** Where a word first stands in a record's body, or -1. */
export function bodyPlaceOf(matches: PhraseMatches, ordinal: number): number {
  const at = lowerBound(matches.docs, ordinal, 0, matches.docs.length);
  return matches.docs[at] === ordinal ? (matches.places[at] as number) : -1;
}
