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
  return inForce(await loadRows(db));
}

const loadRows = (db: Database) =>
  db.selectFrom('holiday_notices').selectAll().orderBy('year').orderBy('version').execute();

function inForce(rows: Awaited<ReturnType<typeof loadRows>>): HeldNotice[] {
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

let shipped: WorkingCalendar | null = null;
let latest: { readonly key: string; readonly calendar: WorkingCalendar } | null = null;

/** The calendar without any store. */
export function shippedCalendar(): WorkingCalendar {
  shipped ??= new WorkingCalendar(shippedNotices);
  return shipped;
}

/** The calendar of the notices in force; built again only when they differ from the ones asked for last. */
export async function loadCalendar(db: Database): Promise<WorkingCalendar> {
  const rows = await loadRows(db);
  if (rows.length === 0) return shippedCalendar();
  const key = rows.map(({ year, version, days_json }) => `${year} ${version} ${days_json}`).join();
  if (latest?.key !== key) latest = { key, calendar: new WorkingCalendar(inForce(rows)) };
  return latest.calendar;
}
