// Numbers as offices write them: 1,234.50 · １２３４ · 3.2万元 · （12.3） · ▲5 · 23.18%, exact to the last decimal.

/** A number with the unit written behind it. */
export interface Amount {
  /** In plain decimal notation: `-1234.50`. */
  readonly digits: string;
  /** 万元, 元, %, 万美元 …; null when the cell names none. */
  readonly unit: string | null;
}

/** What a cell of a number column says; `amount` is null when it says nothing or no number. */
export type ParsedAmount = { readonly amount: Amount | null; readonly isReadable: boolean };

const saysNothing = /^(?:无|空|暂无|未知|不详|[-—–―−/\\.·*]+|null|none|n\/a)$/iu;
const shape =
  /^([-+▲△▼▽]?)[¥￥$]?((?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d+)(?:\.\d+)?|\.\d+)([\p{L}%‰℃/·²³]{0,12})$/u;
/** A sum in brackets is a negative one in accounts. */
const bracketed = /^\((.+)\)$/u;
const scientific = /^([-+]?\d(?:\.\d+)?)e([+-]?\d{1,2})$/iu;

/** Reads a number with signs for thousands, a sign and a unit; exact, as text. */
export function parseAmount(text: string): ParsedAmount {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, '')
    .replace(/[‐‑–—―−]/gu, '-')
    .replace(/^(?:人民币|RMB|约计|共计|合计|计)(?=[\d.¥])/iu, '');
  if (folded === '' || saysNothing.test(folded)) return { amount: null, isReadable: true };
  const powers = scientific.exec(folded);
  if (powers)
    return {
      amount: { digits: shiftDecimal(powers[1] ?? '0', Number(powers[2])), unit: null },
      isReadable: true,
    };
  const inside = bracketed.exec(folded)?.[1];
  const match = shape.exec(inside ?? folded);
  if (!match) return { amount: null, isReadable: false };
  const [, sign = '', body = '', unit = ''] = match;
  // ▲ stands for a minus in Chinese accounts, and so do brackets around the whole.
  const isNegative = sign === '-' || sign === '▲' || sign === '▼' || inside !== undefined;
  const digits = trimDigits(body.replaceAll(',', ''));
  return {
    amount: {
      digits: isNegative && /[1-9]/u.test(digits) ? `-${digits}` : digits,
      unit: unit === '' ? null : tidyUnit(unit),
    },
    isReadable: true,
  };
}

function tidyUnit(unit: string): string {
  return unit.replace(/^(.*?)人民币$/u, '$1').replace(/^(.{1,3}元)整$/u, '$1') || '元';
}

/** No needless zeros in front; one before the point. */
function trimDigits(digits: string): string {
  const trimmed = digits.replace(/^0+(?=\d)/u, '');
  return trimmed.startsWith('.') ? `0${trimmed}` : trimmed;
}

/** Powers of ten of the units that can be turned into each other, by what they measure. */
const scales: Readonly<Record<string, readonly [family: string, power: number]>> = {
  元: ['money', 0],
  百元: ['money', 2],
  千元: ['money', 3],
  万元: ['money', 4],
  百万元: ['money', 6],
  千万元: ['money', 7],
  亿元: ['money', 8],
  '%': ['share', 0],
  '‰': ['share', -1],
  百分点: ['share', 0],
  人: ['people', 0],
  万人: ['people', 4],
  件: ['pieces', 0],
  万件: ['pieces', 4],
  平方米: ['area', 0],
  '㎡': ['area', 0],
  'm²': ['area', 0],
  m2: ['area', 0],
  万平方米: ['area', 4],
};
/** 万, 亿 alone count in the unit of the column. */
const multiples: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/** The same amount in another unit, exactly; null when one cannot be turned into the other. */
export function inUnit({ digits, unit }: Amount, wanted: string): string | null {
  if (unit === null || unit === wanted) return digits;
  const to = scales[wanted];
  const multiple = multiples[unit];
  if (multiple !== undefined) {
    // 3.2万 in a column of 万元 is 3.2万元; in one of 件 it is 32000件.
    return shiftDecimal(digits, multiple - (to?.[1] ?? 0));
  }
  const from = scales[unit];
  if (from === undefined || to === undefined || from[0] !== to[0]) return null;
  return shiftDecimal(digits, from[1] - to[1]);
}

/** Moves the decimal point by so many places to the right (or left), losing nothing. */
export function shiftDecimal(digits: string, places: number): string {
  const isNegative = digits.startsWith('-');
  const [whole = '', part = ''] = digits.replace(/^[-+]/u, '').split('.');
  const all = whole + part;
  const point = whole.length + places;
  const padded = point > 0 ? all.padEnd(point, '0') : '0'.repeat(1 - point) + all;
  const at = point > 0 ? point : 1;
  const fraction = padded.slice(at).replace(/0+$/u, '');
  const shifted = trimDigits(padded.slice(0, at)) + (fraction === '' ? '' : `.${fraction}`);
  return isNegative && /[1-9]/u.test(shifted) ? `-${shifted}` : shifted;
}

/** The value of a stored number; null for an empty or worded cell. */
export function storedNumber(text: string | undefined): number | null {
  const match = /^(-?\d+(?:\.\d+)?)/u.exec(text ?? '');
  return match ? Number(match[1]) : null;
}

/** How many decimals a stored number has. */
export function decimalsOf(text: string): number {
  return (/^-?\d+\.(\d+)/u.exec(text)?.[1] ?? '').length;
}

/** A stored number with a comma between thousands, for people. */
export function groupThousands(text: string): string {
  return text.replace(/^-?\d{4,}/u, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/gu, ','));
}

/** A value with the decimals it takes to say it exactly, at most `decimals`, grouped. */
export function formatValue(value: number, decimals: number): string {
  return groupThousands(value.toFixed(decimals).replace(/^-(?=0(?:\.0*)?$)/u, ''));
}
