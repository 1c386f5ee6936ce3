// The tidy form of a cell's words: half-width letters and digits, Chinese brackets, no stray blanks.
import { cleanName, cleanParagraphs } from '../catalogue/clean-text.ts';

const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff06\uff0b\uff20\uff3f]/gu;
/** Signs that are full-width only beside digits or letters: dots, hyphens, slashes, tildes. */
const wideBetween = /(?<=[0-9A-Za-z])[\uff0d\uff0e\uff0f](?=[0-9A-Za-z])/gu;
const yearBracket =
  /[[［【(（〔﹝]\s*((?:19|20)\d{2})\s*[\]］】)）〕﹞](?=\s*(?:第)?\s*\d{1,5}(?:-\d{1,3})?\s*号)/gu;
const bracketPair = /([(（])([^()（）]*)([)）])/gu;
const chinese = /[\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const widthShift = 0xfee0;

/** A name, word or short text on one line. */
export function tidyLine(text: string): string {
  return tidyBrackets(narrow(cleanName(text)));
}

/** A text that may have paragraphs. */
export function tidyParagraphs(text: string): string {
  return tidyBrackets(narrow(cleanParagraphs(text)));
}

/** A code: no blanks at all, letters in the case they were given. */
export function tidyCode(text: string): string {
  return tidyBrackets(narrow(text.normalize('NFC').replace(/[\s\u00a0\u200b\ufeff\u3000]+/gu, ''))).replace(
    /[‐‑–—―−－]/gu,
    '-',
  );
}

function narrow(text: string): string {
  const shift = (character: string) => String.fromCharCode(character.charCodeAt(0) - widthShift);
  return text.replace(wide, shift).replace(wideBetween, shift);
}

/** Years of document numbers stand in 〔〕, words among Chinese in （）; brackets among Latin letters stay. */
function tidyBrackets(text: string): string {
  if (!/[[［【(（〔﹝)）]/u.test(text)) return text;
  return text
    .replace(yearBracket, '〔$1〕')
    .replace(bracketPair, (whole, _open, inside: string, _close, at: number) => {
      const before = text[at - 1] ?? '';
      const after = text[at + whole.length] ?? '';
      return chinese.test(inside) || chinese.test(before) || chinese.test(after) ? `（${inside}）` : whole;
    });
}
