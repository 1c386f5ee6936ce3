// Numbers as Chinese papers write them: 二十, 一百二十三, 二〇二四, 廿, full-width and Arabic digits.

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Characters a Chinese or Arabic number is made of, for use inside a regular expression's brackets. */
export const numberCharacters = '0-9０-９零〇○一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾佰仟';

/** The value of a whole number below 100,000 in either script; null when the text is not one. */
export function parseChineseNumber(text: string): number | null {
  const folded = text.normalize('NFKC').replaceAll('廿', '二十').replaceAll('卅', '三十');
  if (/^\d{1,5}$/u.test(folded)) return Number(folded);
  const characters = [...folded];
  if (characters.length === 0 || characters.length > 9) return null;
  return characters.some((character) => character in units)
    ? withUnits(characters)
    : digitByDigit(characters);
}

function digitByDigit(characters: readonly string[]): number | null {
  if (characters.length > 5) return null;
  let value = 0;
  for (const character of characters) {
    const digit = digits[character];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function withUnits(characters: readonly string[]): number | null {
  let total = 0;
  let pending: number | null = null;
  let lastUnit = 10_000;
  for (const character of characters) {
    const unit = units[character];
    const digit = digits[character] ?? (/^\d$/u.test(character) ? Number(character) : undefined);
    if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      total += (pending ?? 1) * unit;
      pending = null;
      lastUnit = unit;
    } else if (digit !== undefined && (pending === null || pending === 0)) pending = digit;
    else return null;
  }
  return total + (pending ?? 0);
}

const numerals = '零一二三四五六七八九';
const unitNames = ['', '十', '百', '千'];

/** A whole number from 1 to 9999 as statutes write it: 10 is 十, 103 is 一百零三, 110 is 一百一十. */
export function formatChineseNumber(value: number): string {
  const places = [...String(value)].map(Number);
  let text = '';
  for (const [index, digit] of places.entries()) {
    const unit = unitNames[places.length - 1 - index] ?? '';
    if (digit !== 0) text += `${numerals[digit]}${unit}`;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/u, '').replace(/^一十/u, '十');
}
