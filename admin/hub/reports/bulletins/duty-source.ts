// Where a bulletin learns what was on time and what was overdue.
import type { Period } from '#shared/reports/period.ts';
import type { Database } from '../../store/tables.ts';

/** One duty whose day fell into the period: done in time, or not. */
export interface DutyFact {
  readonly agencyId: string;
  readonly recordId: string;
  readonly title: string;
  readonly isOnTime: boolean;
  readonly dueOn: string;
  readonly note: string;
}

export interface Duties {
  readonly facts: readonly DutyFact[];
  /** False where no calendar tells which days are worked: then nothing counts as on time or overdue. */
  readonly isKnown: boolean;
}

export type DutySource = (db: Database, period: Period, nowMs: number) => Promise<Duties>;

/** For a store that has no calendar of working days: deadlines are never guessed. */
export const noCalendar: DutySource = async () => ({ facts: [], isKnown: false });
