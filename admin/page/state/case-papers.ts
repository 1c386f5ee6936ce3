// Which paper a case most likely needs next, and what was changed of papers before they are made.
import type { CaseDetail, CaseEventKind, CasePaperKind } from '#shared/protocol/case-desk-api.ts';

/** What was changed of the texts of papers not made yet. */
export type PaperTexts = Readonly<Partial<Record<CasePaperKind, Readonly<Record<string, string>>>>>;

/** The latest of these says which paper follows it. */
const paperAfter: Readonly<Partial<Record<CaseEventKind, CasePaperKind>>> = {
  received: 'receipt',
  confirmed: 'receipt',
  'completion-asked': 'completion-notice',
  'consultation-begun': 'third-party-letter',
  extended: 'extension-notice',
  'fee-noticed': 'fee-notice',
  moved: 'transfer-notice',
  replied: 'reply',
  answered: 'reply',
};

export function usualPaper({
  events,
  consultations,
}: Pick<CaseDetail, 'events' | 'consultations'>): CasePaperKind {
  const latest = events.findLast(({ kind }) => paperAfter[kind] !== undefined);
  const paper = latest === undefined ? undefined : paperAfter[latest.kind];
  const isJoint = consultations.at(-1)?.with === 'joint-agency';
  return paper === 'third-party-letter' && isJoint ? 'joint-agency-opinion' : (paper ?? 'register-sheet');
}
