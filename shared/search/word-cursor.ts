// Walks over the records in which one word of a query stands in any field, and tells how well it fits there.
import { AgencyColumnCursor } from './agency-column.ts';
import { AgencyTest } from './agency-test.ts';
import { allOf, type DocCursor, emptyCursor, end, OrCursor, RangeCursor, wait } from './doc-cursor.ts';
import { partOfCode, probesOfPart } from './entry-code.ts';
import { agencyKey } from './fields.ts';
import { FilterCursor } from './filter-cursor.ts';
import { fieldLetters, idMarks, initialLengths } from './format.ts';
import { InitialsCursor, InitialsField } from './initials-field.ts';
import { ListCursor, type PlacedCursor } from './list-cursor.ts';
import { anyOf } from './many-cursors.ts';
import type { QueryWord } from './parse-query.ts';
import { type PhraseCursor, phraseCursor } from './phrase-cursor.ts';
import { PlacedOrCursor, PrefixCursor } from './placed-cursors.ts';
import { fieldTiers, synonymStep, tiers } from './ranking.ts';
import type { ReadWindow } from './read-window.ts';
import type { SegmentReader } from './segment-reader.ts';
import { probesOfParts, probesOfPhrase, type TermKey, type TermProbe } from './tokenise.ts';
import { FixedField, meanTier, SpelledField, type WordField } from './word-fields.ts';

/** More agencies than these are found by the terms of their names rather than one by one. */
const agenciesOneByOne = 16;
/** Of those known by their sound, for which there are no terms, so many more. */
const soundingOneByOne = 256;

/** A word as it is looked for in one segment. */
export interface WordSearch {
  readonly word: QueryWord;
  /** Words that stand for it together, one list for each other name. */
  readonly alternatives: readonly (readonly WordSearch[])[];
  /** Pairs of characters that may stand at each offset, when it is a spelling; each list one way to read it. */
  readonly spellings: readonly SpelledPhrase[];
  /** Numbers of the agencies that sound like it. */
  readonly sounding: readonly number[];
}

/** A phrase known by its sound: at each offset one of some pairs of characters. */
export type SpelledPhrase = readonly { readonly offset: number; readonly pairs: readonly string[] }[];

/** What a cursor reads from. */
export interface SearchContext {
  readonly segment: SegmentReader;
  readonly window: ReadWindow;
}

function cursorOfKey(
  { segment, window }: SearchContext,
  letter: string,
  { key, isPrefix }: TermKey,
): PlacedCursor {
  const section = letter === fieldLetters.body ? segment.bodyTerms : segment.terms;
  return isPrefix
    ? new PrefixCursor(section, window, key, letter)
    : new ListCursor(section, window, key + letter);
}

/** A cursor for any of the keys of a probe. */
export function cursorOfProbe(context: SearchContext, letter: string, { keys }: TermProbe): PlacedCursor {
  const cursors = keys.map((key) => cursorOfKey(context, letter, key));
  return cursors.length === 1 ? (cursors[0] as PlacedCursor) : new PlacedOrCursor(cursors);
}

/** Records that hold a normalised word in a field. */
export function phraseIn(context: SearchContext, letter: string, word: string): PhraseCursor {
  if (context.segment.phrases.get(letter)?.has(word)) {
    return phraseCursor([
      { offset: 0, cursor: cursorOfKey(context, letter, { key: word, isPrefix: false }) },
    ]);
  }
  return phraseOf(context, letter, probesOfPhrase(word));
}

function phraseOf(context: SearchContext, letter: string, probes: readonly TermProbe[]): PhraseCursor {
  return phraseCursor(
    probes.map((probe) => ({
      offset: probe.offset,
      cursor: cursorOfProbe(context, letter, probe),
    })),
  );
}

/** Records whose title holds a phrase that is known by its sound. */
export function spelledInTitle({ segment, window }: SearchContext, phrase: SpelledPhrase): PhraseCursor {
  return phraseCursor(
    phrase.map(({ offset, pairs }) => {
      const cursors = pairs.map((pair) => new ListCursor(segment.terms, window, pair + fieldLetters.title));
      return { offset, cursor: new PlacedOrCursor(cursors) };
    }),
  );
}

export class WordCursor implements DocCursor {
  doc = -1;
  /** Where the word stands in titles. */
  readonly title: PhraseCursor;
  /** Where it stands in document and index numbers. */
  readonly numbers: readonly PhraseCursor[];
  /** Fields whose cursors have not ended. */
  #fields: readonly WordField[];
  /** These cursors. */
  #open: readonly DocCursor[];
  readonly #any: OrCursor;

