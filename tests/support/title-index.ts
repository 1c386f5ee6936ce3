// Indexes a few texts as titles, as a builder does, for tests of walks over places.
import type { DocCursor } from '#shared/search/doc-cursor.ts';
import { fieldLetters } from '#shared/search/format.ts';
import { ListCursor, type PlacedCursor } from '#shared/search/list-cursor.ts';
import { type PhraseCursor, phraseCursor } from '#shared/search/phrase-cursor.ts';
import { PlacedOrCursor, PrefixCursor } from '#shared/search/placed-cursors.ts';
import { PostingArena } from '#shared/search/posting-arena.ts';
import type { PostingList } from '#shared/search/posting-encoding.ts';
import type { ReadWindow } from '#shared/search/read-window.ts';
import { probesOfPhrase, type TermKey, tokenise } from '#shared/search/tokenise.ts';
import { drain, type OpenTerms, writeTerms } from './search-blocks.ts';

const { title } = fieldLetters;

/** The terms of normalised texts, one text a record. */
export async function indexTitles(texts: readonly string[]): Promise<OpenTerms> {
  const placed = new PostingArena({ hasPlaces: true });
  const unplaced = new PostingArena({ hasPlaces: false });
  texts.forEach((text, doc) => {
    tokenise(text, 0, {
      term: (term, at) => placed.add(term + title, doc, at),
      character: (character) => unplaced.add(character + title, doc),
    });
  });
  const lists = new Map<string, PostingList>();
  for (const arena of [placed, unplaced]) {
    for (const number of arena.sorted()) lists.set(arena.term(number), arena.list(number));
  }
  return writeTerms(lists, Math.max(1, texts.length));
}

function cursorOfKey({ section }: OpenTerms, window: ReadWindow, { key, isPrefix }: TermKey): PlacedCursor {
  return isPrefix
    ? new PrefixCursor(section, window, key, title)
    : new ListCursor(section, window, key + title);
}

/** A walk over the titles that hold a normalised word. */
export function phraseInTitles(terms: OpenTerms, window: ReadWindow, word: string): PhraseCursor {
  const probes = probesOfPhrase(word).map(({ offset, keys }) => {
    const cursors = keys.map((key) => cursorOfKey(terms, window, key));
    return { offset, cursor: new PlacedOrCursor(cursors) };
  });
  return phraseCursor(probes);
}

/** The titles a walk goes to, with what `tell` says at each; the walk begins without any block in hand. */
export function titlesOf<C extends DocCursor, T>(
  terms: OpenTerms,
  start: (window: ReadWindow) => C,
  tell: (cursor: C) => T,
): Promise<[number, T][]> {
  const window = terms.newWindow();
  const cursor = start(window);
  return drain(cursor, window, () => tell(cursor));
}
