// Until when a case must be answered, and why: read off what happened to it.

import type { IsoDate } from '#shared/calendar/civil-day.ts';
import { type Explanation, explainTerm } from '#shared/calendar/explain-term.ts';
import { type RequestEvent, readRequestClock } from '#shared/calendar/request-clock.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { type CaseKind, isFormal } from '#shared/cases/case-kinds.ts';
import { AppError } from '#shared/errors/app-error.ts';
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

/**
 * The events the clock of Art. 30–34 runs by, in order; the first is the receipt in law, which a confirmation with the
 * applicant moves (Art. 31).
 */
export function requestEventsOf(receivedOn: IsoDate, events: readonly ClockEvent[]): RequestEvent[] {
  return [{ type: 'received', on: receivedOn }, ...events.flatMap(requestEventOf)];
}

function requestEventOf(event: ClockEvent): RequestEvent[] {
  const on = event.on_day;
  const facts = readFacts(event);
  const text = (name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');
  switch (event.kind) {
    case 'completion-asked':
    case 'completed':
    case 'replied':
      return [{ type: event.kind, on }];
    case 'consultation-begun': {
      const reached = text('reachedOn');
      const kind = text('with') === 'joint-agency' ? 'joint-agency' : 'third-party';
      const begun = { type: 'consultation-begun', on, with: kind, party: text('party') } as const;
      return [reached === '' ? begun : { ...begun, reachedOn: reached }];
    }
    case 'consultation-answered':
      return [{ type: 'consultation-answered', on, party: text('party') }];
    case 'extended':
      return [{ type: 'extended', on, workingDays: Number(facts.workingDays) }];
    default:
      return [];
  }
}

/** Null due dates where no limit runs, and where the calendar of a year it needs is not known: nothing is guessed. */
export function termOfCase(
  calendar: WorkingCalendar,
  of: { readonly kind: CaseKind; readonly receivedOn: IsoDate; readonly answerWorkingDays: number },
  events: readonly ClockEvent[],
): CaseTerm {
  try {
    if (isFormal(of.kind)) {
      const clock = readRequestClock(calendar, requestEventsOf(of.receivedOn, events));
      return { dueOn: clock.replyDue, explanation: clock.explanation };
    }
    if (of.kind === 'hearing') return noTerm;
    const explanation = explainTerm(calendar, {
      from: of.receivedOn,
      unit: 'working-day',
      days: of.answerWorkingDays,
    });
    return { dueOn: explanation.due, explanation };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code.startsWith('calendar.')) return noTerm;
    throw thrown;
  }
}