  /** `hasBodies` is false for a walk over headers only. */
  constructor(context: SearchContext, search: WordSearch, hasBodies: boolean) {
    const { word } = search;
    const { title, docNo, index, summary, body } = fieldLetters;
    this.title = phraseIn(context, title, word.text);
    this.numbers = [
      phraseIn(context, docNo, word.text),
      ...(word.counted === null ? [] : [phraseIn(context, docNo, word.counted)]),
      phraseIn(context, index, word.text),
    ];
    const numberTiers = this.numbers.map((_, at) =>
      at === this.numbers.length - 1 ? tiers.index : tiers.docNo,
    );
    const fields: WordField[] = [
      new FixedField(this.title, tiers.title),
      ...this.numbers.map((cursor, at) => new FixedField(cursor, numberTiers[at] as number)),
      ...codeFields(context, word.text),
      new FixedField(phraseIn(context, summary, word.text), fieldTiers[summary] as number),
      new FixedField(agencyCursor(context, agenciesNamed(context, search), word.text), tiers.agency),
      ...soundFields(context, search),
      ...search.alternatives.map((words) => new AlternativeField(context, words, hasBodies)),
    ];
    if (hasBodies && context.segment.meta.bodyPieces > 0) {
      fields.push(new FixedField(phraseIn(context, body, word.text), tiers.body));
    }
    this.#fields = fields;
    this.#open = fields.map(({ cursor }) => cursor);
    this.#any = new OrCursor(this.#open);
  }

  /**
   * As `OrCursor` goes, title first: where that stands at `target`, no other field is asked, since none fits better.
   */
  advance(target: number): number {
    if (this.doc >= target) return this.doc;
    const fields = this.#open;
    let isWaiting = false;
    let hasEnded = false;
    let next = end;
    for (let at = 0; at < fields.length; at++) {
      const cursor = fields[at] as DocCursor;
      const found = cursor.doc >= target ? cursor.doc : cursor.advance(target);
      if (found === target && cursor === this.title) {
        this.doc = target;
        return target;
      }
      if (found === wait) isWaiting = true;
      else if (found === end) hasEnded = true;
      else if (found < next) next = found;
    }
    if (isWaiting) return wait;
    if (hasEnded) this.#letGoOfEnded();
    this.doc = next;
    return next;
  }

  #letGoOfEnded(): void {
    this.#fields = this.#fields.filter(({ cursor }) => cursor.doc !== end);
    this.#open = this.#fields.map(({ cursor }) => cursor);
  }

  atLeast(): number {
    return this.#any.atLeast();
  }

  estimate(): number {
    return this.#any.estimate();
  }

  prefetch(target: number): void {
    this.#any.prefetch(target);
  }

  /** The best tier of the word in the record it stands at; no field gives more than the title. */
  tier(): number {
    if (this.title.doc === this.doc) return tiers.title;
    let best = 0;
    for (const field of this.#fields) {
      if (field.cursor.doc !== this.doc) continue;
      best = Math.max(best, field.tier());
    }
    return best;
  }
}

/** Entries of registers whose number has the word as a part. */
function codeFields(context: SearchContext, word: string): WordField[] {
  const part = partOfCode(word);
  return part === null
    ? []
    : [new FixedField(phraseOf(context, fieldLetters.code, probesOfPart(part)), tiers.index)];
}

/** Words that stand for the one that is looked for. */
class AlternativeField implements WordField {
  readonly cursor: DocCursor;
  readonly #words: readonly WordCursor[];

