// The due dates a release tells visitors: of every matter with periods, as of what that release carries.
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { mostOwedMatters, type OwedDate } from '#shared/catalogue/owed-dates.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import type { Desk } from '../editorial/desk.ts';
import { loadVenue } from '../editorial/venue-service.ts';
import { assessPeriod } from './assess-period.ts';
import { loadPolicy } from './deadline-policy.ts';
import { loadMatters, loadReports } from './facts.ts';

const matterBatch = 500;

/** None unless the venue lets them be shown; dates nobody can tell are left out. Ordered, so that equal facts are equal text. */
export async function loadOwedDates(desk: Pick<Desk, 'db' | 'now'>): Promise<readonly OwedDate[]> {
  const { db } = desk;
  if ((await loadVenue(db)).display?.showsDue !== true) return [];
  const counting = {
    calendar: await loadCalendar(db),
    policy: await loadPolicy(db),
    today: chinaDate(desk.now()),
  };
  const byDate = new Map<IsoDate, string[]>();
  const rows = await db
    .selectFrom('records')
    .select('id')
    .where('kind', '=', 'matter')
    .where('state', '=', 'approved')
    .orderBy('id')
    .limit(mostOwedMatters)
    .execute();
  for (let from = 0; from < rows.length; from += matterBatch) {
    const ids = rows.slice(from, from + matterBatch).map(({ id }) => id);
    for (const matter of (await loadMatters(db, ids)).values()) {
      if (matter.rule?.type !== 'frequency') continue;
      const due = assessPeriod(matter, await loadReports(db, matter.id, 'approved'), counting)?.due_on;
      if (due != null) byDate.set(due, [...(byDate.get(due) ?? []), matter.id]);
    }
  }
  return [...byDate]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, matters]) => ({ on, matters: matters.sort() }));
}
