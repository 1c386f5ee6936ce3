// Which period a title says it reports on: 2026年第一季度, 3月份, 上半年, 2025年度.
import type { DeadlinePeriod } from '../catalogue/deadline-rule.ts';
import { addMonths, type IsoDate } from './civil-day.ts';
import { type Period, periodOf } from './period.ts';

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};
const monthDigits = /(?:(\d{4})年)?(\d{1,2})月(?!\d{1,2}日)(?:份|度)?/u;
const quarterWords = /(?:(\d{4})年)?第?([一二三四1-4])季度?/u;
const halfWords = /(?:(\d{4})年)?(上|下)半年/u;
const yearWords = /(\d{4})年(?!\d{1,2}月|第?[一二三四1-4]季|[上下]半年)/u;

/**
 * The period of this length a title names; null when it names none. Without a year it is the latest such period that had
 * begun when the text was formed.
 */
export function namedPeriod(title: string, every: DeadlinePeriod, formedOn: IsoDate): Period | null {
  const words = title.normalize('NFKC').replace(/\s+/gu, '');
  const first = firstMonth(words, every);
  if (first === null || first.month < 1 || first.month > 12) return null;
  const startIn = (year: number) => `${year}-${String(first.month).padStart(2, '0')}-01`;
  const year = first.year ?? Number(formedOn.slice(0, 4));
  const start =
    first.year === null && startIn(year) > formedOn ? addMonths(startIn(year), -12) : startIn(year);
  return periodOf(every, start);
}

/** The first month of the period the words name. */
function firstMonth(words: string, every: DeadlinePeriod): { year: number | null; month: number } | null {
  const year = (found: RegExpExecArray) => (found[1] === undefined ? null : Number(found[1]));
  if (every === 'month') {
    const found = monthDigits.exec(words);
    return found && { year: year(found), month: Number(found[2]) };
  }
  if (every === 'quarter') {
    const found = quarterWords.exec(words);
    return found && { year: year(found), month: ((digits[found[2] ?? ''] ?? 1) - 1) * 3 + 1 };
  }
  if (every === 'half-year') {
    const found = halfWords.exec(words);
    return found && { year: year(found), month: found[2] === '上' ? 1 : 7 };
  }
  const found = every === 'year' ? yearWords.exec(words) : null;
  return found && { year: year(found), month: 1 };
}
