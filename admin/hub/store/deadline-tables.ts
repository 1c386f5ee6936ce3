// Tables of holiday notices and of what is owed, worked out anew for what was touched.
import type { Generated } from 'kysely';

/** Every version of every notice staff imported; the highest version of a year is in force. */
export interface HolidayNoticeTable {
  year: number;
  version: number;
  /** A list of NoticeDay (see shared/calendar/holiday-notice.ts). */
  days_json: string;
  /** What was pasted, for whoever asks where the days came from. */
  source: string;
  at: string;
  who: string;
}

/** One row, `id` 1, once staff have changed how deadlines are counted. */
export interface DeadlinePolicyTable {
  id: number;
  /** A DeadlinePolicy. */
  policy_json: string;
  updated_at: string;
}

/** Records to be looked at again; triggers on `records` fill it, whoever writes them. */
export interface DeadlineTouchedTable {
  record_id: string;
}

/** What something is owed for: a record, a period of a matter, or an event nothing was written for yet. */
export type DeadlineKind = 'record' | 'period' | 'event';

/** What is owed or was: one row a record with a clock, a matter with periods, and an event of a matter. */
export interface DeadlineTable {
  /** Of an event its id and that of the matter with a dot between, because one event may concern several matters. */
  subject_id: string;
  kind: DeadlineKind;
  agency_id: string;
  /** The matter whose rule counts; a period's matter is its subject. */
  matter_id: string | null;
  /** 责任人, or the office where nobody is named; empty when neither is. */
  person: string;
  title: string;
  /** The day it is counted from; of a period its first day; the day of the event where it is counted back from one. */
  starts_on: string | null;
  /** Null where it cannot be told: see `problem`. */
  due_on: string | null;
  /** 1 while it is owed. */
  is_open: number;
  /** The day it became public, as far as known. */
  met_on: string | null;
  /** Why no due date can be told: `event`, or the year whose notice is missing. */
  problem: string | null;
  /** The event it is counted back from. */
  event_id: string | null;
  /** 1 where the event came and nothing was public. */
  is_missed: Generated<number>;
}

/** An event before which something must be public, of a matter or record, or of every matter below a node. */
export interface DutyEventTable {
  id: string;
  subject: 'record' | 'node';
  subject_id: string;
  title: string;
  /** `YYYY-MM-DD` */
  on_date: string;
  at: string;
  who: string;
}

/** Why something on show is out of date. */
export type StaleReason = 'update-passed' | 'superseded' | 'expired' | 'contact-old' | 'dead-link';

/** Marks hold from `since` on, which may lie ahead. */
export interface StaleMarkTable {
  subject_id: string;
  reason: StaleReason;
  kind: 'record' | 'agency';
  agency_id: string;
  title: string;
  since: string;
  /** What is behind it: the record that repeals, the link, the period. */
  detail: string;
}

/** Titles and numbers a record says are repealed (废止). */
export interface RepealTable {
  record_id: string;
  title_key: string;
  doc_key: string;
}

/** When somebody last said that contact details are still right. */
export interface ContactCheckTable {
  subject_id: string;
  at: string;
  who: string;
}

/** The rule and person a matter's records were last counted by, so that a mere correction touches none of them. */
export interface MatterRuleTable {
  matter_id: string;
  rule_key: string;
}
