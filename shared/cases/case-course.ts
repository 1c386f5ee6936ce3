// Reads off the events of a case where it stands: its state, the day of receipt in law, and what was done so far.
import type { IsoDate } from '../calendar/civil-day.ts';
import type { RequestEvent } from '../calendar/request-clock.ts';
import type { WithholdingGround } from '../catalogue/withholding-grounds.ts';
import type { CaseEvent, draftStates } from '../protocol/case-desk-api.ts';
import { type CaseChannel, type CaseState, confirmedChannels, settledStates } from './case-kinds.ts';
import type { FeeBasis } from './fees.ts';
import type { ReplyKind } from './replies.ts';

/** An event without who wrote it and what was written. */
export type CourseEvent = Pick<CaseEvent, 'kind' | 'on' | 'facts'>;

/** One party asked. Third parties may be people: the event numbers them, and only its sealed note names them. */
export interface CourseConsultation {
  /** Tells parties apart; counts from 1. */
  readonly number: number;
  readonly with: 'third-party' | 'joint-agency';
  readonly begunOn: IsoDate;
  readonly reachedOn: IsoDate;
  readonly answeredOn: IsoDate | null;
  readonly opinion: 'agrees' | 'objects' | 'silent' | null;
}

export interface CourseFee {
  readonly amountFen: number;
  readonly basis: FeeBasis;
  readonly count: number;
  readonly payBy: IsoDate;
  readonly isPaid: boolean;
}

export interface CaseCourse {
  readonly state: CaseState;
  /** The day it came. */
  readonly arrivedOn: IsoDate;
  /** The day of receipt in law (Art. 31): the day it was confirmed where the channel asks for that, else the day it came. */
  readonly receivedOn: IsoDate;
  /** True where the channel asks for no confirmation, too. */
  readonly isConfirmed: boolean;
  /** What the clock of Art. 30–34 is read from; begins anew when a reply was overturned. */
  readonly clockEvents: readonly RequestEvent[];
  readonly hasAskedCompletion: boolean;
  readonly completionUntil: IsoDate | null;
  readonly consultations: readonly CourseConsultation[];
  readonly extension: 'none' | 'asked' | 'refused' | 'granted';
  readonly extensionDays: number;
  readonly fee: CourseFee | null;
  /** The reply or answer that stands. */
  readonly reply: {
    readonly kind: ReplyKind | null;
    readonly ground: WithholdingGround | null;
    readonly on: IsoDate;
  } | null;
  /** The reply that is drafted for the head of the office; none once it was given, or the application was completed after. */
  readonly draft: {
    readonly kind: ReplyKind;
    readonly ground: WithholdingGround | null;
    readonly state: (typeof draftStates)[number];
  } | null;
  readonly deliveredOn: IsoDate | null;
  readonly isPublished: boolean;
  readonly settledOn: IsoDate | null;
}

type Draft = { -readonly [Key in keyof CaseCourse]: CaseCourse[Key] } & {
  clockEvents: RequestEvent[];
  consultations: CourseConsultation[];
  /** A court or reviewing agency overturned the reply that stands. */
  isOverturned: boolean;
};

const text = (event: CourseEvent, key: string): string => {
  const value = event.facts[key];
  return typeof value === 'string' ? value : '';
};
const count = (event: CourseEvent, key: string): number => {
  const value = event.facts[key];
  return typeof value === 'number' ? value : 0;
};

/** Events in the order they were put down; the first is `received`. */
export function readCourse(channel: CaseChannel, events: readonly CourseEvent[]): CaseCourse {
  const draft = begin(channel, events[0]?.on ?? '');
  for (const event of events) steps[event.kind]?.(draft, event);
  const { isOverturned: _isOverturned, ...course } = draft;
  return course;
}

function begin(channel: CaseChannel, on: IsoDate): Draft {
  return {
    state: 'received',
    ...{ arrivedOn: on, receivedOn: on, isConfirmed: !confirmedChannels.includes(channel) },
    ...afresh(on),
    ...{ isPublished: false, settledOn: null, isOverturned: false },
  };
}

/** What begins again with the clock. */
function afresh(on: IsoDate) {
  return {
    clockEvents: [{ type: 'received', on }] as RequestEvent[],
    hasAskedCompletion: false,
    completionUntil: null,
    consultations: [] as CourseConsultation[],
    extension: 'none' as const,
    extensionDays: 0,
    fee: null,
    draft: null,
    reply: null,
    deliveredOn: null,
  };
}

