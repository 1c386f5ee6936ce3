// Until when a case must be answered, and why: read off what happened to it.

import type { IsoDate } from '#shared/calendar/civil-day.ts';
import type { Explanation } from '#shared/calendar/explain-term.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { readCaseClock } from '#shared/cases/case-clock.ts';
import { readCourse } from '#shared/cases/case-course.ts';
import type { CaseKind } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { CaseEventKind } from '#shared/protocol/case-desk-api.ts';
import type { CaseEventTable } from '../store/case-tables.ts';

export type ClockEvent = Pick<CaseEventTable, 'kind' | 'on_day' | 'facts_json'>;

/** Facts of an event: days, parties and amounts, nothing personal. */
export type CaseFacts = Readonly<Record<string, string | number | boolean | null>>;

export interface CaseTerm {
  readonly dueOn: IsoDate | null;
  readonly explanation: Explanation | null;
}

const noTerm: CaseTerm = { dueOn: null, explanation: null };

export function readFacts(event: Pick<CaseEventTable, 'facts_json'>): CaseFacts {
  return JSON.parse(event.facts_json) as CaseFacts;
}

/** Null due dates where no limit runs, and where the calendar of a year it needs is not known: nothing is guessed. */
export function termOfCase(
  calendar: WorkingCalendar,
  of: { readonly kind: CaseKind; readonly receivedOn: IsoDate; readonly answerWorkingDays: number },
  events: readonly ClockEvent[],
): CaseTerm {
  const received = { kind: 'received', on: of.receivedOn, facts: {} } as const;
  const happened = events.map((event) => ({
    ...{ kind: event.kind as CaseEventKind, on: event.on_day, facts: readFacts(event) },
  }));
  try {
    // The day of receipt is known: whether the channel asks for a confirmation plays no part.
    const course = readCourse('counter', happened.length === 0 ? [received] : happened);
    const { dueOn, explanation } = readCaseClock(calendar, course, of);
    return { dueOn, explanation };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code.startsWith('calendar.')) return noTerm;
    throw thrown;
  }
}
