// What about a record on show is out of date, each with the day it is so from, which may lie ahead.
import type { Insertable } from 'kysely';
import { addDays, addMonths, chinaDate, type IsoDate } from '#shared/calendar/civil-day.ts';
import { lastDayOf } from '#shared/calendar/partial-date.ts';
import type { StaleMarkTable, StaleReason } from '../store/deadline-tables.ts';
import type { DeadlineRow } from './counting.ts';
import type { RecordFacts, Report } from './facts.ts';

export type StaleRow = Insertable<StaleMarkTable>;

/** Months after which contact details are to be looked at again. */
export const contactMonths = 12;

/** What is known about a record from beside it. */
export interface Surroundings {
  /** The newest approved record that says it repeals this one. */
  readonly repealedBy: { readonly title: string; readonly on: IsoDate } | null;
  /** When somebody last said that its contact details are right. */
  readonly contactCheckedAt: string | null;
  /** A link in it that leads nowhere any more. */
  readonly deadLink: { readonly address: string; readonly since: IsoDate } | null;
}

/** Marks of one record; only what is public can be out of date in public. */
export function assessStaleness(record: RecordFacts, around: Surroundings): StaleRow[] {
  if (record.publishedVersion === null || record.state !== 'approved') return [];
  const isOver = record.validity === 'expired' || record.validity === 'repealed';
  const rows: StaleRow[] = [];
  const mark = (reason: StaleReason, since: IsoDate, detail: string) =>
    rows.push({ ...subjectOf(record), reason, since, detail });
  const lastDay = record.expiresOn === null ? null : lastDayOf(record.expiresOn);
  if (!isOver && lastDay !== null) mark('expired', addDays(lastDay, 1), record.expiresOn ?? '');
  if (!isOver && around.repealedBy !== null)
    mark('superseded', around.repealedBy.on, around.repealedBy.title);
  if (holdsContact(record)) mark('contact-old', contactOldFrom(record, around), '');
  if (around.deadLink !== null) mark('dead-link', around.deadLink.since, around.deadLink.address);
  return rows;
}

const subjectOf = ({ id, agencyId, title }: RecordFacts) => ({
  subject_id: id,
  kind: 'record' as const,
  agency_id: agencyId,
  title,
});

/** Guides with an address or telephone, and the pages that say how to reach an agency. */
const holdsContact = ({ kind, phone, address, section }: RecordFacts): boolean =>
  kind === 'guide'
    ? phone !== null || address !== null
    : kind === 'page' && (section === 'disclosure-guide' || section === 'institution');

function contactOldFrom({ writtenAt, createdAt }: RecordFacts, { contactCheckedAt }: Surroundings): IsoDate {
  const written = writtenAt ?? createdAt;
  const seen = contactCheckedAt !== null && contactCheckedAt > written ? contactCheckedAt : written;
  return addDays(addMonths(chinaDate(Date.parse(seen)), contactMonths), 1);
}

/** A matter whose public reports are older than its rule allows; without any report it is owed, not stale. */
export function periodMark(owed: DeadlineRow | null, reports: readonly Report[]): StaleRow | null {
  if (owed === null || owed.due_on == null || reports.length === 0) return null;
  return {
    subject_id: owed.subject_id,
    kind: 'record',
    agency_id: owed.agency_id,
    title: owed.title,
    reason: 'update-passed',
    since: addDays(owed.due_on, 1),
    detail: owed.due_on,
  };
}
