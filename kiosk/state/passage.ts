// The passage of a body that a search found: taken from a hit, carried in the record's address, read back from it.
import type { SearchHit } from '#shared/search/types.ts';
import { recordUrl } from './record-url.ts';

/** What to look for in a body. Blanks are left out: the body and its plain text break lines in different places. */
export interface Passage {
  /** The first word found with what stands around it; enough to tell it from the same word elsewhere. */
  readonly near: string;
  /** Where in `near` that word begins. */
  readonly at: number;
  /** What to mark, as it is written in the body. */
  readonly words: readonly string[];
}

const aroundCharacters = 16;
const mostWords = 5;
const longestWord = 60;

const withoutBlanks = (text: string) => text.replace(/\s+/g, '');

/** The passage a hit's snippet shows; null when it is not from the body. */
export function passageOf({ record, snippet }: SearchHit): Passage | null {
  const [first] = snippet?.ranges ?? [];
  if (snippet === null || first === undefined || record.body === null) return null;
  const { text, ranges } = snippet;
  const inside = text.replace(/^…|…$/g, '');
  if (withoutBlanks(record.summary).includes(withoutBlanks(inside))) return null;
  const [start, end] = first;
  const before = withoutBlanks(text.slice(Math.max(0, start - aroundCharacters), start)).replace(/^…/, '');
  const after = withoutBlanks(text.slice(end, end + aroundCharacters)).replace(/…$/, '');
  const words = ranges.map(([from, to]) => withoutBlanks(text.slice(from, to)));
  const near = before + words[0] + after;
  return { near, at: before.length, words: tidyWords(words) };
}

function tidyWords(words: readonly string[]): string[] {
  const fitting = words.filter((word) => word !== '' && word.length <= longestWord);
  return [...new Set(fitting)].slice(0, mostWords);
}

/** The address of a hit's record, at the passage found when there is one. */
export function hitUrl(hit: SearchHit): string {
  const passage = passageOf(hit);
  if (passage === null) return recordUrl(hit.record);
  const { near, at, words } = passage;
  const parameters = new URLSearchParams(words.map((word) => ['q', word]));
  parameters.set('near', near);
  parameters.set('at', String(at));
  return `${recordUrl(hit.record)}?${parameters}`;
}

/** Reads an address; null when it names nothing to look for. `q` alone asks for its first occurrence. */
export function parsePassage(url: string): Passage | null {
  const mark = url.indexOf('?');
  const parameters = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
  const words = tidyWords(parameters.getAll('q').map(withoutBlanks));
  if (words.length === 0) return null;
  const near = (parameters.get('near') ?? '').slice(0, longestWord + 2 * aroundCharacters);
  const at = Number(parameters.get('at') ?? '0');
  return { near, at: Number.isInteger(at) && at >= 0 && at < near.length ? at : 0, words };
}
