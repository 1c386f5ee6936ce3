// Mends text typed into spreadsheets: stray blanks, words broken over lines, full-width spellings.
import { unifyRadicals } from './unify-radicals.ts';

const cjk = '\\u2e80-\\u2fff\\u3001-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uff65《》〈〉「」『』、。';
const blanks = '[\\s\\u00a0\\u200b\\ufeff\\u3000]';
const blankBesideCjk = new RegExp(`(?<=[${cjk}])${blanks}+|${blanks}+(?=[${cjk}])`, 'gu');
const anyBlanks = new RegExp(`${blanks}+`, 'gu');
const inlineBlanks = /[ \t\u00a0\u200b\ufeff\u3000]+/gu;

/** Trims and turns every run of blanks, line breaks included, into one space. */
export function cleanLine(text: string): string {
  return unifyRadicals(text).replace(anyBlanks, ' ').trim();
}

/** One word or name: blanks beside Chinese characters vanish (`乡镇人民政 府` → `乡镇人民政府`). */
export function cleanName(text: string): string {
  return unifyRadicals(text).replace(blankBesideCjk, '').replace(anyBlanks, ' ').trim();
}

/** Text without any blank, in half-width form: what headings and rules are compared by. */
export function foldText(text: string): string {
  return unifyRadicals(text).normalize('NFKC').replace(anyBlanks, '');
}

const startsItem =
  /^(?:[●○•·◆◇■□▪▲★☆※*\-—]|[①-⑳㈠-㈩]|[(（]?[\d一二三四五六七八九十]{1,3}[)）、．.]|第[一二三四五六七八九十百\d]+[条项款]|《)/u;
/** A blank before a number such as `2、` parts two items written on one line. */
const inlineItem =
  /(?<=\S)[ \t\u3000]+(?=(?:\d{1,2}[、.．](?!\d)|[①-⑳]|[（(][一二三四五六七八九十]{1,2}[)）])\S)/gu;
const endsItem = /[。；;：:！!？?》]$/u;
/** Below this width a column is so narrow that every line break is a wrap. */
const narrowestProse = 5;
/** A first line this short before a long one is a word torn off by a picture or a stray break. */
const longestStump = 3;

/**
 * Text of a cell with its lines mended. A line break that only wraps a word in a narrow column is
 * taken out: one after a line as long as the longest of the cell, unless the next line opens a new item.
 */
export function cleanParagraphs(text: string): string {
  return text
    .split(paragraphBreak)
    .map(mendLines)
    .filter((part) => part !== '')
    .join('\n');
}

/** Put between texts of different rows: a break that mending never takes out. */
export const paragraphBreak = '\u2029';

function mendLines(text: string): string {
  const lines = text
    .replace(/\r\n?/gu, '\n')
    .replace(/[●•](?=[ \t\u00a0\u200b\ufeff\u3000]*\S)/gu, '\n$&')
    .replace(inlineItem, '\n')
    .split('\n')
    .map((line) => cleanName(line.replace(inlineBlanks, ' ')))
    .filter((line) => line !== '');
  const width = Math.max(0, ...lines.map((line) => line.length));
  const joined: string[] = [];
  let previous = '';
  for (const [index, line] of lines.entries()) {
    const isStump = index === 1 && previous.length <= longestStump && line.length >= longestStump * 2;
    const isNewItem =
      joined.length === 0 ||
      startsItem.test(line) ||
      endsItem.test(previous) ||
      (width >= narrowestProse && previous.length < width - 1 && !isStump);
    if (isNewItem) joined.push(line);
    else joined[joined.length - 1] += line;
    previous = line;
  }
  return joined.join('\n');
}

/** Cuts text to at most `max` UTF-16 units, never through a surrogate pair, marking the cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${cut.replace(/[\ud800-\udbff]$/u, '')}…`;
}
