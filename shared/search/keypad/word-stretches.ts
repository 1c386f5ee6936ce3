// Cuts titles into what a visitor may pick with one touch: words, and neighbouring words that read as one.
import { classInNormalised, han } from '../normalise.ts';

let segmenter: Intl.Segmenter | null = null;

/** Every word of a text in order, nothing left out, by the platform's own dictionary (ECMA-402, `Intl.Segmenter`). */
function cutWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Where a word of Chinese characters lies in a text: `[at, end)`. */
export interface WordPlace {
  readonly at: number;
  readonly end: number;
}

/** Characters and words a stretch may have at most. */
export const longestStretch = 8;
const mostWords = 4;

/** Words that only join others: no stretch begins or ends with one. */
const joining = new Set([...'的了和与及或等于在对为之', '关于', '以及', '有关', '进一步', '若干']);

/** The words of Chinese characters in a normalised text, in order. */
export function chineseWords(text: string): WordPlace[] {
  const words: WordPlace[] = [];
  let at = 0;
  for (const word of cutWords(text)) {
    const end = at + word.length;
    if (isHan(text, at, end)) words.push({ at, end });
    at = end;
  }
  return words;
}

function isHan(text: string, at: number, end: number): boolean {
  for (let unit = at; unit < end; unit++) {
    if (classInNormalised(text.charCodeAt(unit)) !== han) return false;
  }
  return end > at;
}

/** Every stretch of neighbouring words that may be picked, each time it stands in the text. */
export function* stretchesOf(text: string, words: readonly WordPlace[]): Generator<string> {
  for (let first = 0; first < words.length; first++) {
    const { at } = words[first] as WordPlace;
    if (joins(text, words[first] as WordPlace)) continue;
    for (let last = first; last < Math.min(words.length, first + mostWords); last++) {
      const word = words[last] as WordPlace;
      if (last > first && word.at !== (words[last - 1] as WordPlace).end) break;
      if (word.end - at > longestStretch) break;
      if (word.end - at > 1 && !joins(text, word)) yield text.slice(at, word.end);
    }
  }
}

/**
 * Whether a word only joins others. One character at the very beginning has nothing before it to join: it begins a name the
 * dictionary does not know, as in 和|平顺|达, and a text must be found by its first letter.
 */
export function joins(text: string, { at, end }: WordPlace): boolean {
  return (at > 0 || end > 1) && joining.has(text.slice(at, end));
}
