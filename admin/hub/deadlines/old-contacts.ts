// Agencies whose address, telephone and hours nobody has changed or looked at for a year.
import { addDays, addMonths, chinaDate, type IsoDate } from '#shared/calendar/civil-day.ts';
import type { StaleItem, StaleQuery } from '#shared/protocol/deadlines-api.ts';
import type { Database } from '../store/tables.ts';
import { contactMonths } from './assess-staleness.ts';

/** Few enough to be worked out when asked for. */
export async function oldContacts(
  db: Database,
  { reason, agencyId }: Pick<StaleQuery, 'reason' | 'agencyId'>,
  today: IsoDate,
): Promise<StaleItem[]> {
  if (reason !== undefined && reason !== 'contact-old') return [];
  let agencies = db
    .selectFrom('agencies as agency')
    .leftJoin('contact_checks as seen', 'seen.subject_id', 'agency.id')
    .where((where) =>
      where.or([where('agency.phone', 'is not', null), where('agency.address', 'is not', null)]),
    )
    .select(['agency.id', 'agency.name', 'agency.contact_at', 'agency.created_at', 'seen.at']);
  if (agencyId !== undefined) agencies = agencies.where('agency.id', '=', agencyId);
  const rows = await agencies.orderBy('agency.sort_order').execute();
  return rows.flatMap(({ id, name, contact_at, created_at, at }): StaleItem[] => {
    const changed = contact_at ?? created_at;
    const newest = at !== null && at > changed ? at : changed;
    const since = addDays(addMonths(chinaDate(Date.parse(newest)), contactMonths), 1);
    if (since > today) return [];
    return [
      {
        ...{ subjectId: id, subject: 'agency', reason: 'contact-old', title: name },
        ...{ agencyId: id, agencyName: name, since, detail: '' },
      },
    ];
  });
}
