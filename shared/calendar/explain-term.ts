// Why a term ends on its day: every day from its start with what it is, whether it counts, and as which.
import { addDays, type IsoDate } from './civil-day.ts';
import { dueOf, joinPauses, type Term, wantedDays } from './count-term.ts';
import { type CalendarDay, isWorked, type WorkingCalendar } from './working-calendar.ts';

/**
 * What a day does in a term: it is the day it starts from, is counted, is passed over as a rest day, lies in a pause,
 * or is the rest day a last day moves off.
 */
export type DayRole = 'start' | 'counted' | 'rest' | 'paused' | 'moved';

export interface ExplainedDay extends CalendarDay {
  readonly role: DayRole;
  /** The how-manieth day of the term; null for days that do not count. */
  readonly number: number | null;
  readonly isExtension: boolean;
}

export interface Explanation {
  readonly term: Term;
  readonly due: IsoDate;
  /** True when a day it counts could still be moved by the next year's notice, which is not known yet. */
  readonly isProvisional: boolean;
  /** In order, from the start to the due date. */
  readonly days: readonly ExplainedDay[];
}

/** Explains `dueOf`, day by day; throws what it throws. */
export function explainTerm(calendar: WorkingCalendar, term: Term): Explanation {
  const due = dueOf(calendar, term);
  const wanted = wantedDays(term);
  const pauses = joinPauses(term);
  const isPaused = (date: IsoDate) => pauses.some(({ from, to }) => date >= from && date <= to);
  const days: ExplainedDay[] = [];
  let number = 0;
  for (let date = term.from; date <= due; date = addDays(date, 1)) {
    const day = calendar.day(date);
    const role = roleOf(day, { term, isPaused: isPaused(date), isFull: number >= wanted });
    if (role === 'counted') number++;
    const isExtension = role === 'counted' && number > term.days;
    days.push({ ...day, role, number: role === 'counted' ? number : null, isExtension });
  }
  return { term, due, isProvisional: days.some(({ date }) => calendar.isUnsettled(date)), days };
}

interface Place {
  readonly term: Term;
  readonly isPaused: boolean;
  /** All days of the term are counted already. */
  readonly isFull: boolean;
}

function roleOf(day: CalendarDay, { term, isPaused, isFull }: Place): DayRole {
  if (day.date === term.from) return 'start';
  if (isFull) return 'moved';
  if (isPaused) return 'paused';
  return term.unit === 'calendar-day' || isWorked(day.kind) ? 'counted' : 'rest';
}
