// The holiday notices in force: those the program comes with, and over them the newest version of each staff imported.
import * as z from 'zod';
import { type HolidayNotice, mostNoticeDays } from '#shared/calendar/holiday-notice.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import type { Database } from '../store/tables.ts';
import { shippedNotices } from './shipped-notices.ts';

const storedDays = z
  .array(z.object({ date: z.string(), kind: z.enum(['off', 'work']), name: z.string() }))
  .max(mostNoticeDays);

/** A notice with where it came from. */
export interface HeldNotice extends HolidayNotice {
  /** 0 for one the program comes with; else how often this year was imported. */
  readonly version: number;
  readonly importedAt: string | null;
  readonly importedBy: string | null;
}

/** Every year's notice in force, ascending. */
export async function loadNotices(db: Database): Promise<HeldNotice[]> {
  const rows = await db
    .selectFrom('holiday_notices')
    .selectAll()
    .orderBy('year')
    .orderBy('version')
    .execute();
  const held = new Map<number, HeldNotice>(
    shippedNotices.map((notice) => [
      notice.year,
      { ...notice, version: 0, importedAt: null, importedBy: null },
    ]),
  );
  for (const { year, version, days_json, at, who } of rows) {
    const days = storedDays.parse(JSON.parse(days_json));
    held.set(year, { year, days, version, importedAt: at, importedBy: who });
  }
  return [...held.values()].sort((a, b) => a.year - b.year);
}

const cached = new WeakMap<object, { readonly key: string; readonly calendar: WorkingCalendar }>();
let shipped: WorkingCalendar | null = null;

/** The calendar without any store. */
export function shippedCalendar(): WorkingCalendar {
  shipped ??= new WorkingCalendar(shippedNotices);
  return shipped;
}

/** The calendar of the notices in force; built again only when one was imported. */
export async function loadCalendar(db: Database): Promise<WorkingCalendar> {
  const { count } = await db
    .selectFrom('holiday_notices')
    .select((table) => table.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count === 0) return shippedCalendar();
  const known = cached.get(db.getExecutor());
  const key = String(count);
  if (known?.key === key) return known.calendar;
  const calendar = new WorkingCalendar(await loadNotices(db));
  cached.set(db.getExecutor(), { key, calendar });
  return calendar;
}