const steps: Partial<Record<CourseEvent['kind'], (draft: Draft, event: CourseEvent) => void>> = {
  confirmed(draft, { on }) {
    draft.isConfirmed = true;
    draft.receivedOn = on;
    draft.clockEvents[0] = { type: 'received', on };
    goOn(draft);
  },
  assigned: goOn,
  'completion-asked'(draft, event) {
    draft.hasAskedCompletion = true;
    draft.completionUntil = text(event, 'until') || null;
    draft.clockEvents.push({ type: 'completion-asked', on: event.on });
    draft.state = 'completing';
  },
  completed(draft, { on }) {
    draft.clockEvents.push({ type: 'completed', on });
    draft.draft = null;
    draft.state = 'accepted';
  },
  'consultation-begun'(draft, event) {
    const number = Number(text(event, 'party'));
    const kind = text(event, 'with') === 'joint-agency' ? 'joint-agency' : 'third-party';
    const reachedOn = text(event, 'reachedOn') || event.on;
    const open = {
      number,
      with: kind,
      begunOn: event.on,
      reachedOn,
      answeredOn: null,
      opinion: null,
    } as const;
    draft.consultations.push(open);
    draft.clockEvents.push({
      ...{ type: 'consultation-begun', on: event.on, with: kind, party: String(number), reachedOn },
    });
    draft.state = 'consulting';
  },
  'consultation-answered'(draft, event) {
    const number = Number(text(event, 'party'));
    const opinion = text(event, 'opinion') as CourseConsultation['opinion'];
    draft.consultations = draft.consultations.map((one) =>
      one.number === number && one.answeredOn === null ? { ...one, answeredOn: event.on, opinion } : one,
    );
    draft.clockEvents.push({ type: 'consultation-answered', on: event.on, party: String(number) });
    goOn(draft);
  },
  'extension-asked'(draft, event) {
    draft.extension = 'asked';
    draft.extensionDays = count(event, 'workingDays');
  },
  'extension-refused'(draft) {
    draft.extension = 'refused';
    draft.extensionDays = 0;
  },
  extended(draft, event) {
    draft.extension = 'granted';
    draft.extensionDays = count(event, 'workingDays');
    draft.clockEvents.push({ type: 'extended', on: event.on, workingDays: draft.extensionDays });
  },
  'fee-noticed'(draft, event) {
    const basis = text(event, 'basis') === 'page' ? 'page' : 'item';
    const [amountFen, counted] = [count(event, 'amountFen'), count(event, 'count')];
    draft.fee = { amountFen, basis, count: counted, payBy: text(event, 'payBy'), isPaid: false };
  },
  'fee-paid'(draft) {
    if (draft.fee !== null) draft.fee = { ...draft.fee, isPaid: true };
  },
  'reply-drafted'(draft, event) {
    const ground = (text(event, 'ground') || null) as WithholdingGround | null;
    draft.draft = { kind: text(event, 'kind') as ReplyKind, ground, state: 'waiting' };
  },
  'draft-returned': (draft) => decideDraft(draft, 'returned'),
  'draft-approved': (draft) => decideDraft(draft, 'approved'),
  replied(draft, event) {
    draft.draft = null;
    const ground = (text(event, 'ground') || null) as WithholdingGround | null;
    draft.reply = { kind: text(event, 'kind') as ReplyKind, ground, on: event.on };
    draft.clockEvents.push({ type: 'replied', on: event.on });
    draft.isOverturned = false;
    settle(draft, 'answered', event.on);
  },
  answered(draft, { on }) {
    draft.reply = { kind: null, ground: null, on };
    settle(draft, 'answered', on);
  },
  delivered(draft, { on }) {
    draft.deliveredOn = on;
  },
  moved: (draft, { on }) => settle(draft, 'moved', on),
  merged(draft, event) {
    if (text(event, 'into') !== '') settle(draft, 'merged', event.on);
  },
  withdrawn: (draft, { on }) => settle(draft, 'withdrawn', on),
  closed: (draft, { on }) => settle(draft, 'closed', on),
  published(draft, event) {
    draft.isPublished = event.facts.isPublished !== false;
  },
  dispute(draft, event) {
    if (text(event, 'outcome') === 'corrected') draft.isOverturned = true;
  },
  reopened: reopen,
};

function decideDraft(draft: Draft, state: 'returned' | 'approved'): void {
  if (draft.draft !== null) draft.draft = { ...draft.draft, state };
}

/** A reply that was overturned is owed anew from that day; what was closed by mistake goes on as though it had not been. */
function reopen(draft: Draft, { on }: CourseEvent): void {
  if (draft.isOverturned) {
    Object.assign(draft, afresh(on));
    draft.isOverturned = false;
  } else {
    draft.clockEvents = draft.clockEvents.filter(({ type }) => type !== 'replied');
    draft.reply = null;
    draft.deliveredOn = null;
  }
  draft.settledOn = null;
  goOn(draft);
}

function settle(draft: Draft, state: CaseState, on: IsoDate): void {
  draft.settledOn ??= on;
  draft.state = state;
}

/** Back at work, unless somebody is waited for. */
function goOn(draft: Draft): void {
  const isSettled = draft.settledOn !== null && settledStates.includes(draft.state);
  if (isSettled) return;
  const last = draft.clockEvents.findLast(({ type }) => type === 'completion-asked' || type === 'completed');
  if (last?.type === 'completion-asked') draft.state = 'completing';
  else draft.state = draft.consultations.some((one) => one.answeredOn === null) ? 'consulting' : 'accepted';
}
