// Who may do what with a record now, or why not: the one set of rules that refuses acts and offers them.
import { type Act, isPermitted } from '../accounts/acts.ts';
import type { Role } from '../accounts/roles.ts';
import type { ErrorCode } from '../errors/app-error.ts';
import type { RecordAct, ReviewStep } from '../protocol/workflow-api.ts';

/** Whoever asks. */
export interface Asker {
  readonly roles: readonly Role[];
  /** The one agency they are bound to; null for all. */
  readonly agencyId: string | null;
}

/** What the asker did with the versions in question: those since the last approval. */
export interface OwnPart {
  readonly hasWritten: boolean;
  /** Took a step other than approval. */
  readonly hasReviewed: boolean;
  /** Took the step of approval, or published in an emergency. */
  readonly hasApproved: boolean;
}

/** A record as far as its way to the public goes. */
export interface RecordStanding {
  readonly agencyId: string;
  readonly state: 'draft' | 'approved' | 'withdrawn';
  readonly version: number;
  readonly approvedVersion: number | null;
  readonly publishedVersion: number | null;
  /** What became of a record whose time is over. */
  readonly fate: 'superseded' | 'archived' | null;
  readonly open: {
    readonly state: 'in-review' | 'follow-up';
    readonly version: number;
    readonly step: ReviewStep;
  } | null;
  /** The newest version has passed every step. */
  readonly isReviewed: boolean;
  /** A version becomes public by itself at a time of its own. */
  readonly isScheduled: boolean;
  /** A version waits in a release group that has not gone out. */
  readonly isGrouped: boolean;
  readonly own: OwnPart;
}

/** The act of the table behind each act on a record; a step of review needs the one of its step. */
const actBehind = {
  submit: 'records.submit',
  recall: 'records.submit',
  pass: 'records.review',
  return: 'records.review',
  approve: 'records.approve',
  schedule: 'release.schedule',
  unschedule: 'release.schedule',
  emergency: 'records.emergency',
  withdraw: 'records.withdraw',
  archive: 'records.withdraw',
  supersede: 'records.withdraw',
  restore: 'records.withdraw',
  comment: 'records.comment',
} as const satisfies Readonly<Record<RecordAct, Act>>;

/**
 * Why this act is refused, or null when it may be done. `isSingleHanded` says that nobody else could: then one person
 * writes, reviews and approves.
 */
export function refusalOf(
  act: RecordAct,
  record: RecordStanding,
  asker: Asker,
  isSingleHanded: boolean,
): ErrorCode | null {
  if (!isPermitted(asker.roles, actOf(act, record))) return lacking(act, record);
  if (asker.agencyId !== null && asker.agencyId !== record.agencyId) return 'workflow.foreign-agency';
  return rules[act](record, isSingleHanded);
}

function actOf(act: RecordAct, { open }: RecordStanding): Act {
  const isStep = act === 'pass' || act === 'return';
  return isStep && open?.step === 'approval' ? 'records.approve' : actBehind[act];
}

function lacking(act: RecordAct, { open }: RecordStanding): ErrorCode {
  const isStep = act === 'pass' || act === 'return';
  return isStep && open?.step === 'approval' ? 'workflow.approver-only' : 'http.not-permitted';
}

type Rule = (record: RecordStanding, isSingleHanded: boolean) => ErrorCode | null;

const rules: Readonly<Record<RecordAct, Rule>> = {
  submit: (record) => {
    if (record.fate !== null) return 'workflow.archived';
    if (record.open?.state === 'follow-up') return 'workflow.follow-up-open';
    if (record.open !== null) return 'workflow.in-review';
    if (isApproved(record)) return 'store.already-approved';
    return record.isReviewed ? 'workflow.already-reviewed' : null;
  },
  recall: ({ open }) => {
    if (open === null) return 'workflow.not-in-review';
    return open.state === 'follow-up' ? 'workflow.follow-up-open' : null;
  },
  pass: decide,
  return: decide,
  approve: (record, isSingleHanded) => {
    if (record.fate !== null) return 'workflow.archived';
    if (isApproved(record)) return 'store.already-approved';
    if (record.open?.state === 'follow-up') return 'workflow.follow-up-open';
    const isLast = record.open === null ? record.isReviewed : record.open.step === 'approval';
    if (isLast || isSingleHanded) return refusalOfDuty('approve', record.own, isSingleHanded);
    return 'workflow.steps-open';
  },
  schedule: (record) => {
    if (record.fate !== null) return 'workflow.archived';
    if (record.publishedVersion === record.version) return 'workflow.already-public';
    if (record.open?.state === 'follow-up') return 'workflow.follow-up-open';
    if (record.isGrouped) return 'workflow.grouped';
    return record.isReviewed || isApproved(record) ? null : 'workflow.not-reviewed';
  },
  unschedule: ({ isScheduled }) => (isScheduled ? null : 'workflow.not-scheduled'),
  emergency: (record) => {
    if (record.fate !== null) return 'workflow.archived';
    return isApproved(record) ? 'store.already-approved' : null;
  },
  withdraw: ({ state }) => {
    if (state === 'withdrawn') return 'store.already-withdrawn';
    return state === 'draft' ? 'store.not-public' : null;
  },
  archive: (record) => {
    if (record.fate !== null) return 'workflow.archived';
    return record.open?.state === 'follow-up' ? 'workflow.follow-up-open' : null;
  },
  supersede: (record) => {
    if (record.fate !== null) return 'workflow.archived';
    if (record.open?.state === 'follow-up') return 'workflow.follow-up-open';
    return record.state === 'draft' ? 'store.not-public' : null;
  },
  restore: ({ fate }) => (fate === null ? 'workflow.not-archived' : null),
  comment: () => null,
};

function decide({ open, own }: RecordStanding, isSingleHanded: boolean): ErrorCode | null {
  if (open === null) return 'workflow.not-in-review';
  return refusalOfDuty(open.step === 'approval' ? 'approve' : 'review', own, isSingleHanded);
}

const isApproved = ({ version, approvedVersion }: RecordStanding) => version === approvedVersion;

/** Author, reviewer and approver are three people: nobody takes two of these parts, unless there is nobody else. */
export function refusalOfDuty(
  duty: 'review' | 'approve',
  own: OwnPart,
  isSingleHanded: boolean,
): ErrorCode | null {
  if (isSingleHanded) return null;
  if (own.hasWritten) return 'workflow.own-work';
  if (duty === 'approve' && own.hasReviewed) return 'workflow.own-review';
  return duty === 'review' && own.hasApproved ? 'workflow.own-approval' : null;
}

/** Every act the asker may do now. */
export function permittedActs(
  acts: readonly RecordAct[],
  record: RecordStanding,
  asker: Asker,
  isSingleHanded: boolean,
): RecordAct[] {
  return acts.filter((act) => refusalOf(act, record, asker, isSingleHanded) === null);
}
