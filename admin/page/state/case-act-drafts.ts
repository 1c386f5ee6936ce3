// Each act on a case as its form opens: today's day, what the case already says, and what is usual.
import { addDays } from '#shared/calendar/civil-day.ts';
import { openReplies } from '#shared/cases/case-acts.ts';
import { readCourse } from '#shared/cases/case-course.ts';
import { type ReplyKind, replyKinds } from '#shared/cases/replies.ts';
import type { CaseAct, CaseActName, CaseDetail } from '#shared/protocol/case-desk-api.ts';

export type ActOf<N extends CaseActName> = Extract<CaseAct, { act: N }>;

/** Days people are usually given to complete an application, or to pay. */
const completionDays = 15;
const payingDays = 30;
/** What is usually asked for; the law allows 20 at most. */
const extensionDays = 20;

const openParty = ({ consultations }: CaseDetail): string =>
  consultations.find(({ answeredOn }) => answeredOn === null)?.party ?? '';

/** Usual replies first; while completion is awaited only one kind can be given. */
function firstReply(detail: CaseDetail, today: string): ReplyKind {
  const isOpen = openReplies({ course: readCourse(detail.channel, detail.events) }, today);
  return (['provided', ...replyKinds] as const).find(isOpen) ?? 'other-result';
}

type Drafts = { readonly [N in CaseActName]: (detail: CaseDetail, today: string) => ActOf<N> };

const drafts: Drafts = {
  confirm: (_, on) => ({ act: 'confirm', on, note: '' }),
  assign: ({ agencyId }) => ({ act: 'assign', agencyId, handler: null, note: '' }),
  'ask-completion': (_, on) => ({
    act: 'ask-completion',
    on,
    wanted: '',
    until: addDays(on, completionDays),
  }),
  complete: (_, on) => ({ act: 'complete', on, content: '' }),
  consult: (_, on) => ({ act: 'consult', on, with: 'third-party', party: '', question: '', reachedOn: null }),
  consulted: (detail, on) => ({
    act: 'consulted',
    on,
    party: openParty(detail),
    opinion: 'agrees',
    note: '',
  }),
  'ask-extension': () => ({ act: 'ask-extension', workingDays: extensionDays, reason: '' }),
  'decide-extension': (_, on) => ({ act: 'decide-extension', on, isApproved: true, note: '' }),
  fee: (_, on) => ({ act: 'fee', on, basis: 'item', count: 1, payBy: addDays(on, payingDays) }),
  'fee-paid': (_, on) => ({ act: 'fee-paid', on }),
  move: (_, on) => ({ act: 'move', on, to: '', contact: '', reason: '' }),
  merge: () => ({ act: 'merge', into: '', reason: '' }),
  reply: (detail, on) => ({
    ...{ act: 'reply', on, kind: firstReply(detail, on), ground: null, text: '', leftOut: '' },
    ...{ recordIds: [], files: [] },
  }),
  // What was returned is written on, not begun anew.
  'draft-reply': (detail, on) => ({
    ...{ act: 'draft-reply', kind: detail.draft?.kind ?? firstReply(detail, on) },
    ...{ ground: detail.draft?.ground ?? null, text: detail.draft?.text ?? '' },
    ...{ leftOut: detail.draft?.leftOut ?? '', recordIds: detail.draft?.recordIds ?? [] },
    files: detail.draft?.files ?? [],
  }),
  'decide-draft': () => ({ act: 'decide-draft', isApproved: true, note: '' }),
  'send-draft': (_, on) => ({ act: 'send-draft', on }),
  deliver: (_, on) => ({ act: 'deliver', on, route: '' }),
  answer: (_, on) => ({ act: 'answer', on, text: '', outcome: 'done' }),
  rectify: (_, on) => ({ act: 'rectify', on, text: '', outcome: 'done' }),
  publish: ({ title, published, answer }) => ({
    act: 'publish',
    title: published?.title ?? title,
    question: published?.question ?? '',
    answer: published?.answer ?? answer,
  }),
  unpublish: () => ({ act: 'unpublish', reason: '' }),
  'make-content': ({ title, answer }) => ({ act: 'make-content', title, body: answer, nodeId: null }),
  dispute: (_, on) => ({ act: 'dispute', on, dispute: 'review', outcome: 'pending', note: '' }),
  correct: ({ applicant, content }) => ({ act: 'correct', applicant, content }),
  note: () => ({ act: 'note', note: '' }),
  withdraw: (_, on) => ({ act: 'withdraw', on, note: '' }),
  close: (_, on) => ({ act: 'close', on }),
  reopen: () => ({ act: 'reopen', reason: '' }),
};

/** The act as its form opens. */
export function draftOf(name: CaseActName, detail: CaseDetail, today: string): CaseAct {
  return drafts[name](detail, today);
}

/** Whether anybody typed something into the form since it opened. */
export const isTyped = (draft: CaseAct, detail: CaseDetail, today: string): boolean =>
  JSON.stringify(draft) !== JSON.stringify(draftOf(draft.act, detail, today));

/** In the order in which a case usually goes: the first that is open is the next step. */
const steps: readonly CaseActName[] = [
  'decide-extension',
  'decide-draft',
  'send-draft',
  'complete',
  'consulted',
  'confirm',
  'assign',
  'ask-completion',
  'reply',
  'draft-reply',
  'answer',
  'fee-paid',
  'deliver',
  'rectify',
  'consult',
  'ask-extension',
  'fee',
  'move',
  'publish',
  'make-content',
  'close',
];
/** Seldom wanted, and kept out of the way. */
const rare: readonly CaseActName[] = [
  'note',
  'merge',
  'correct',
  'dispute',
  'unpublish',
  'withdraw',
  'reopen',
];

/** The open acts: the next step, further ones, and those kept out of the way. */
export function arrangeActs(detail: Pick<CaseDetail, 'acts' | 'handler' | 'agencyId' | 'state'>): {
  readonly next: CaseActName | null;
  readonly others: readonly CaseActName[];
  readonly rare: readonly CaseActName[];
} {
  const isOpen = (name: CaseActName) => detail.acts.includes(name);
  // Assigned already: it can be done again, but is no longer what comes next.
  const isAssigned = detail.agencyId !== null && detail.handler !== null;
  const first = steps.filter((name) => isOpen(name) && !(name === 'assign' && isAssigned));
  const usual = first.find((name) => name !== 'ask-completion') ?? null;
  const next = detail.state === 'answered' && isOpen('close') && !isOpen('deliver') ? 'close' : usual;
  return {
    next,
    others: steps.filter((name) => isOpen(name) && name !== next),
    rare: rare.filter(isOpen),
  };
}
