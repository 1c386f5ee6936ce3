// Which notes of events are written for the applicant; all others are the office's own and never leave the desk.
import type { CaseEventKind } from '../protocol/case-desk-api.ts';

/** What these events' notes say is shown with the progress; the reply itself is among the case's words. */
export const toldNotes: readonly CaseEventKind[] = [
  'completion-asked',
  'extended',
  'fee-noticed',
  'moved',
  'rectified',
];
