// The due dates a release tells visitors: of matters with periods and of those before events, as of what it carries.
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import { chinaDate } from '#shared/calendar/civil-day.ts';
import { mostOwedMatters, type OwedDate } from '#shared/catalogue/owed-dates.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import type { Desk } from '../editorial/desk.ts';
import { loadVenue } from '../editorial/venue-service.ts';
import { nextEventDue } from './assess-event.ts';
import { assessPeriod } from './assess-period.ts';
import { loadPolicy } from './deadline-policy.ts';
import { loadMatters, loadReports } from './facts.ts';
import { loadMatterEvents } from './load-events.ts';

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
  const updates = new Map<IsoDate, string[]>();
  const ahead = new Map<IsoDate, string[]>();
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
    const matters = [...(await loadMatters(db, ids)).values()];
    const events = await loadMatterEvents(
      db,
      matters.filter(({ rule }) => rule?.type === 'before-event').map(({ id }) => id),
    );
    for (const matter of matters) {
      if (matter.rule?.type === 'frequency') {
        const reports = await loadReports(db, matter.id, 'approved');
        note(updates, assessPeriod(matter, reports, counting)?.due_on, matter.id);
      } else note(ahead, await nextEventDue(db, matter, events.get(matter.id) ?? [], counting), matter.id);
    }
  }
  return [...inOrder(updates), ...inOrder(ahead).map((owed) => ({ ...owed, isEvent: true as const }))];
}

function note(dates: Map<IsoDate, string[]>, on: IsoDate | null | undefined, matterId: string): void {
  if (on != null) dates.set(on, [...(dates.get(on) ?? []), matterId]);
}

const inOrder = (dates: ReadonlyMap<IsoDate, readonly string[]>): OwedDate[] =>
  [...dates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, matters]) => ({ on, matters: matters.toSorted() }));
