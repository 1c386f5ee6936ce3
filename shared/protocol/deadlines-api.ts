// What crosses between hub and desk about holiday notices, what is owed by when, and what is out of date.
import * as z from 'zod';
import { mostPolicyDays } from '../calendar/rule-due.ts';

const text = (max: number) => z.string().max(max);
const date = z.string();
const instant = z.string();

// --- holiday notices: GET /api/calendar, POST /api/calendar/preview, PUT /api/calendar

const noticeDay = z.object({ date, kind: z.enum(['off', 'work']), name: z.string() });
export const noticeSchema = z.object({
  year: z.number(),
  days: z.array(noticeDay).readonly(),
  /** 0 for one the program comes with. */
  version: z.number(),
  importedAt: instant.nullable(),
  importedBy: z.string().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;
export const calendarSchema = z.object({
  today: date,
  notices: z.array(noticeSchema).readonly(),
  /** A year whose notice is wanted by now and missing; null when none is. */
  missingYear: z.number().nullable(),
});
export type Calendar = z.infer<typeof calendarSchema>;
export const longestNoticePaste = 400_000;
/** The text of a notice, or a table; the year where the words name none. */
export const noticeInputSchema = z.object({
  text: text(longestNoticePaste),
  year: z.number().int().min(1950).max(2199).nullable(),
});
export type NoticeInput = z.infer<typeof noticeInputSchema>;
export const noticePreviewSchema = z.object({
  notices: z
    .array(
      z.object({
        year: z.number(),
        days: z.array(noticeDay).readonly(),
        /** How the year stands now: not held, held with the same days, or held with others. */
        against: z.enum(['new', 'same', 'different']),
      }),
    )
    .readonly(),
});
export type NoticePreview = z.infer<typeof noticePreviewSchema>;

// --- how deadlines are counted: GET /api/deadlines/policy, PUT /api/deadlines/policy

const days = (least: number) => z.number().int().min(least).max(mostPolicyDays);
export const deadlinePolicySchema = z.object({
  defaultWorkingDays: days(1),
  atOnceWorkingDays: days(0),
  periodWorkingDays: days(0),
  soonWorkingDays: days(1),
});

// --- what is owed: GET /api/deadlines/summary, GET /api/deadlines, GET /api/deadlines/agencies

export const staleReasons = ['update-passed', 'superseded', 'expired', 'contact-old', 'dead-link'] as const;

export const deadlineSummarySchema = z.object({
  today: date,
  /** Due soon is due by this day. */
  soonUntil: date,
  overdue: z.number(),
  soon: z.number(),
  /** Things out of date, each counted once. */
  stale: z.number(),
  /** Owed, but due nobody can say when: by the year whose notice is missing, or `event`. */
  uncounted: z.array(z.object({ problem: z.string(), count: z.number() })).readonly(),
  /** Records not looked at yet since they changed. */
  pending: z.number(),
  missingYear: z.number().nullable(),
});
export type DeadlineSummary = z.infer<typeof deadlineSummarySchema>;

export const owedStates = ['overdue', 'soon', 'later', 'uncounted'] as const;
export const deadlineQuerySchema = z.object({
  state: z.enum(owedStates).default('overdue'),
  agencyId: text(100).optional(),
  person: text(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text(400).optional(),
});
export type DeadlineQuery = z.infer<typeof deadlineQuerySchema>;
/** What is owed for: a record, a period of a matter, or an event nothing was written for yet. */
export const owedKinds = ['record', 'period', 'event'] as const;
export const owedSchema = z.object({
  subjectId: z.string(),
  kind: z.enum(owedKinds),
  title: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  person: z.string(),
  matterId: z.string().nullable(),
  matterTitle: z.string().nullable(),
  /** Of a period its short name, as 2026-Q1. */
  period: z.string().nullable(),
  startsOn: date.nullable(),
  dueOn: date.nullable(),
  problem: z.string().nullable(),
});
export type Owed = z.infer<typeof owedSchema>;
export const owedListSchema = z.object({
  total: z.number(),
  items: z.array(owedSchema).readonly(),
  next: z.string().nullable(),
});

export const escalationSchema = z.object({
  rows: z
    .array(
      z.object({
        agencyId: z.string(),
        agencyName: z.string(),
        person: z.string(),
        overdue: z.number(),
        soon: z.number(),
        oldestDueOn: date.nullable(),
      }),
    )
    .readonly(),
});
export type Escalation = z.infer<typeof escalationSchema>;

/** GET /api/deadlines/explanation */
export const explanationQuerySchema = z.object({ subject: text(200), kind: z.enum(owedKinds) });
export const explanationSchema = z.object({
  /** The words of the rule, and where none are, which rule stands in. */
  rule: z.string(),
  basis: z.enum(['rule', 'rule-by-date', 'default', 'at-once', 'period', 'by-date', 'event']),
  period: z.string().nullable(),
  /** What it is counted back from. */
  event: z.object({ title: z.string(), on: date }).nullable(),
  dueOn: date.nullable(),
  summary: z.string(),
  lines: z
    .array(
      z.object({
        date,
        weekday: z.string(),
        reason: z.string(),
        effect: z.string(),
        isCounted: z.boolean(),
      }),
    )
    .readonly(),
  /** Why there is no due date, in words. */
  problem: z.string().nullable(),
});
export type DueExplanation = z.infer<typeof explanationSchema>;

// --- events before which something must be public: GET, POST /api/events, PUT, DELETE /api/events/:id

export const longestEventTitle = 200;
/** Events one record, matter or node may have. */
export const mostEvents = 400;
const eventSubject = { subject: z.enum(['record', 'node']), subjectId: text(100).min(1) };
const eventFields = {
  title: text(longestEventTitle).trim().min(1),
  on: z.string().regex(/^\d{4}-\d\d-\d\d$/),
};
export const eventQuerySchema = z.object(eventSubject);
export const eventInputSchema = z.object({ ...eventSubject, ...eventFields });
export type EventInput = z.infer<typeof eventInputSchema>;
export const eventChangeSchema = z.object(eventFields);
export type EventChange = z.infer<typeof eventChangeSchema>;
export const eventSchema = z.object({
  id: z.string(),
  title: z.string(),
  on: date,
  isPast: z.boolean(),
  /** True for one entered for a matter or node above, where it is changed. */
  isInherited: z.boolean(),
});
export type DutyEventItem = z.infer<typeof eventSchema>;
export const eventListSchema = z.object({
  /** Latest first. */
  events: z.array(eventSchema).readonly(),
  /** Whether a rule counts back from events here; of a node whether one of any matter below it does. */
  isCounted: z.boolean(),
});
export type EventList = z.infer<typeof eventListSchema>;

// --- what is out of date: GET /api/stale, POST /api/stale/contacts

export const staleQuerySchema = z.object({
  reason: z.enum(staleReasons).optional(),
  agencyId: text(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text(400).optional(),
});
export type StaleQuery = z.infer<typeof staleQuerySchema>;
export const staleItemSchema = z.object({
  subjectId: z.string(),
  subject: z.enum(['record', 'agency']),
  reason: z.enum(staleReasons),
  title: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  since: date,
  detail: z.string(),
});
export type StaleItem = z.infer<typeof staleItemSchema>;
export const staleListSchema = z.object({
  total: z.number(),
  items: z.array(staleItemSchema).readonly(),
  next: z.string().nullable(),
});
/** Contact details somebody looked at and found right. */
export const contactCheckSchema = z.object({ ids: z.array(text(100)).min(1).max(200) });

/** GET /api/deadlines/export?list=… */
export const exportQuerySchema = z.object({ list: z.enum(['owed', 'stale', 'agencies']).default('owed') });
