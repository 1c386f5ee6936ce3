// Reads a date in any spelling agencies use, and says when one cannot exist.
import { parseChineseNumber } from './chinese-number.ts';
import type { PartialIsoDate } from './record.ts';

/** What a cell said about a date. `date` is null when the cell is empty or the words are no possible date. */
export type ParsedDate =
  | { readonly date: PartialIsoDate; readonly problem: null }
  | { readonly date: null; readonly problem: 'unreadable' | 'impossible' | null };

const oldestYear = 1800;
const latestYear = 2199;
/** Days from 1899-12-30, where a spreadsheet's day numbers start, to 1970-01-01. */
const serialEpochOffset = 25_569;
/** Day numbers taken for dates: 1954-10-03 to 2100-12-31; others are more likely codes or counts. */
const [firstSerial, lastSerial] = [20_000, 73_415];

/** Words that stand in a date column where there is none. */
const saysNothing = /^(?:无|空|暂无|未知|不详|[-—–/\\.]+|null|none|n\/a)$/iu;
const clock =
  '(?:[T日号]?\\d{1,2}[:：时点]\\d{1,2}(?:[:：分]\\d{1,2}(?:\\.\\d+)?秒?|分)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const fullDate = new RegExp(`^(\\d{4}|\\d{2})[年\\-/.](\\d{1,2})[月\\-/.](\\d{1,2})(?:日|号)?${clock}$`, 'u');
const compactDate = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/u;
const yearAndMonth = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月份?)?$/u;
const yearOnly = /^(\d{4})年?度?$/u;
const chineseDate =
  /^(\d{4}|[零〇○一二三四五六七八九]{4}|[零〇○一二三四五六七八九]{2})年(?:([一二三四五六七八九十元]{1,2})月(?:([一二三四五六七八九十廿卅]{1,3})[日号]?)?)?$/u;
/** Milliseconds or seconds since 1970, as programs export instants. */
const unixTime = /^(\d{10})(?:\d{3})?$/u;
/** China keeps one time, eight hours ahead of UTC. */
const chinaOffsetSeconds = 8 * 3600;
const serial = /^(\d{5})(?:\.\d+)?$/u;

/**
 * Reads a date: `2024-01-15`, `2024年04月06日 16:40`, `2024.1.5`, `20240105`, `二〇二四年一月十五日`,
 * a year, a year and month, or a spreadsheet's day number. `today` (YYYY-MM-DD) settles two-digit years.
 */
export function parseDate(text: string, today: string): ParsedDate {
  const folded = text
    .normalize('NFKC')
    .replace(/(?<=\d)\s+(?=\d{1,2}[:时点]\d)/u, 'T')
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/^公元/u, '')
    .replace(/[‐‑–—―−－]/gu, '-')
    .replace(/(?:印发|发布|公布|成文|生成)$/u, '')
    .replace(/(?:星期|周)[一二三四五六日天]/u, '');
  if (folded === '' || saysNothing.test(folded)) return { date: null, problem: null };
  return parseDigits(folded, today) ?? parseChinese(folded, today) ?? { date: null, problem: 'unreadable' };
}

function parseDigits(text: string, today: string): ParsedDate | null {
  const compact = compactDate.exec(text) ?? fullDate.exec(text);
  if (compact) return fromParts(expandYear(compact[1] ?? '', today), Number(compact[2]), Number(compact[3]));
  const month = yearAndMonth.exec(text);
  if (month) return fromParts(Number(month[1]), Number(month[2]), null);
  const year = yearOnly.exec(text);
  if (year) return fromParts(Number(year[1]), null, null);
  const instant = unixTime.exec(text);
  if (instant) return fromSeconds(Number(instant[1]));
  const day = serial.exec(text);
  return day ? fromSerial(Number(day[1])) : null;
}

function parseChinese(text: string, today: string): ParsedDate | null {
  const match = chineseDate.exec(text.replaceAll('O', '〇').replaceAll('o', '〇'));
  if (!match) return null;
  const yearDigits = [...(match[1] ?? '')].map((digit) => parseChineseNumber(digit) ?? 0).join('');
  const month = match[2] === undefined ? null : match[2] === '元' ? 1 : parseChineseNumber(match[2]);
  const day = match[3] === undefined ? null : parseChineseNumber(match[3]);
  return fromParts(expandYear(yearDigits, today), month, day);
}

function expandYear(digits: string, today: string): number {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year <= Number(today.slice(0, 4)) + 1 ? year : year - 100;
}

function fromSerial(days: number): ParsedDate {
  if (days < firstSerial || days > lastSerial) return { date: null, problem: 'unreadable' };
  const iso = new Date((days - serialEpochOffset) * 86_400_000).toISOString().slice(0, 10);
  return fromParts(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

function fromSeconds(seconds: number): ParsedDate {
  const iso = new Date((seconds + chinaOffsetSeconds) * 1000).toISOString();
  return fromParts(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

function fromParts(year: number, month: number | null, day: number | null): ParsedDate {
  const isPossible =
    year >= oldestYear &&
    year <= latestYear &&
    (month === null || (month >= 1 && month <= 12)) &&
    (day === null || (day >= 1 && day <= daysInMonth(year, month ?? 1)));
  if (!isPossible) return { date: null, problem: 'impossible' };
  const parts = [String(year).padStart(4, '0')];
  if (month !== null) parts.push(String(month).padStart(2, '0'));
  if (day !== null) parts.push(String(day).padStart(2, '0'));
  return { date: parts.join('-'), problem: null };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
