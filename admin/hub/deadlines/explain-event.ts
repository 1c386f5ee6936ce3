// Why something is due on its day before an event: which event, and every day from it back.
import { dayReason, leadEffect, leadSummary, weekdayWords } from '#shared/calendar/day-words.ts';
import { explainBeforeEvent } from '#shared/calendar/explain-before-event.ts';
import { AppError, type Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type { DueExplanation } from '#shared/protocol/deadlines-api.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import type { Database } from '../store/tables.ts';
import type { EventRule } from './counting.ts';

/** Explains a row counted back from an event; one without an event says that none was entered. */
export async function explainEvent(
  db: Database,
  row: {
    readonly event_id?: string | null;
    readonly starts_on: string | null;
    readonly due_on: string | null;
  },
  rule: EventRule,
  language: Language,
): Promise<DueExplanation> {
  const found =
    row.event_id == null
      ? undefined
      : await db
          .selectFrom('duty_events')
          .select(['title', 'on_date as on'])
          .where('id', '=', row.event_id)
          .executeTakeFirst();
  const event = found ?? null;
  const head = { rule: rule.text, basis: 'event', period: null, event } as const;
  const unknown = { ...head, dueOn: row.due_on, summary: '', lines: [], problem: null };
  if (event === null) return unknown;
  try {
    const explained = explainBeforeEvent(await loadCalendar(db), rule, event.on);
    const lines = explained.days.map((day) => ({
      date: day.date,
      weekday: weekdayWords(day, language),
      reason: dayReason(day, language),
      effect: leadEffect(day, day.date === explained.due, language),
      isCounted: day.role === 'counted',
    }));
    return { ...head, dueOn: explained.due, summary: leadSummary(explained, language), lines, problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...unknown, problem: describeError(error.code, error.details, language) };
  }
}
