// Reads holiday notices from what staff have: a table of dates (CSV or lines), or the notice's own text.
import { AppError } from '../errors/app-error.ts';
import { type IsoDate, isDate, yearOf } from './civil-day.ts';
import {
  findNoticeFaults,
  type HolidayNotice,
  isWorkedAnyway,
  latestYear,
  type NoticeDay,
  type NoticeFault,
  noticeYearOf,
  oldestYear,
} from './holiday-notice.ts';
import { parseNoticeText, yearOfNotice } from './parse-notice-text.ts';

/** Longer than twenty years of notices as a table. */
export const longestNoticeText = 400_000;
const mostLines = 5000;

const offWords = /^(?:off|休|放假|休息|节假日|假|holiday|true|1)$/iu;
const workWords = /^(?:work|班|上班|补班|调休上班|调休|工作日|false|0)$/iu;
const headWords = /^(?:date|日期|day|时间|name|名称|节日|kind|类型|类别|安排|paper|通知|依据)$/iu;

/**
 * Reads every notice in a text. A table has a date, off/work (放假/上班) and a name in each line, in any order, with or
 * without a head line, and may hold many years; anything else is read as the wording of one notice, whose year stands
 * in it or is given. Years of a table that are not whole are left out when others are. Throws `calendar.…`.
 */
export function parseNotices(text: string, year: number | null): HolidayNotice[] {
  if (text.length > longestNoticeText)
    throw new AppError('calendar.notice-line', { row: 1, text: text.slice(0, 40) });
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .slice(0, mostLines);
  const isTable = lines.some(
    (line) => cellsOf(line).some((cell) => readDate(cell) !== null) && readRow(line) !== null,
  );
  const notices = isTable ? readTable(lines) : [readText(text, year)];
  if (notices.every(({ days }) => days.length === 0)) throw new AppError('calendar.notice-empty');
  const whole = notices.filter((notice) =>
    findNoticeFaults(notice).every(({ fault }) => fault !== 'incomplete'),
  );
  const kept = whole.length > 0 && isTable ? whole : notices;
  for (const notice of kept) checkNotice(notice);
  return kept;
}

/** Throws the error of the first fault. */
export function checkNotice(notice: HolidayNotice): void {
  const { year } = notice;
  if (!Number.isInteger(year) || year < oldestYear || year > latestYear)
    throw new AppError('calendar.notice-no-year');
  const [fault] = findNoticeFaults(notice);
  if (fault !== undefined) throw noticeError(fault, year);
}

function noticeError(fault: NoticeFault, year: number): AppError {
  switch (fault.fault) {
    case 'bad-date':
      return new AppError('calendar.bad-date', { date: fault.date });
    case 'contradiction':
      return new AppError('calendar.notice-contradiction', { date: fault.date });
    case 'foreign-year':
      return new AppError('calendar.notice-foreign-year', { date: fault.date, year });
    case 'incomplete':
      return new AppError('calendar.notice-incomplete', { name: fault.name, year });
    case 'too-many':
      return new AppError('calendar.notice-too-many', { most: fault.most });
  }
}

function readText(text: string, given: number | null): HolidayNotice {
  const year = given ?? yearOfNotice(text);
  if (year === null) throw new AppError('calendar.notice-no-year');
  return tidy(parseNoticeText(text, year));
}

function readTable(lines: readonly string[]): HolidayNotice[] {
  const byYear = new Map<number, NoticeDay[]>();
  for (const [index, line] of lines.entries()) {
    const cells = cellsOf(line);
    if (cells.length === 0 || (byYear.size === 0 && cells.every((cell) => headWords.test(cell)))) continue;
    const day = readRow(line);
    if (day === null) throw new AppError('calendar.notice-line', { row: index + 1, text: line.slice(0, 60) });
    const year = noticeYearOf(day);
    byYear.set(year, [...(byYear.get(year) ?? []), day]);
  }
  return [...byYear].sort(([a], [b]) => a - b).map(([year, days]) => tidy({ year, days }));
}

/** Without what is worked anyway, and without saying one thing twice. */
function tidy({ year, days }: HolidayNotice): HolidayNotice {
  const seen = new Set<string>();
  const kept = days.filter((day) => {
    const key = `${day.date} ${day.kind}`;
    const isNew = !seen.has(key);
    seen.add(key);
    const isFree = days.some(({ date, kind }) => date === day.date && kind === 'off');
    return isNew && (isFree || !isDate(day.date) || !isWorkedAnyway(day));
  });
  return { year, days: kept.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

const cellsOf = (line: string): string[] =>
  line
    .normalize('NFKC')
    .split(/[,\t;|]|\s{1,}/u)
    .map((cell) => cell.replace(/^"|"$/g, '').trim())
    .filter((cell) => cell !== '');

function readRow(line: string): NoticeDay | null {
  const cells = cellsOf(line);
  const date = cells.map(readDate).find((found) => found !== null) ?? null;
  const kind = cells.map(readKind).find((found) => found !== null) ?? null;
  if (date === null || kind === null) return null;
  const name = cells.find(
    (cell) => readDate(cell) === null && readKind(cell) === null && !/^https?:|^周|^星期/u.test(cell),
  );
  return { date, kind, name: (name ?? '').slice(0, 40) || '节假日' };
}

function readKind(cell: string): NoticeDay['kind'] | null {
  if (offWords.test(cell)) return 'off';
  return workWords.test(cell) ? 'work' : null;
}

function readDate(cell: string): IsoDate | null {
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(cell) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(cell);
  if (match === null) return null;
  const date = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
  if (!isDate(date)) throw new AppError('calendar.bad-date', { date: cell.slice(0, 40) });
  return yearOf(date) >= oldestYear && yearOf(date) <= latestYear ? date : null;
}
