// The tidy form of a cell's words: half-width letters and digits, Chinese brackets, no stray blanks.
import { cleanName, cleanParagraphs } from '../catalogue/clean-text.ts';

const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff06\uff0b\uff20\uff3f]/gu;
/** Signs that are full-width only between digits or letters: dots, hyphens, slashes. */
const wideBetween =
  /(?<=[0-9A-Za-z][\s\u00a0\u200b\ufeff\u3000]*)[\uff0d\uff0e\uff0f](?=[\s\u00a0\u200b\ufeff\u3000]*[0-9A-Za-z])/gu;
const yearBracket =
  /[[［【(（〔﹝]\s*((?:19|20)\d{2})\s*[\]］】)）〕﹞](?=\s*(?:第)?\s*\d{1,5}(?:-\d{1,3})?\s*号)/gu;
const chinese = /[\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const widthShift = 0xfee0;

/** Anything that tidying could change; most cells hold nothing of it. */
const untidy = /[\s\u00a0\u200b\ufeff\u2e80-\u2fdf\u3000\uff01-\uff5e()[\]【】〔〕﹝﹞●•①-⑳‐‑–—―−]/u;

/** A name, word or short text on one line. */
export function tidyLine(text: string): string {
  if (!untidy.test(text)) return text;
  return settle(text, (raw) => tidyBrackets(cleanName(narrow(raw))));
}

/** A text that may have paragraphs. */
export function tidyParagraphs(text: string): string {
  if (!untidy.test(text)) return text;
  return settle(text, (raw) => tidyBrackets(cleanParagraphs(narrow(raw))));
}

/** Rounds after which a text is taken as it is; two suffice for what people type. */
const mostRounds = 8;

/** A bracket that was widened has no blank beside it any more, and may bring its neighbours together. */
function settle(text: string, tidy: (text: string) => string): string {
  let before = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const after = tidy(before);
    if (after === before) return after;
    before = after;
  }
  return before;
}

/** A code: no blanks at all, letters in the case they were given. */
export function tidyCode(text: string): string {
  if (!untidy.test(text)) return text.normalize('NFC');
  return settle(text, (raw) =>
    tidyBrackets(narrow(raw.normalize('NFC').replace(/[\s\u00a0\u200b\ufeff\u3000]+/gu, ''))).replace(
      /[‐‑–—―−－]/gu,
      '-',
    ),
  );
}

/** Full-width letters, digits and the signs among them in half width. */
export function narrow(text: string): string {
  const shift = (character: string) => String.fromCharCode(character.charCodeAt(0) - widthShift);
  return text.replace(wide, shift).replace(wideBetween, shift);
}

/** Years of document numbers stand in 〔〕, words among Chinese in （）; brackets among Latin letters stay. */
function tidyBrackets(text: string): string {
  if (!/[[［【(（〔﹝)）]/u.test(text)) return text;
  const dated = text.replace(yearBracket, '〔$1〕');
  return /[()]/u.test(dated) ? widenBrackets([...dated]).join('') : dated;
}

/** Pairs of half-width brackets, also one within another, widened where Chinese stands in or beside them. */
function widenBrackets(characters: string[]): string[] {
  const open: number[] = [];
  for (const [at, character] of characters.entries()) {
    if (character === '(' || character === '（') open.push(at);
    if (character !== ')' && character !== '）') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const around = characters.slice(Math.max(0, start - 1), at + 2).join('');
    if (!chinese.test(around)) continue;
    characters[start] = '（';
    characters[at] = '）';
  }
  return characters;
}
