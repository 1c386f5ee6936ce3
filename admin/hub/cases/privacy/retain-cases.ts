// Which cases have lost the reason to be kept with names: settled for as many months as staff set for their kind.
import { addMonths, chinaDate } from '#shared/calendar/civil-day.ts';
import { type CaseKind, caseKinds } from '#shared/cases/case-kinds.ts';
import type { CaseDesk } from '../case-desk.ts';
import { loadCaseSettings, monthsKept } from '../case-settings.ts';

/** Ids of settled cases whose time is over today. */
export async function casesPastKeeping({ desk }: CaseDesk): Promise<readonly string[]> {
  const settings = await loadCaseSettings(desk.db);
  const today = chinaDate(desk.now());
  const ids: string[] = [];
  for (const kind of caseKinds)
    ids.push(...(await pastKeeping(desk.db, kind, addMonths(today, -monthsKept(kind, settings)))));
  return ids;
}

async function pastKeeping(
  db: CaseDesk['desk']['db'],
  kind: CaseKind,
  settledBefore: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('kind', '=', kind)
    .where('settled_on', 'is not', null)
    .where('settled_on', '<', settledBefore)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