  constructor(context: SearchContext, words: readonly WordSearch[], hasBodies: boolean) {
    this.#words = words.map((word) => new WordCursor(context, word, hasBodies));
    this.cursor = allOf(this.#words);
  }

  tier(): number {
    // Below what the body alone gives nothing may sink, and never into a body from a header.
    return Math.max(tiers.body, meanTier(this.#words) - synonymStep);
  }
}

/** Records of some agencies, given by their numbers; `word` is what their names hold, if known. */
function agencyCursor(context: SearchContext, agencies: readonly number[], word: string): DocCursor {
  const { segment, window } = context;
  if (agencies.length === 0) return emptyCursor;
  const { terms } = segment;
  const isLone = word.length < 2;
  if (agencies.length > agenciesOneByOne && !isLone) {
    const parts = probesOfParts(word);
    const lists = parts.map(({ keys }) => {
      const cursors = keys.map(({ key, isPrefix }) => {
        const marked = idMarks.agencyName + key;
        return isPrefix ? new PrefixCursor(terms, window, marked, '') : new ListCursor(terms, window, marked);
      });
      return anyOf(cursors);
    });
    const all = allOf(lists);
    // A pair stands in a name or does not; of several the column tells whether they stand side by side.
    return parts.length === 1 && !isLone ? all : new FilterCursor(all, new AgencyTest(context, agencies));
  }
  // Letters that name very many agencies say too little of any.
  if (word === '' && agencies.length > soundingOneByOne) return emptyCursor;
  if (agencies.length > agenciesOneByOne) {
    if (word !== '') {
      return new FilterCursor(new RangeCursor([[0, segment.records]]), new AgencyTest(context, agencies));
    }
    const column = AgencyColumnCursor.over(segment, agencies);
    if (column !== null) return column;
  }
  const keys = agencies.map((at) => {
    const { id, name } = segment.agencies.agency(at);
    return agencyKey(id, name);
  });
  return anyOf(keys.map((key) => new ListCursor(terms, window, key)));
}

/** Initials are looked for anywhere in titles from so many on. */
export const fewestAnywhere = 3;

/** Records whose titles' initials begin with some letters; null for what is no letters, or where nothing is read aloud. */
export function initialsStart(context: SearchContext, letters: string): DocCursor | null {
  if (!areInitials(context.segment, letters)) return null;
  const head = initialsHead(context, letters);
  return initialLengths.includes(letters.length) ? head : allOf([head, ...initialsIn(context, letters)]);
}

/** Records whose titles' initials begin with the first of some letters, as many as there are lists for. */
function initialsHead({ segment, window }: SearchContext, letters: string): ListCursor {
  const length = initialLengths.findLast((one) => one <= letters.length) ?? 1;
  return new ListCursor(segment.terms, window, idMarks.initialsHead + letters.slice(0, length));
}

/** Records whose titles' initials hold each three neighbours of some letters. */
function initialsIn({ segment, window }: SearchContext, letters: string): ListCursor[] {
  return trigramsOf(letters).map((key) => new ListCursor(segment.terms, window, key));
}

/** The same for letters anywhere among the initials; null also for fewer letters than are looked for anywhere. */
export function initialsAnywhere(context: SearchContext, letters: string): DocCursor | null {
  if (!areInitials(context.segment, letters) || letters.length < fewestAnywhere) return null;
  return allOf(initialsIn(context, letters));
}

function areInitials({ sounds }: SegmentReader, letters: string): boolean {
  return sounds.hasSounds && /^[a-z]+$/.test(letters);
}

/** The keys that titles have whose initials hold some letters somewhere. */
function trigramsOf(letters: string): string[] {
  return Array.from(
    { length: Math.max(0, letters.length - fewestAnywhere + 1) },
    (_, at) => idMarks.initials + letters.slice(at, at + fewestAnywhere),
  );
}

/** Agencies whose names hold a word. */
interface NamedAgencies {
  readonly segment: SegmentReader;
  readonly named: readonly number[];
}

/** Thousands of names are looked through once for a question, however often it is walked; it takes this with it. */
const namedAgencies = new WeakMap<WordSearch, NamedAgencies>();

function agenciesNamed({ segment }: SearchContext, search: WordSearch): readonly number[] {
  const known = namedAgencies.get(search);
  if (known?.segment === segment) return known.named;
  const named = segment.agencies.named(search.word.text);
  namedAgencies.set(search, { segment, named });
  return named;
}

/** What a run of letters finds by sound: initials of titles, spellings of titles, agencies. */
function soundFields(context: SearchContext, search: WordSearch): WordField[] {
  const { word, spellings, sounding } = search;
  const { segment } = context;
  if (!segment.sounds.hasSounds) return [];
  const fields: WordField[] = spellings.map((phrase) => new SpelledField(spelledInTitle(context, phrase)));
  if (!/^[a-z]+$/.test(word.text)) return fields;
  const letters = word.text;
  const anywhere = initialsAnywhere(context, letters);
  const initials =
    anywhere === null
      ? new FixedField(initialsStart(context, letters) ?? emptyCursor, tiers.soundPrefix)
      : new InitialsField(new InitialsCursor(anywhere, initialsHead(context, letters)));
  return [
    ...fields,
    initials,
    ...(letters.length < 2 ? [] : [new FixedField(agencyCursor(context, sounding, ''), tiers.agencySound)]),
  ];
}
