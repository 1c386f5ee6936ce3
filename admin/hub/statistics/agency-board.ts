// The accountability board: how long each agency takes to answer, how people find it, and what is late.
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type AgencyFigures, figureLimits } from '#shared/statistics/public-figures.ts';
import { showCount, showMean, showMedian } from '#shared/statistics/suppress.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import { listAgencies } from '../editorial/agencies.ts';
import type { Database } from '../store/tables.ts';
import { storedObject } from './stored-object.ts';

/** Null unless staff let it be shown. Of cases received this year; an agency with none is not on it. */
export async function loadBoard(db: Database, today: IsoDate): Promise<AgencyFigures[] | null> {
  if (!(await isShown(db))) return null;
  const rows = await casesOf(db, today.slice(0, 4));
  const calendar = await loadCalendar(db);
  const board: AgencyFigures[] = [];
  for (const { id, name } of await listAgencies(db)) {
    const own = rows.filter((row) => row.agency_id === id);
    if (own.length === 0 || board.length === figureLimits.agencies) continue;
    const days = own.map((row) => workingDays(calendar, row.received_on, row.replied_on));
    const marks = own.flatMap(({ satisfaction }) => satisfaction ?? []);
    const late = own.filter((row) => isLate(row, today));
    board.push({
      ...{ agencyId: id, name },
      medianDays: showMedian(days.filter((count) => count !== null)),
      satisfaction: showMean(marks),
      overdue: showCount(late.length),
    });
  }
  return board;
}

async function isShown(db: Database): Promise<boolean> {
  const row = await db.selectFrom('case_settings').select('settings_json').executeTakeFirst();
  return row !== undefined && storedObject(row.settings_json).showAgencyFigures === true;
}

function casesOf(db: Database, year: string) {
  return db
    .selectFrom('cases')
    .select(['agency_id', 'received_on', 'replied_on', 'settled_on', 'due_on', 'satisfaction'])
    .where('agency_id', 'is not', null)
    .where('state', 'not in', ['merged', 'withdrawn', 'moved'])
    .where('received_on', '>=', `${year}-01-01`)
    .where('received_on', '<=', `${year}-12-31`)
    .execute();
}

type Row = Awaited<ReturnType<typeof casesOf>>[number];

/** Answered after it was due, or due and still not answered. */
function isLate({ due_on, replied_on, settled_on }: Row, today: IsoDate): boolean {
  return due_on !== null && (replied_on ?? settled_on ?? today) > due_on;
}

/** Null where there is no answer yet, or the calendar of a year is not known: nothing is guessed. */
function workingDays(calendar: WorkingCalendar, from: IsoDate, to: IsoDate | null): number | null {
  if (to === null) return null;
  try {
    return calendar.countWorkingDays(from, to);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'calendar.year-unknown') return null;
    throw thrown;
  }
}
