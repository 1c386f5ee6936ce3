// Which acts are open in which state for which kind of case, and who may do them: one table for the hub and the page.
import { type Act, isPermitted } from '../accounts/acts.ts';
import type { Role } from '../accounts/roles.ts';
import type { CaseAct, CaseActName } from '../protocol/case-desk-api.ts';
import type { CaseCourse } from './case-course.ts';
import { type CaseKind, type CaseState, isFormal } from './case-kinds.ts';
import type { ReplyKind } from './replies.ts';

/** What of a case decides which acts are open. */
export interface ActFacts {
  readonly kind: CaseKind;
  readonly course: CaseCourse;
  /** Who sent it lets question and answer be published. */
  readonly mayPublish: boolean;
  readonly hasContent: boolean;
  /** What was written of it is gone for good. */
  readonly isErased: boolean;
}

interface ActRule {
  readonly kinds: 'formal' | 'voices' | 'all';
  readonly states: readonly CaseState[];
  readonly when?: (facts: ActFacts) => boolean;
}

const open: readonly CaseState[] = ['received', 'accepted', 'completing', 'consulting'];
const working: readonly CaseState[] = ['received', 'accepted', 'consulting'];
const answered: readonly CaseState[] = ['answered', 'closed'];
const settled: readonly CaseState[] = ['answered', 'closed', 'moved', 'merged', 'withdrawn'];
const every: readonly CaseState[] = [...open, ...settled];

const hasConfirmed = ({ course }: ActFacts) => course.isConfirmed;

const rules: Readonly<Record<CaseActName, ActRule>> = {
  confirm: { kinds: 'formal', states: ['received', 'accepted'], when: ({ course }) => !course.isConfirmed },
  assign: { kinds: 'all', states: open },
  'ask-completion': {
    kinds: 'formal',
    states: ['received', 'accepted'],
    when: ({ course }) =>
      course.isConfirmed && !course.hasAskedCompletion && course.consultations.length === 0,
  },
  complete: { kinds: 'formal', states: ['completing'] },
  consult: { kinds: 'formal', states: working, when: hasConfirmed },
  consulted: {
    kinds: 'formal',
    states: ['consulting'],
    when: ({ course }) => course.consultations.some(({ answeredOn }) => answeredOn === null),
  },
  'ask-extension': {
    kinds: 'formal',
    states: working,
    when: ({ course }) =>
      course.isConfirmed && (course.extension === 'none' || course.extension === 'refused'),
  },
  'decide-extension': {
    kinds: 'formal',
    states: working,
    when: ({ course }) => course.extension === 'asked',
  },
  fee: { kinds: 'formal', states: working, when: ({ course }) => course.fee === null },
  'fee-paid': {
    kinds: 'formal',
    states: working,
    when: ({ course }) => course.fee !== null && !course.fee.isPaid,
  },
  move: { kinds: 'all', states: open },
  merge: { kinds: 'all', states: open },
  reply: { kinds: 'formal', states: open },
  'draft-reply': { kinds: 'formal', states: open },
  'decide-draft': {
    kinds: 'formal',
    states: open,
    when: ({ course }) => course.draft?.state === 'waiting',
  },
  'send-draft': {
    kinds: 'formal',
    states: open,
    when: ({ course }) => course.draft?.state === 'approved',
  },
  deliver: { kinds: 'formal', states: answered, when: ({ course }) => course.reply !== null },
  answer: { kinds: 'voices', states: ['received', 'accepted'] },
  rectify: { kinds: 'voices', states: answered, when: ({ course }) => course.reply !== null },
  publish: {
    kinds: 'all',
    states: answered,
    when: ({ course, mayPublish }) => mayPublish && course.reply !== null,
  },
  unpublish: { kinds: 'all', states: every, when: ({ course }) => course.isPublished },
  'make-content': {
    kinds: 'all',
    states: answered,
    when: ({ course, hasContent }) => !hasContent && course.reply !== null,
  },
  dispute: { kinds: 'formal', states: every },
  correct: { kinds: 'all', states: open },
  note: { kinds: 'all', states: every },
  withdraw: { kinds: 'all', states: open },
  close: { kinds: 'all', states: ['answered', 'received', 'accepted'], when: mayClose },
  reopen: { kinds: 'all', states: settled },
};

/** An application is closed once it was replied to; a voice may also be one that asks for no answer. */
function mayClose({ kind, course }: ActFacts): boolean {
  return course.state === 'answered' || !isFormal(kind);
}

/** Acts that need nothing that was erased. */
const afterErasure: readonly CaseActName[] = ['unpublish', 'dispute'];

export const caseActNames = Object.keys(rules) as readonly CaseActName[];

/** Whether the act can be done with the case as it stands, whoever does it. */
export function isActOpen(name: CaseActName, facts: ActFacts): boolean {
  const { kinds, states, when } = rules[name];
  if (facts.isErased && !afterErasure.includes(name)) return false;
  if (kinds !== 'all' && (kinds === 'formal') !== isFormal(facts.kind)) return false;
  return states.includes(facts.course.state) && (when?.(facts) ?? true);
}

/**
 * Replies that refuse, wholly or in part, or do not go into the application: whoever handles the case does not decide
 * them alone (Art. 17).
 */
export const decidedReplies: readonly ReplyKind[] = [
  'partial',
  'refused',
  'special-law',
  'petition',
  'repeated',
  'excessive',
];

/** Replies that are not given without the head of the office: those that never are, and those staff add. */
export const approvedRepliesOf = (added: readonly ReplyKind[]): readonly ReplyKind[] => [
  ...new Set([...decidedReplies, ...added]),
];

const decisions: readonly CaseActName[] = ['decide-extension', 'decide-draft'];

/** What the account must be allowed for an act. */
export function rightFor(act: Pick<CaseAct, 'act'> & { readonly kind?: ReplyKind }): Act {
  if (decisions.includes(act.act)) return 'cases.decide';
  if (act.act === 'reply' && act.kind !== undefined && decidedReplies.includes(act.kind))
    return 'cases.decide';
  return 'cases.handle';
}

/** The acts open to somebody with these roles. `reply` is among them where any kind of reply is. */
export function openActs(facts: ActFacts, roles: readonly Role[]): CaseActName[] {
  const [mayHandle, mayDecide] = [isPermitted(roles, 'cases.handle'), isPermitted(roles, 'cases.decide')];
  return caseActNames.filter((name) => {
    const isAllowed =
      name === 'reply' ? mayHandle || mayDecide : decisions.includes(name) ? mayDecide : mayHandle;
    return isAllowed && isActOpen(name, facts);
  });
}

/** Replies that can be given as the case stands; the others would say what did not happen. */
export function openReplies(
  { course }: Pick<ActFacts, 'course'>,
  today: string,
): (kind: ReplyKind) => boolean {
  const { state, completionUntil, fee } = course;
  const isCompleting = state === 'completing';
  const isCompletionOver = isCompleting && completionUntil !== null && today > completionUntil;
  const wasCompleted = course.hasAskedCompletion && !isCompleting;
  const isFeeOver = fee !== null && !fee.isPaid && today > fee.payBy;
  return (kind) => {
    if (isCompleting) return kind === 'not-completed' && isCompletionOver;
    if (kind === 'not-completed') return false;
    if (kind === 'unclear') return wasCompleted;
    if (kind === 'not-paid') return isFeeOver;
    return true;
  };
}
