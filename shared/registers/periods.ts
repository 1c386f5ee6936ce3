// The times figures are about (2026年, 2026年第47周, 2026年三季度): which of two is the earlier one.

const digits = '一二三四五六七八九';

/** Parts of a year that follow each other, and the number of one. */
const parts: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['week', /第([\d一二三四五六七八九十]{1,3})周/u],
  ['quarter', /第?([1-4一二三四])季度/u],
  ['half', /([上下])半年/u],
  ['issue', /第([\d一二三四五六七八九十]{1,3})(?:期|批)/u],
  ['month', /([\d一二三四五六七八九十]{1,3})月/u],
];

/** The year a period lies in; null when it names none. */
export function yearOfPeriod(period: string): number | null {
  const year = /(?:19|20)\d{2}/u.exec(period.normalize('NFKC'))?.[0];
  return year === undefined ? null : Number(year);
}

/** Negative when the first is earlier, 0 when both are the same; null when nothing says which comes first. */
export function comparePeriods(a: string, b: string): number | null {
  const [yearA, yearB] = [yearOfPeriod(a), yearOfPeriod(b)];
  if (yearA === null || yearB === null) return null;
  if (yearA !== yearB) return yearA - yearB;
  const [partA, partB] = [partOf(a), partOf(b)];
  if (partA === null || partB === null) return partA === partB ? 0 : null;
  return partA.kind === partB.kind ? partA.number - partB.number : null;
}

function partOf(period: string): { readonly kind: string; readonly number: number } | null {
  const plain = period.normalize('NFKC').replace(/\s/gu, '');
  for (const [kind, pattern] of parts) {
    const said = pattern.exec(plain)?.[1];
    if (said !== undefined) return { kind, number: numberOf(said) };
  }
  return null;
}

/** 47, 四十七, 十二; 上 and 下 of a half year. */
function numberOf(said: string): number {
  if (/^\d+$/u.test(said)) return Number(said);
  if (said === '上' || said === '下') return said === '上' ? 1 : 2;
  const worth = (text: string) => (text === '' ? 0 : digits.indexOf(text) + 1);
  if (!said.includes('十')) return worth(said);
  const [ten = '', one = ''] = said.split('十');
  return (worth(ten) || 1) * 10 + worth(one);
}
