// Gathers the terms of all records of a segment under construction, field by field.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { facetPlaces } from '../catalogue/register.ts';
import { entryCode, tokeniseCode } from './entry-code.ts';
import { agencyKey, headerFields } from './fields.ts';
import { fieldLetters, idMarks, initialLengths, longestWholeTitle } from './format.ts';
import { type FrequentPhrases, noPhrases, type PhraseFinder, phraseFinders } from './frequent-phrases.ts';
import { initialsOf, waysToRead } from './initials.ts';
import { normalisedText } from './normalise.ts';
import { PostingArena } from './posting-arena.ts';
import type { PostingList } from './posting-encoding.ts';
import { facetValueOf, registerOf } from './register-fields.ts';
import { withoutRepeats } from './repeated-pieces.ts';
import type { Speller } from './speller.ts';
import type { TermWriter } from './term-writer.ts';
import { tokenise } from './tokenise.ts';

/** Places between two pieces of a field: more than the one blank a phrase may have inside. */
const pieceGap = 2;
const trigram = 3;

/** A pair of characters in titles, and how many titles have it. */
export interface TitlePair {
  readonly pair: string;
  readonly count: number;
}

/** Takes the headers of records by ascending ordinal. */
export class HeaderCollector {
  readonly #placed = new PostingArena({ hasPlaces: true });
  readonly #unplaced = new PostingArena({ hasPlaces: false });
  readonly #characters = new CharacterLists(this.#unplaced);
  readonly #initials = new InitialLists(this.#unplaced);
  /** Lists of everything that follows from an agency. */
  readonly #agencies = new Map<string, Uint32Array>();
  readonly #speller: Speller | null;

  readonly #phrases: ReadonlyMap<string, PhraseFinder>;

  constructor(speller: Speller | null, phrases: FrequentPhrases = noPhrases) {
    this.#speller = speller;
    this.#phrases = phraseFinders(phrases);
  }

