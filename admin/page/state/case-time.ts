// How much time a case has left, in words that do not need a colour.
import { dayNumber } from '#shared/calendar/civil-day.ts';
import { settledStates } from '#shared/cases/case-kinds.ts';
import type { CaseRow } from '#shared/protocol/case-desk-api.ts';

export type Standing = 'over' | 'soon' | 'fine' | 'waiting' | 'done' | 'none';

export interface TimeLeft {
  readonly standing: Standing;
  /** Calendar days to the due date, or past it. */
  readonly days: number;
}

/** Calendar days before the due date that ask for attention: about three working days with a weekend between. */
const soonDays = 5;

type Timed = Pick<CaseRow, 'state' | 'dueOn' | 'isOverdue' | 'repliedOn'>;

/** Where a case stands with its time on this day. */
export function timeLeft({ state, dueOn, isOverdue, repliedOn }: Timed, today: string): TimeLeft {
  if (repliedOn !== null || settledStates.includes(state)) return { standing: 'done', days: 0 };
  if (state === 'completing') return { standing: 'waiting', days: 0 };
  if (dueOn === null) return { standing: 'none', days: 0 };
  const days = dayNumber(dueOn) - dayNumber(today);
  if (isOverdue || days < 0) return { standing: 'over', days: Math.abs(days) };
  return { standing: days <= soonDays ? 'soon' : 'fine', days };
}
