// Marks what was found: ranges in a title, and the best short passage of a longer text.
import { type NormalisedText, normalise, originalEnd } from './normalise.ts';
import { findWord } from './tokenise.ts';
import type { TextRange } from './types.ts';

/** Characters of a snippet, the dots at its ends included. */
export const snippetCharacters = 80;
/** How much of the passage stands before the first word found. */
const leadCharacters = 16;

/** Where needles stand in a text, in the coordinates of that text, in order and without overlaps. */
export function findRanges(original: string, needles: readonly string[]): TextRange[] {
  return joinRanges(findAll(original, normalise(original), needles));
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly needle: number;
}

function findAll(original: string, normalised: NormalisedText, needles: readonly string[]): Found[] {
  const found: Found[] = [];
  needles.forEach((needle, number) => {
    if (needle === '') return;
    let at = findWord(normalised.text, needle);
    while (at >= 0 && found.length < 1000) {
      const last = at + needle.length - 1;
      const end = originalEnd(original, normalised, last);
      found.push({ start: normalised.starts[at] as number, end, needle: number });
      at = findWord(normalised.text, needle, at + needle.length);
    }
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function joinRanges(found: readonly Found[]): TextRange[] {
  const ranges: [number, number][] = [];
  for (const { start, end } of found) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** A passage of at most `snippetCharacters`, with its ranges in its own coordinates. */
export interface Snippet {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** The passage that holds the most different needles, or null when none stands in the text. */
export function makeSnippet(original: string, needles: readonly string[]): Snippet | null {
  const found = findAll(original, normalise(original), needles);
  if (found.length === 0) return null;
  const start = bestStart(found);
  const from = wholeStart(original, Math.max(0, start - leadCharacters));
  const head = from > 0 ? '…' : '';
  const room = snippetCharacters - head.length;
  const isCut = original.length - from > room;
  const to = wholeEnd(original, isCut ? from + room - 1 : original.length);
  const text = head + original.slice(from, to).replace(/\s/g, ' ') + (isCut ? '…' : '');
  const inside = found.filter((one) => one.start >= from && one.start < to);
  const ranges = joinRanges(inside).map(
    ([a, b]): TextRange => [a - from + head.length, Math.min(b, to) - from + head.length],
  );
  return { text, ranges };
}

/** The beginning of the stretch with the most different needles; the first of equals. */
function bestStart(found: readonly Found[]): number {
  const reach = snippetCharacters - leadCharacters - 2;
  let best = 0;
  let bestCount = 0;
  found.forEach((first, at) => {
    const needles = new Set<number>();
    for (let next = at; next < found.length; next++) {
      const one = found[next] as Found;
      if (one.start >= first.start + reach) break;
      if (one.end <= first.start + reach) needles.add(one.needle);
    }
    if (needles.size > bestCount || at === 0) {
      bestCount = needles.size;
      best = first.start;
    }
  });
  return best;
}

/** Moves a cut forward out of the middle of a surrogate pair. */
function wholeStart(text: string, at: number): number {
  return isLowSurrogate(text.charCodeAt(at)) ? at + 1 : at;
}

function wholeEnd(text: string, at: number): number {
  return isLowSurrogate(text.charCodeAt(at)) ? at - 1 : at;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
