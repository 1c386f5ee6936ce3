// What happens in this visit, in memory alone: sums are made of it when the visit ends, and then it is gone.
import type { VisitNote } from '#shared/statistics/visit-notes.ts';

/** More than a person does; a child hammering on the glass is cut short. */
const mostNotes = 2_000;
/** Visits that may end before the code that counts is here. */
const mostWaiting = 20;

/** Oldest first. */
const notes: VisitNote[] = [];
let waiting: (readonly VisitNote[])[] = [];
let count = (visit: readonly VisitNote[]): void => {
  if (waiting.length < mostWaiting) waiting.push(visit);
};

/** Notes that something happened: see VisitNote for what can. */
export function noteVisit(what: string, more?: Pick<VisitNote, 'subject' | 'kind' | 'found'>): void {
  if (notes.length < mostNotes) notes.push({ what, at: Date.now(), ...more });
}

/** Whether this was noted in the visit already. */
export function isNoted(what: string): boolean {
  return notes.some((note) => note.what === what);
}

/** The visit is over: its notes go to whoever adds them up, and are forgotten here. */
export function endNotes(): void {
  const visit = notes.splice(0);
  if (visit.length > 0) count(visit);
}

/** Hands visits that end to `counter`, those that ended before it was here first. */
export function countNotes(counter: (visit: readonly VisitNote[]) => void): void {
  count = counter;
  for (const visit of waiting) counter(visit);
  waiting = [];
}