  /** Header fields, and the ids records are filtered by. */
  add(record: CatalogueRecord, ordinal: number): void {
    const fields = withoutRepeats(headerFields(record));
    for (const field of fields) {
      let base = 0;
      for (const piece of field.pieces) {
        this.#addText(field.letter, piece, base, ordinal);
        base += piece.length + pieceGap;
      }
    }
    const code = entryCode(record);
    if (code !== null) {
      tokeniseCode(code, (term, position) => this.#placed.add(term + fieldLetters.code, ordinal, position));
    }
    const keys = this.#unplaced;
    for (const list of this.#listsOfAgency(record)) keys.addTo(list, ordinal);
    if (record.nodeId !== null) keys.add(idMarks.node + record.nodeId, ordinal);
    if (record.matterId !== null) keys.add(idMarks.matter + record.matterId, ordinal);
    if (record.topic !== null) keys.add(idMarks.topic + record.topic, ordinal);
    this.#addRegister(record, ordinal);
    const title = fields.find(({ letter }) => letter === fieldLetters.title)?.pieces[0] ?? '';
    if (title.length <= longestWholeTitle) keys.add(idMarks.wholeTitle + title, ordinal);
    if (this.#speller !== null) this.#initials.add(initialsOf(title, this.#speller.spell(title)), ordinal);
  }

  #addRegister(record: CatalogueRecord, ordinal: number): void {
    const register = registerOf(record);
    if (register === null) return;
    this.#unplaced.add(idMarks.register + register, ordinal);
    for (const place of facetPlaces) {
      const value = facetValueOf(record, place);
      if (value !== null) this.#unplaced.add(idMarks[place] + value, ordinal);
    }
  }

  #listsOfAgency({ agencyId, agencyName }: CatalogueRecord): Uint32Array {
    const key = agencyKey(agencyId, agencyName);
    let lists = this.#agencies.get(key);
    if (lists === undefined) {
      const all = new Set([this.#unplaced.numberOf(key)]);
      const term = (one: string) => all.add(this.#unplaced.numberOf(idMarks.agencyName + one));
      tokenise(normalisedText(agencyName), 0, { term, character: () => {} });
      lists = Uint32Array.from(all);
      this.#agencies.set(key, lists);
    }
    return lists;
  }

  #addText(field: string, text: string, base: number, ordinal: number): void {
    const isTitle = field === fieldLetters.title;
    // A lone character says too little to be looked for in running text.
    const hasCharacters = field !== fieldLetters.summary;
    const lists = isTitle ? this.#placed : this.#unplaced;
    this.#phrases.get(field)?.find(text, (phrase, place) => lists.add(phrase + field, ordinal, base + place));
    tokenise(text, base, {
      term: (term, position) => {
        this.#placed.add(term + field, ordinal, position);
        if (isTitle && position === 0) this.#unplaced.add(term + fieldLetters.head, ordinal);
      },
      character: (character, position) => {
        if (!hasCharacters) return;
        this.#characters.add(character, field, ordinal);
        if (isTitle && position === 0) this.#characters.add(character, fieldLetters.head, ordinal);
      },
    });
  }

  /**
   * Writes all lists. How titles begin is only written for characters, which keep no places, and for terms that
   * more than `rankedMost` titles have: of others every title is looked at anyway.
   */
  async write(writer: TermWriter, rankedMost: number): Promise<void> {
    for (const [key, list] of mergedLists(this.#placed, this.#unplaced)) {
      if (key.endsWith(fieldLetters.head) && this.#isHeadNeedless(key.slice(0, -1), rankedMost)) continue;
      await writer.add(key, list());
    }
    await writer.finish();
  }

  #isHeadNeedless(term: string, rankedMost: number): boolean {
    if (this.#unplaced.docCountOf(term + fieldLetters.title) > 0) return false;
    return this.#placed.docCountOf(term + fieldLetters.title) <= rankedMost;
  }

  /** All pairs of neighbouring units in titles. */
  *titlePairs(): Generator<TitlePair> {
    for (const number of this.#placed.sorted()) {
      const key = this.#placed.term(number);
      if (key.length !== 3 || key[2] !== fieldLetters.title) continue;
      yield { pair: key.slice(0, 2), count: this.#placed.docCount(number) };
    }
  }
}

/** The lists of single characters, found without looking at the character's key again. */
class CharacterLists {
  readonly #arena: PostingArena;
  /** For each field the number of a character's list plus one. */
  readonly #numbers = new Map<string, Uint32Array>();

  constructor(arena: PostingArena) {
    this.#arena = arena;
  }

  add(character: string, field: string, ordinal: number): void {
    if (character.length > 1) {
      this.#arena.add(character + field, ordinal);
      return;
    }
    let numbers = this.#numbers.get(field);
    if (numbers === undefined) {
      numbers = new Uint32Array(65_536);
      this.#numbers.set(field, numbers);
    }
    const code = character.charCodeAt(0);
    if (numbers[code] === 0) numbers[code] = this.#arena.numberOf(character + field) + 1;
    this.#arena.addTo((numbers[code] as number) - 1, ordinal);
  }
}

const letterValues = 27;

/** The lists of initials, found by the letters as a number. */
class InitialLists {
  readonly #arena: PostingArena;
  readonly #anywhere = new Uint32Array(letterValues ** trigram);
  readonly #atStart = new Uint32Array(letterValues ** Math.max(...initialLengths));

  constructor(arena: PostingArena) {
    this.#arena = arena;
  }

  add(initials: readonly string[], ordinal: number): void {
    for (const length of initialLengths) {
      if (length > initials.length) break;
      for (const way of waysToRead(initials, 0, length)) {
        this.#addTo(this.#atStart, idMarks.initialsHead, way, ordinal);
      }
    }
    for (let from = 0; from + trigram <= initials.length; from++) {
      for (const way of waysToRead(initials, from, trigram)) {
        this.#addTo(this.#anywhere, idMarks.initials, way, ordinal);
      }
    }
  }

  #addTo(numbers: Uint32Array, mark: string, letters: string, ordinal: number): void {
    let value = 0;
    for (let at = 0; at < letters.length; at++) value = value * letterValues + letters.charCodeAt(at) - 96;
    if (numbers[value] === 0) numbers[value] = this.#arena.numberOf(mark + letters) + 1;
    this.#arena.addTo((numbers[value] as number) - 1, ordinal);
  }
}

/** Takes bodies by ascending number of arrival. */
export class BodyCollector {
  readonly #terms = new PostingArena({ hasPlaces: true });

  add(normalisedText: string, arrival: number): void {
    const { body } = fieldLetters;
    tokenise(normalisedText, 0, {
      term: (term, position) => this.#terms.add(term + body, arrival, position),
      character: () => {},
    });
  }

  /** Writes all lists by ordinal. */
  async write(writer: TermWriter, ordinals: Uint32Array): Promise<void> {
    for (const number of this.#terms.sorted()) {
      await writer.add(this.#terms.term(number), renumbered(this.#terms.list(number), ordinals));
    }
    await writer.finish();
  }
}

/** The terms of two arenas in one order; none is in both. */
function* mergedLists(a: PostingArena, b: PostingArena): Generator<[key: string, list: () => PostingList]> {
  const [left, right] = [a.sorted(), b.sorted()];
  let l = 0;
  let r = 0;
  let leftKey = left.length > 0 ? a.term(left[0] as number) : null;
  let rightKey = right.length > 0 ? b.term(right[0] as number) : null;
  while (leftKey !== null || rightKey !== null) {
    if (rightKey === null || (leftKey !== null && leftKey < rightKey)) {
      const number = left[l++] as number;
      yield [leftKey as string, () => a.list(number)];
      leftKey = l < left.length ? a.term(left[l] as number) : null;
    } else {
      const number = right[r++] as number;
      yield [rightKey, () => b.list(number)];
      rightKey = r < right.length ? b.term(right[r] as number) : null;
    }
  }
}

/** A list with its records renumbered and in order again. */
function renumbered(list: PostingList, ordinals: Uint32Array): PostingList {
  const { places, length } = list;
  const mapped = list.docs.map((doc) => ordinals[doc] as number);
  const order = Uint32Array.from(mapped.keys()).sort((a, b) => (mapped[a] as number) - (mapped[b] as number));
  const docs = order.map((at) => mapped[at] as number);
  if (places === null) return { docs, places: null, length };
  const starts = new Uint32Array(length + 1);
  const positions = new Uint32Array(places.positions.length);
  let at = 0;
  order.forEach((from, to) => {
    const run = places.positions.subarray(places.starts[from], places.starts[from + 1]);
    starts[to] = at;
    positions.set(run, at);
    at += run.length;
  });
  starts[length] = at;
  return { docs, places: { starts, positions }, length };
}
