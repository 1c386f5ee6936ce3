// One year's holiday notice (国务院办公厅关于部分节假日安排的通知) as data, and what is wrong with one.
import { dayNumber, dayOfWeek, type IsoDate, isDate, yearOf } from './civil-day.ts';

/** A day the notice sets apart: free, or worked although it falls on a weekend (调休上班). */
export interface NoticeDay {
  readonly date: IsoDate;
  readonly kind: 'off' | 'work';
  /** 元旦, 春节 …; of a make-up day the holiday it makes up for. */
  readonly name: string;
}

/** A notice names all that differs from Monday to Friday in its year; it may reach into the December before. */
export interface HolidayNotice {
  readonly year: number;
  readonly days: readonly NoticeDay[];
}

/** Why a notice cannot be taken. */
export type NoticeFault =
  | { readonly fault: 'bad-date'; readonly date: string }
  /** One date both free and worked. */
  | { readonly fault: 'contradiction'; readonly date: IsoDate }
  /** A date of another year; only the last days of the December before may stand in a notice. */
  | { readonly fault: 'foreign-year'; readonly date: IsoDate }
  /** A statutory holiday is missing, so this is not a whole notice. */
  | { readonly fault: 'incomplete'; readonly name: string }
  | { readonly fault: 'too-many'; readonly most: number };

/** More days than any notice sets apart. */
export const mostNoticeDays = 120;
export const oldestYear = 1950;
export const latestYear = 2199;

/** Holidays every notice names, each with a date that is free in every year (since 2008 also 清明节). */
const statutory: readonly (readonly [name: string, isFree: (days: ReadonlySet<string>) => boolean])[] = [
  ['元旦', (days) => days.has('01-01')],
  ['春节', (days) => [...days].some((day) => day >= '01-20' && day <= '02-22')],
  ['劳动节', (days) => days.has('05-01')],
  ['国庆节', (days) => days.has('10-01')],
];

/** Everything wrong with a notice; none means it can be counted by. */
export function findNoticeFaults({ year, days }: HolidayNotice): NoticeFault[] {
  if (days.length > mostNoticeDays) return [{ fault: 'too-many', most: mostNoticeDays }];
  const faults: NoticeFault[] = [];
  const kinds = new Map<string, NoticeDay['kind']>();
  for (const { date, kind } of days) {
    if (!isDate(date)) faults.push({ fault: 'bad-date', date: date.slice(0, 40) });
    else if (yearOf(date) !== year && !(date > `${year - 1}-12-24` && date < `${year}-01-01`))
      faults.push({ fault: 'foreign-year', date });
    else if ((kinds.get(date) ?? kind) !== kind) faults.push({ fault: 'contradiction', date });
    kinds.set(date, kind);
  }
  const free = new Set(
    days.filter(({ kind, date }) => kind === 'off' && yearOf(date) === year).map(({ date }) => date.slice(5)),
  );
  for (const [name, isFree] of statutory) if (!isFree(free)) faults.push({ fault: 'incomplete', name });
  return faults;
}

/** Whether this is the last-known kind of oddity: a weekday named as worked, which it is anyway (2020-02-03). */
export const isWorkedAnyway = ({ date, kind }: NoticeDay): boolean =>
  kind === 'work' && dayOfWeek(dayNumber(date)) <= 5;

/** The notice a day stands in: New Year's holidays in December belong to the year they begin. */
export function noticeYearOf({ date, name }: Pick<NoticeDay, 'date' | 'name'>): number {
  return yearOf(date) + (date.slice(5) >= '12-25' && name.includes('元旦') ? 1 : 0);
}
