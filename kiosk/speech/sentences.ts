// Cuts a text into what is spoken in one breath: sentences, or parts of long ones, each with its place in the text.

/** Where one sentence stands in its text: `start` inclusive, `end` exclusive, in UTF-16 units. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Longer utterances are cut off by some engines, and a repeat would start too far back. In UTF-16 units. */
export const longestSentence = 120;

/** What ends a sentence, with the closing marks that belong to it. A dot ends one only before a blank. */
const sentenceEnd = /[。！？；!?;\n]+[”’」』）)》]*|\.(?=\s)/g;
/** Where a long one is best cut: commas first, blanks else. */
const breaks = [/[，、：,:]/g, /\s/g];
const hasSound = /[\p{L}\p{N}]/u;

function trimmed(text: string, start: number, end: number): Sentence {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** The last place up to `longestSentence` where a break may be; the very limit when there is none. */
function cutOf(text: string, start: number): number {
  const part = text.slice(start, start + longestSentence);
  for (const mark of breaks) {
    const last = [...part.matchAll(mark)].at(-1);
    if (last && last.index > 0) return start + last.index + 1;
  }
  const splitsPair = /[\ud800-\udbff]$/.test(part);
  return start + longestSentence - (splitsPair ? 1 : 0);
}

function cutLong(text: string, { start, end }: Sentence): Sentence[] {
  const parts: Sentence[] = [];
  let from = start;
  while (end - from > longestSentence) {
    const cut = cutOf(text, from);
    parts.push(trimmed(text, from, cut));
    from = cut;
  }
  return [...parts, trimmed(text, from, end)];
}

/** The sentences of `text` in order, none longer than `longestSentence`, none without a letter or digit. */
export function splitSentences(text: string): Sentence[] {
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  let from = 0;
  const whole = [...ends, text.length].map((end) => {
    const sentence = trimmed(text, from, end);
    from = end;
    return sentence;
  });
  return whole
    .flatMap((sentence) => cutLong(text, sentence))
    .filter(({ start, end }) => hasSound.test(text.slice(start, end)));
}
