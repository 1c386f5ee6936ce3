// Text folded to plain digits, blanks and dashes, so that spelling cannot hide a number, with the way back.

/** A text as rules read it; `at` leads from a place in it to the place in the text it came from. */
export interface FoldedText {
  readonly text: string;
  at(index: number): number;
}

/** Anything that may need folding: wide forms, odd digits, dashes, blanks and characters without width. */
const foldable =
  /[\u00a0\u00ad\u2000-\u2015\u2028-\u202f\u205f-\u2064\u2212\u2460-\u24ff\u2776-\u2793\u3000\ufe58\ufe63\ufeff\uff01-\uff5e]|\ufe0e|\ufe0f|[\u{1d7ce}-\u{1d7ff}]/u;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\ufe0e|\ufe0f/u;
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;
const blank = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/u;

/** Folds a text. What needs no folding costs one look. */
export function foldText(text: string): FoldedText {
  if (!foldable.test(text)) return { text, at: (index) => index };
  const places: number[] = [];
  let folded = '';
  let place = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let count = 0; count < plain.length; count++) places.push(place);
    folded += plain;
    place += character.length;
  }
  places.push(text.length);
  return { text: folded, at: (index) => places[index] ?? text.length };
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0xa0 || (code >= 0x3001 && code < 0xfe00)) return character;
  if (invisible.test(character)) return '';
  if (dash.test(character)) return '-';
  if (blank.test(character)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return wide(character, code);
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
  // Circled digits; those of two places are numbers of a list.
  if (code >= 0x2460 && code <= 0x2468) return String(code - 0x245f);
  if (code >= 0x2776 && code <= 0x277e) return String(code - 0x2775);
  return code === 0x24ea ? '0' : character;
}

/** Chinese punctuation stays: it ends what a label belongs to. */
function wide(character: string, code: number): string {
  return /[！，：；？（）]/u.test(character) ? character : String.fromCharCode(code - 0xfee0);
}
