// Reads the text of a holiday notice as the State Council words it: which days are free, which weekends are worked.
import { AppError } from '../errors/app-error.ts';
import { addDays, dayNumber, dayOfWeek, type IsoDate, isDate } from './civil-day.ts';
import type { HolidayNotice, NoticeDay } from './holiday-notice.ts';

const holidayHead =
  /^(?:[（(]?[一二三四五六七八九十\d]+[)）]?[、.．:： ]*)?([\u4e00-\u9fff“”"·、]{2,30}?)[:：]/u;
const dateWords = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/gu;
const weekdayWords = /(?:周|星期)([一二三四五六日天])/u;
const statedLength = /共(\d{1,2})天/u;
const weekdays = '一二三四五六日';
const longestHoliday = 31;

/** The year of a notice by its words: 关于2027年部分节假日安排的通知; null when they name none. */
export function yearOfNotice(text: string): number | null {
  const match =
    /(\d{4})年(?:部分)?(?:节假日|元旦|放假|假期)/u.exec(fold(text)) ?? /(\d{4})年/u.exec(fold(text));
  return match === null ? null : Number(match[1]);
}

/**
 * Reads 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。 and its like; other lines are passed over.
 * Throws `calendar.notice-…` where weekday, length or form contradict the dates.
 */
export function parseNoticeText(text: string, year: number): HolidayNotice {
  const days: NoticeDay[] = [];
  for (const line of fold(text).split('\n')) {
    const head = holidayHead.exec(line);
    if (head === null) continue;
    const name = (head[1] ?? '').replace(/[“”"]/g, '');
    days.push(...readHoliday(line.slice(head[0].length), name, year));
  }
  return { year, days };
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u3000\t ]+/g, '')
    .replace(/[—–－~～]+/g, '至')
    .replace(/(?<=日(?:\([^)]*\))?)-(?=\d)/gu, '至')
    .replace(/(?<=[^\n])(?=[一二三四五六七八九十]、[^\n]{2,12}[:：])/gu, '\n');
}

/** Clauses end with 放假 or 上班; each speaks of the dates named since the one before. */
function readHoliday(words: string, name: string, year: number): NoticeDay[] {
  const days: NoticeDay[] = [];
  for (const clause of words.split(/[。;；]/u)) {
    const kind = /放假|休息|补休/u.test(clause) ? 'off' : /上班/u.test(clause) ? 'work' : null;
    if (kind === null) continue;
    for (const part of splitKinds(clause, kind)) days.push(...readClause(part.words, part.kind, name, year));
  }
  return days;
}

/** 1月1日放假，1月4日上班 in one clause are two. */
function splitKinds(clause: string, kind: 'off' | 'work'): { words: string; kind: 'off' | 'work' }[] {
  const isMixed = /放假/u.test(clause) && /上班/u.test(clause);
  if (!isMixed) return [{ words: clause, kind }];
  return [...clause.matchAll(/.*?(放假|上班)/gu)].map(([words, verb]) => ({
    words,
    kind: verb === '上班' ? 'work' : 'off',
  }));
}

function readClause(clause: string, kind: 'off' | 'work', name: string, year: number): NoticeDay[] {
  const dates: IsoDate[] = [];
  let open: IsoDate | null = null;
  let [inYear, inMonth] = [year, 0];
  let readTo = 0;
  for (const match of clause.matchAll(dateWords)) {
    inYear = match[1] === undefined ? rollYear(inYear, inMonth, match[2]) : Number(match[1]);
    inMonth = match[2] === undefined ? inMonth : Number(match[2]);
    const date = dateOf(inYear, inMonth, Number(match[3]));
    checkWeekday(date, match[4] ?? '');
    const between = clause.slice(readTo, match.index);
    if (/至$/u.test(between) && open !== null) dates.push(...daysBetween(open, date));
    else dates.push(date);
    open = date;
    readTo = match.index + match[0].length;
  }
  checkLength(clause, kind, name, dates);
  return dates.map((date) => ({ date, kind, name }));
}

/** 2018年12月30日至1月1日 runs into the next year. */
const rollYear = (year: number, month: number, next: string | undefined): number =>
  month === 12 && next !== undefined && Number(next) === 1 ? year + 1 : year;

function dateOf(year: number, month: number, day: number): IsoDate {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isDate(date)) throw new AppError('calendar.bad-date', { date });
  return date;
}

/** The days after `from` up to and with `to`. */
function daysBetween(from: IsoDate, to: IsoDate): IsoDate[] {
  const length = dayNumber(to) - dayNumber(from);
  if (length < 1 || length > longestHoliday)
    throw new AppError('calendar.bad-date', { date: `${from}–${to}` });
  return Array.from({ length }, (_, offset) => addDays(from, offset + 1));
}

function checkWeekday(date: IsoDate, words: string): void {
  const stated = weekdayWords.exec(words)?.[1]?.replace('天', '日');
  if (stated === undefined) return;
  const actual = weekdays[dayOfWeek(dayNumber(date)) - 1] ?? '';
  if (stated === actual) return;
  throw new AppError('calendar.notice-weekday', { date, stated: `周${stated}`, actual: `周${actual}` });
}

/** 共8天 counts every day of a span; where weekends merely adjoin (与周末连休) it says nothing about the list. */
function checkLength(clause: string, kind: 'off' | 'work', name: string, dates: readonly IsoDate[]): void {
  const stated = statedLength.exec(clause)?.[1];
  if (stated === undefined || kind === 'work' || /连休/u.test(clause)) return;
  if (Number(stated) === dates.length) return;
  throw new AppError('calendar.notice-length', { name, stated, found: dates.length });
}
