// Finds records that hold the parts of a query in any order, for queries that stand nowhere as a whole.
import { fieldLetters, sections } from './format.ts';
import { fieldKeys } from './match-words.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SegmentReader } from './segment-reader.ts';
import { probesOfParts } from './tokenise.ts';

/** How many characters of the query each record of a segment covers. */
export interface LooseMatches {
  /** Characters of the query that can be covered. */
  readonly characters: number;
  readonly inTitle: Uint8Array;
  readonly inHeader: Uint8Array;
  /** How many parts the query has, and how many of them each title holds. */
  readonly parts: number;
  readonly partsInTitle: Uint8Array;
}

const headerLetters = [fieldLetters.title, fieldLetters.docNo, fieldLetters.index, fieldLetters.summary];

/** One part of the query: characters `[start, end)` counted over all words. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Looks for every pair and run of the query on its own. A part that stands in a field covers its characters;
 * three words of a title written together are covered whole, though the pairs between them stand nowhere.
 */
export async function matchLoosely(segment: SegmentReader, query: ParsedQuery): Promise<LooseMatches> {
  const parts: Part[] = [];
  const requests: { key: string; isPrefix: boolean }[][] = [];
  let base = 0;
  for (const word of query.words) {
    for (const probe of probesOfParts(word.text)) {
      parts.push({ start: base + probe.offset, end: base + probe.end });
      for (const letter of headerLetters) requests.push(fieldKeys(letter, probe.keys));
    }
    base += word.text.length;
  }
  const terms = await segment.terms(sections.terms, requests);
  const title = new Coverage(segment.records);
  const header = new Coverage(segment.records);
  const partsInTitle = new Uint8Array(segment.records);
  parts.forEach((part, at) => {
    headerLetters.forEach((letter, field) => {
      const { docs } = terms.list(at * headerLetters.length + field, 'none');
      header.add(part, docs);
      if (letter !== fieldLetters.title) return;
      title.add(part, docs);
      for (const ordinal of docs) partsInTitle[ordinal] = (partsInTitle[ordinal] as number) + 1;
    });
  });
  return {
    characters: coverable(parts),
    inTitle: title.characters,
    inHeader: header.characters,
    parts: parts.length,
    partsInTitle,
  };
}

/** Characters covered so far, record by record; parts come in the order of their beginnings. */
class Coverage {
  readonly characters: Uint8Array;
  readonly #coveredTo: Uint8Array;

  constructor(records: number) {
    this.characters = new Uint8Array(records);
    this.#coveredTo = new Uint8Array(records);
  }

  add(part: Part, ordinals: Uint32Array): void {
    for (const ordinal of ordinals) {
      const from = Math.max(part.start, this.#coveredTo[ordinal] as number);
      if (part.end <= from) continue;
      this.characters[ordinal] = (this.characters[ordinal] as number) + part.end - from;
      this.#coveredTo[ordinal] = part.end;
    }
  }
}

function coverable(parts: readonly Part[]): number {
  let covered = 0;
  let to = 0;
  for (const part of parts) {
    covered += Math.max(0, part.end - Math.max(part.start, to));
    to = Math.max(to, part.end);
  }
  return covered;
}
