// What residents hand in, and the words for where it stands: one ledger holds all of it.

/**
 * request 依申请公开 · correction 更正本人信息 (Art. 41) · opinion 意见 · complaint 投诉 · suggestion 建议 ·
 * question 咨询 · comment 征求意见的反馈 · objection 公示异议 · hearing 听证报名.
 */
export const caseKinds = [
  'request',
  'correction',
  'opinion',
  'complaint',
  'suggestion',
  'question',
  'comment',
  'objection',
  'hearing',
] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Kinds the clock of Art. 30–34 runs for. */
export const formalKinds: readonly CaseKind[] = ['request', 'correction'];
/** Kinds that answer a consultation, a public notice or a hearing. */
export const consultationKinds: readonly CaseKind[] = ['comment', 'objection', 'hearing'];

export function isFormal(kind: CaseKind): boolean {
  return formalKinds.includes(kind);
}

/**
 * How it came (Art. 31): online from the phone page, anonymously from a kiosk, handed in or told at a counter (当面,
 * 口头), by signed mail, ordinary mail, fax, or the telephone.
 */
export const caseChannels = [
  'online',
  'kiosk',
  'counter',
  'oral',
  'signed-mail',
  'mail',
  'fax',
  'telephone',
] as const;
export type CaseChannel = (typeof caseChannels)[number];

/** Channels whose day of receipt is the day it is confirmed with the applicant (Art. 31). */
export const confirmedChannels: readonly CaseChannel[] = ['online', 'mail', 'fax'];

/**
 * received 已收到 · accepted 办理中 · completing 待补正 · consulting 征求意见中 · answered 已答复 · closed 已办结 ·
 * moved 已转送 · merged 已并案 · withdrawn 申请人撤回.
 */
export const caseStates = [
  'received',
  'accepted',
  'completing',
  'consulting',
  'answered',
  'closed',
  'moved',
  'merged',
  'withdrawn',
] as const;
export type CaseState = (typeof caseStates)[number];

/** States in which nothing is owed any more. */
export const settledStates: readonly CaseState[] = ['answered', 'closed', 'moved', 'merged', 'withdrawn'];

/** What people are told became of an opinion: done, under way, or not possible now and why. */
export const caseOutcomes = ['done', 'under-way', 'not-possible'] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** How the information is wanted (Art. 29). */
export const wantedForms = ['paper', 'electronic', 'disc'] as const;
export type WantedForm = (typeof wantedForms)[number];
export const wantedRoutes = ['post', 'online', 'in-person', 'read-copy'] as const;
export type WantedRoute = (typeof wantedRoutes)[number];
