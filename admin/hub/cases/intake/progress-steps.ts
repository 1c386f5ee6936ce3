// What of the events of a case the applicant is told, and in which step.
import type { CaseEventKind } from '#shared/protocol/case-desk-api.ts';
import type { CaseProgress } from '#shared/protocol/cases-api.ts';

type Step = CaseProgress['steps'][number];
export type StepWhat = Step['what'];

/** Null for what the office does among itself. */
const stepOfEvent: Readonly<Record<CaseEventKind, StepWhat | null>> = {
  received: 'received',
  confirmed: null,
  assigned: 'assigned',
  'completion-asked': 'completion-asked',
  completed: 'completed',
  'consultation-begun': 'consulting',
  'consultation-answered': 'consulted',
  'extension-asked': null,
  'extension-refused': null,
  extended: 'extended',
  'fee-noticed': 'fee',
  'fee-paid': null,
  moved: 'moved',
  merged: 'merged',
  replied: 'replied',
  delivered: null,
  answered: 'answered',
  rectified: 'rectified',
  published: null,
  'made-content': null,
  dispute: null,
  satisfaction: null,
  noted: null,
  corrected: null,
  withdrawn: 'withdrawn',
  closed: 'closed',
  reopened: null,
};

/** Events whose note is written for the applicant; the notes of all others stay in the office. */
const toldNotes: ReadonlySet<string> = new Set<CaseEventKind>([
  'completion-asked',
  'extended',
  'fee-noticed',
  'moved',
  'rectified',
]);

export interface ToldEvent {
  readonly kind: string;
  readonly on_day: string;
  readonly sealed: string | null;
}

/** One line an event, the same line of the same day once. `open` reads a sealed note. */
export function progressSteps(events: readonly ToldEvent[], open: (sealed: string) => string): Step[] {
  const steps: Step[] = [];
  for (const { kind, on_day: on, sealed } of events) {
    const what = Object.hasOwn(stepOfEvent, kind) ? stepOfEvent[kind as CaseEventKind] : null;
    if (what === null) continue;
    const note = sealed === null || !toldNotes.has(kind) ? '' : open(sealed);
    const last = steps.at(-1);
    if (last?.what === what && last.on === on && last.note === note) continue;
    steps.push({ on, what, note });
  }
  return steps;
}
