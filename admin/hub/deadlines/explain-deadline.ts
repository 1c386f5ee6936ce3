// Why something is due on its day: the rule, what it was counted from, and every day between.
import type { IsoDate } from '#shared/calendar/civil-day.ts';
import type { Term } from '#shared/calendar/count-term.ts';
import { dayEffect, dayReason, explanationSummary, weekdayWords } from '#shared/calendar/day-words.ts';
import { explainTerm } from '#shared/calendar/explain-term.ts';
import { dueAfterPeriod, periodName, periodOf } from '#shared/calendar/period.ts';
import { allowanceOf, termOfRule } from '#shared/calendar/rule-due.ts';
import { AppError, type Language } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';
import type { DueExplanation } from '#shared/protocol/deadlines-api.ts';
import { loadCalendar } from '../calendar/calendar-store.ts';
import type { DeadlineKind } from '../store/deadline-tables.ts';
import type { Database } from '../store/tables.ts';
import { loadPolicy } from './deadline-policy.ts';
import { explainEvent } from './explain-event.ts';
import { loadMatters, type MatterFacts } from './facts.ts';

/** Explains one deadline. Throws `not-found`. */
export async function explainDeadline(
  db: Database,
  subject: string,
  kind: DeadlineKind,
  language: Language,
): Promise<DueExplanation & { readonly agencyId: string }> {
  const row = await db
    .selectFrom('deadlines')
    .selectAll()
    .where('subject_id', '=', subject)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: subject });
  const matter =
    row.matter_id === null ? undefined : (await loadMatters(db, [row.matter_id])).get(row.matter_id);
  const agencyId = row.agency_id;
  const rule = matter?.rule ?? null;
  if (rule?.type === 'before-event') return { agencyId, ...(await explainEvent(db, row, rule, language)) };
  const told = await tell(db, row.starts_on, row.kind, matter);
  const head = { agencyId, rule: rule?.text ?? '', basis: told.basis, period: told.period, event: null };
  const unknown = { ...head, dueOn: row.due_on, summary: '', lines: [] };
  if (row.problem !== null && told.term === null) return { ...unknown, problem: null };
  const calendar = await loadCalendar(db);
  try {
    if (told.term === null) {
      return { ...unknown, dueOn: told.dueOn?.(calendar) ?? row.due_on, problem: null };
    }
    const explanation = explainTerm(calendar, told.term);
    const lines = explanation.days.map((day) => ({
      date: day.date,
      weekday: weekdayWords(day, language),
      reason: dayReason(day, language),
      effect: dayEffect(day, day.date === explanation.due, language),
      isCounted: day.role === 'counted',
    }));
    const summary = explanationSummary(explanation, language);
    return { ...head, dueOn: explanation.due, summary, lines, problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...unknown, problem: describeError(error.code, error.details, language) };
  }
}

interface Told {
  readonly basis: DueExplanation['basis'];
  readonly period: string | null;
  /** Null where the due date is a day of the year rather than a count. */
  readonly term: Term | null;
  readonly dueOn?: (calendar: Awaited<ReturnType<typeof loadCalendar>>) => IsoDate;
}

async function tell(
  db: Database,
  startsOn: string | null,
  kind: DeadlineKind,
  matter: MatterFacts | undefined,
): Promise<Told> {
  const policy = await loadPolicy(db);
  const rule = matter?.rule ?? null;
  if (startsOn === null) return { basis: 'default', period: null, term: null };
  if (kind === 'period' && rule?.type === 'frequency') {
    const period = periodOf(rule.every, startsOn);
    const allowance = allowanceOf(rule, policy);
    const name = periodName(period);
    if (allowance.type === 'by-date')
      return {
        basis: 'by-date',
        period: name,
        term: null,
        dueOn: (of) => dueAfterPeriod(of, period, allowance),
      };
    const { days, unit } = allowance;
    return { basis: 'period', period: name, term: { from: period.end, unit, days } };
  }
  const isCounted = rule?.type === 'working-days' || rule?.type === 'calendar-days';
  const isNamed = isCounted && (rule.from === 'formed-or-changed' || rule.from === 'made-or-obtained');
  const basis = isNamed
    ? 'rule'
    : isCounted
      ? 'rule-by-date'
      : rule?.type === 'at-once'
        ? 'at-once'
        : 'default';
  return { basis, period: null, term: termOfRule(rule, startsOn, policy) };
}
