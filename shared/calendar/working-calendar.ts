// Which days are worked: by the yearly holiday notices, counted in constant time, never guessed beyond them.
import { AppError } from '../errors/app-error.ts';
import {
  type DayOfWeek,
  dayNumber,
  dayOfWeek,
  firstDayOf,
  type IsoDate,
  isoDate,
  yearOf,
} from './civil-day.ts';
import type { HolidayNotice, NoticeDay } from './holiday-notice.ts';

/** What a day is: worked as usual, worked on a weekend (调休上班), a weekend, or free by the notice (放假). */
export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday';

export interface CalendarDay {
  readonly date: IsoDate;
  readonly weekday: DayOfWeek;
  readonly kind: DayKind;
  /** The holiday by whose arrangement it is free or worked; null on ordinary days. */
  readonly name: string | null;
}

/** Years in a row whose notices are known, with the working days of all of them in order. */
interface Run {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** `before[i]`: working days of the run before day `firstDay + i`; one more entry than days. */
  readonly before: Int32Array;
  /** The day number of every working day. */
  readonly working: Int32Array;
}

/** Days of December that a notice for the next year has moved in some year. */
const unsettledFrom = '12-25';

/**
 * A calendar of the years whose notice is loaded. A date or a count that leaves them throws `calendar.year-unknown`,
 * which names the year and, where something was counted, up to where it could be.
 */
export class WorkingCalendar {
  /** Ascending. */
  readonly years: readonly number[];
  private readonly named: ReadonlyMap<number, NoticeDay>;
  private readonly runs: readonly Run[];

  /** Of two notices that speak of one day the later year's holds. Notices must be free of faults. */
  constructor(notices: readonly HolidayNotice[]) {
    const sorted = [...notices].sort((a, b) => a.year - b.year);
    this.years = [...new Set(sorted.map(({ year }) => year))];
    const days = sorted.flatMap((notice) => notice.days);
    this.named = new Map(days.map((day) => [dayNumber(day.date), day]));
    this.runs = runsOf(this.years).map(([first, last]) => this.buildRun(first, last));
  }

  knows(year: number): boolean {
    return this.years.includes(year);
  }

  /** What one day is. */
  day(date: IsoDate): CalendarDay {
    const number = dayNumber(date);
    this.runOf(date);
    return this.describe(number);
  }

  isWorkingDay(date: IsoDate): boolean {
    return isWorked(this.day(date).kind);
  }

  /**
   * The `count`-th working day after `from`, which itself is not counted (Civil Code 201) and may be a rest day;
   * a negative count goes back. Nought is the day itself, or the next working day when it is none.
   */
  addWorkingDays(from: IsoDate, count: number): IsoDate {
    const run = this.runOf(from);
    const day = dayNumber(from);
    const before = run.before[day - run.firstDay + (count > 0 ? 1 : 0)] ?? 0;
    const wanted = before + (count > 0 ? count - 1 : count);
    const found = wanted < 0 ? undefined : run.working[wanted];
    if (found === undefined) throw this.beyond(run, from, count, before);
    return isoDate(found);
  }

  /** The day itself, or the next working day when it is a rest day (Civil Code 203). */
  nextWorkingDay(date: IsoDate): IsoDate {
    return this.addWorkingDays(date, 0);
  }

  /** Working days after `after` up to and with `through`; nought when that is not later. */
  countWorkingDays(after: IsoDate, through: IsoDate): number {
    const run = this.runOf(after);
    const [from, to] = [dayNumber(after), dayNumber(through)];
    if (to <= from) return 0;
    if (to > run.lastDay) throw this.beyond(run, after, to - from, null);
    return (run.before[to - run.firstDay + 1] ?? 0) - (run.before[from - run.firstDay + 1] ?? 0);
  }

  /**
   * Whether the next year's notice, not yet known, might still move this day: New Year's holidays have reached into
   * the last days of December.
   */
  isUnsettled(date: IsoDate): boolean {
    return date.slice(5) >= unsettledFrom && !this.knows(yearOf(date) + 1);
  }

  private runOf(date: IsoDate): Run {
    const day = dayNumber(date);
    const run = this.runs.find(({ firstDay, lastDay }) => day >= firstDay && day <= lastDay);
    if (run === undefined) throw new AppError('calendar.year-unknown', { year: yearOf(date), date });
    return run;
  }

  private beyond(run: Run, from: IsoDate, count: number, before: number | null): AppError {
    const isBack = count < 0;
    const year = isBack ? run.firstYear - 1 : run.lastYear + 1;
    const countedTo = isoDate(isBack ? run.firstDay : run.lastDay);
    const counted = before === null ? null : isBack ? before : run.working.length - before;
    return new AppError('calendar.count-leaves-years', {
      year,
      from,
      wanted: Math.abs(count),
      counted,
      countedTo,
    });
  }

  private describe(day: number): CalendarDay {
    const kind = this.kindOf(day);
    const name = kind === 'holiday' || kind === 'make-up' ? (this.named.get(day)?.name ?? null) : null;
    return { date: isoDate(day), weekday: dayOfWeek(day), kind, name };
  }

  private buildRun(firstYear: number, lastYear: number): Run {
    const firstDay = firstDayOf(firstYear);
    const lastDay = firstDayOf(lastYear + 1) - 1;
    const before = new Int32Array(lastDay - firstDay + 2);
    const working: number[] = [];
    for (let day = firstDay; day <= lastDay; day++) {
      before[day - firstDay] = working.length;
      if (isWorked(this.kindOf(day))) working.push(day);
    }
    before[lastDay - firstDay + 1] = working.length;
    return { firstYear, lastYear, firstDay, lastDay, before, working: Int32Array.from(working) };
  }

  private kindOf(day: number): DayKind {
    const named = this.named.get(day);
    if (named?.kind === 'off') return 'holiday';
    if (dayOfWeek(day) <= 5) return 'working';
    return named?.kind === 'work' ? 'make-up' : 'weekend';
  }
}

/** Whether days of this kind are worked. */
export const isWorked = (kind: DayKind): boolean => kind === 'working' || kind === 'make-up';

/** First and last year of every row of years without a gap. */
function runsOf(years: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run !== undefined && year === run[1] + 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs;
}
