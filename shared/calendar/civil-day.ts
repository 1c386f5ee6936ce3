// Days of the civil calendar as numbers, so that counting them is adding: no clock, no time zone.
import { AppError } from '../errors/app-error.ts';

/** A whole date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayMs = 86_400_000;
/** China keeps one time, eight hours ahead of UTC. */
const chinaOffsetMs = 8 * 3_600_000;
const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01. Throws `calendar.bad-date` for anything but a date that exists. */
export function dayNumber(date: IsoDate): number {
  const match = form.exec(date);
  const time = match === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time) || isoDate(time / dayMs) !== date) {
    throw new AppError('calendar.bad-date', { date: date.slice(0, 40) });
  }
  return time / dayMs;
}

/** Whether this is a date that exists. */
export function isDate(text: string): boolean {
  if (!form.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoDate(time / dayMs) === text;
}

/** The date of a day number. */
export function isoDate(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 1970-01-01 was a Thursday. */
export function dayOfWeek(day: number): DayOfWeek {
  return (((((day + 3) % 7) + 7) % 7) + 1) as DayOfWeek;
}

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** The day number of 1 January. */
export const firstDayOf = (year: number): number => Date.UTC(year, 0, 1) / dayMs;

/** Adds calendar days; the calendar of rest days plays no part. */
export const addDays = (date: IsoDate, days: number): IsoDate => isoDate(dayNumber(date) + days);

/** The same day so many months on, or the last of the month where it has no such day (Civil Code 202). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoDate(first / dayMs + Math.min(day, last) - 1);
}

/** The date on the wall in China at an instant. */
export const chinaDate = (nowMs: number): IsoDate =>
  new Date(nowMs + chinaOffsetMs).toISOString().slice(0, 10);
