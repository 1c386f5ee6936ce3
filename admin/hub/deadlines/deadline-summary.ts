// How much is owed, due soon and out of date today.
import { sql } from 'kysely';
import { chinaDate, type IsoDate, yearOf } from '#shared/calendar/civil-day.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { DeadlineSummary } from '#shared/protocol/deadlines-api.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import type { Desk } from '../editorial/desk.ts';
import type { Database } from '../store/tables.ts';
import type { Horizon } from './deadline-lists.ts';
import { loadPolicy } from './deadline-policy.ts';
import { oldContacts } from './old-contacts.ts';
import { countTouched } from './touched-records.ts';

/** From this month on the next year's notice, which comes out by then, is asked for. */
const noticeMonth = 11;

/** Today, and until when something is due soon; as far as the calendar reaches where it ends before that. */
export async function loadHorizon(desk: Pick<Desk, 'db' | 'now'>): Promise<Horizon> {
  const today = chinaDate(desk.now());
  const calendar = await loadCalendar(desk.db);
  const { soonWorkingDays } = await loadPolicy(desk.db);
  try {
    return { today, soonUntil: calendar.addWorkingDays(today, soonWorkingDays) };
  } catch (error) {
    const reached = error instanceof AppError ? error.details.countedTo : null;
    return { today, soonUntil: typeof reached === 'string' ? reached : today };
  }
}

/** The year whose notice is wanted and missing: this one, or from November on the next. */
export function missingYear(calendar: WorkingCalendar, today: IsoDate): number | null {
  const year = yearOf(today);
  if (!calendar.knows(year)) return year;
  return Number(today.slice(5, 7)) >= noticeMonth && !calendar.knows(year + 1) ? year + 1 : null;
}

/** The figures for all agencies, or for one. */
export async function loadSummary(
  desk: Pick<Desk, 'db' | 'now'>,
  agencyId: string | undefined,
): Promise<DeadlineSummary> {
  const { db } = desk;
  const horizon = await loadHorizon(desk);
  const { today, soonUntil } = horizon;
  const { overdue, soon } = await countOwed(db, agencyId, horizon);
  const contacts = await oldContacts(db, agencyId === undefined ? {} : { agencyId }, today);
  return {
    today,
    soonUntil,
    overdue,
    soon,
    stale: (await countStale(db, agencyId, today)) + contacts.length,
    uncounted: await countUncounted(db, agencyId),
    pending: await countTouched(db),
    missingYear: missingYear(await loadCalendar(db), today),
  };
}

async function countOwed(db: Database, agencyId: string | undefined, { today, soonUntil }: Horizon) {
  let owed = db.selectFrom('deadlines').where(sql<boolean>`is_open = 1`).where('due_on', '<=', soonUntil);
  if (agencyId !== undefined) owed = owed.where('agency_id', '=', agencyId);
  return owed
    .select(sql<number>`coalesce(sum(due_on < ${today}), 0)`.as('overdue'))
    .select(sql<number>`coalesce(sum(due_on >= ${today}), 0)`.as('soon'))
    .executeTakeFirstOrThrow();
}

/** Something out of date for two reasons is one thing. */
async function countStale(db: Database, agencyId: string | undefined, today: IsoDate): Promise<number> {
  let marks = db.selectFrom('stale_marks').where('since', '<=', today);
  if (agencyId !== undefined) marks = marks.where('agency_id', '=', agencyId);
  const { stale } = await marks
    .select(sql<number>`count(distinct subject_id)`.as('stale'))
    .executeTakeFirstOrThrow();
  return stale;
}

function countUncounted(db: Database, agencyId: string | undefined) {
  let owed = db.selectFrom('deadlines').where(sql<boolean>`problem is not null and is_open = 1`);
  if (agencyId !== undefined) owed = owed.where('agency_id', '=', agencyId);
  return owed
    .groupBy('problem')
    .select((table) => [sql<string>`problem`.as('problem'), table.fn.countAll<number>().as('count')])
    .orderBy('problem')
    .execute();
}
