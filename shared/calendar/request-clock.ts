// The clocks of an application for disclosure (依申请公开, Art. 30–34 of the regulation): events in, due dates out.
import { AppError } from '../errors/app-error.ts';
import { addDays, type IsoDate } from './civil-day.ts';
import type { Pause, Term } from './count-term.ts';
import { dueOf } from './count-term.ts';
import { type Explanation, explainTerm } from './explain-term.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Art. 30: completion is asked for within 7 working days, once. */
export const completionWorkingDays = 7;
/** Art. 32 and 34: a third party or joint agency answers within 15 working days of receiving the letter. */
export const consultationWorkingDays = 15;
/** Art. 33: the reply within 20 working days, extended at most once by at most 20. */
export const replyWorkingDays = 20;
export const mostExtensionDays = 20;

/** What happened to an application, in the order it happened. */
export type RequestEvent =
  /** Receipt by Art. 31; the first event. */
  | { readonly type: 'received'; readonly on: IsoDate }
  | { readonly type: 'completion-asked'; readonly on: IsoDate }
  /** The completed application arrived: the clock starts anew (Art. 30). */
  | { readonly type: 'completed'; readonly on: IsoDate }
  /** `party` tells several consultations apart; `reachedOn` is when the letter was received, the same day unless said. */
  | {
      readonly type: 'consultation-begun';
      readonly on: IsoDate;
      readonly with: 'third-party' | 'joint-agency';
      readonly party?: string;
      readonly reachedOn?: IsoDate;
    }
  | { readonly type: 'consultation-answered'; readonly on: IsoDate; readonly party?: string }
  | { readonly type: 'extended'; readonly on: IsoDate; readonly workingDays: number }
  | { readonly type: 'replied'; readonly on: IsoDate };

/** What was done, but not as the regulation asks. */
export type RequestFault = 'completion-asked-late' | 'extended-late' | 'replied-late';

export interface Consultation {
  readonly with: 'third-party' | 'joint-agency';
  readonly party: string;
  readonly begunOn: IsoDate;
  /** After this day silence decides: the agency (Art. 32), or consent (Art. 34). */
  readonly answerDue: IsoDate;
  readonly answeredOn: IsoDate | null;
}

export interface RequestClock {
  readonly state: 'running' | 'awaiting-completion' | 'consulting' | 'replied';
  /** The day the reply is counted from; null while the completed application is awaited. */
  readonly countedFrom: IsoDate | null;
  /** By when completion may still be asked for, had it not been. */
  readonly completionDue: IsoDate;
  /** Null while the completed application is awaited. Open consultations are taken to last as long as they may. */
  readonly replyDue: IsoDate | null;
  readonly consultations: readonly Consultation[];
  readonly extensionDays: number;
  readonly faults: readonly RequestFault[];
  readonly explanation: Explanation | null;
}

interface Draft {
  receivedOn: IsoDate;
  countedFrom: IsoDate | null;
  hasAskedCompletion: boolean;
  consultations: Consultation[];
  extensionDays: number;
  repliedOn: IsoDate | null;
  faults: RequestFault[];
}

/**
 * Reads the clocks of an application off its events.
 *
 * The time a consultation takes is not counted (Art. 33): from the day after it was begun to the day the answer came,
 * and no longer than the answer may take. Throws `calendar.clock` for events that cannot have happened so, and
 * `calendar.…` for unknown years.
 */
export function readRequestClock(calendar: WorkingCalendar, events: readonly RequestEvent[]): RequestClock {
  const [first, ...rest] = events;
  if (first?.type !== 'received') throw impossible(first ?? { type: 'received', on: '' });
  const draft: Draft = {
    receivedOn: first.on,
    countedFrom: first.on,
    hasAskedCompletion: false,
    consultations: [],
    extensionDays: 0,
    repliedOn: null,
    faults: [],
  };
  let before = first.on;
  for (const event of rest) {
    if (event.on < before || draft.repliedOn !== null) throw impossible(event);
    apply(calendar, draft, event);
    before = event.on;
  }
  return conclude(calendar, draft);
}

function apply(calendar: WorkingCalendar, draft: Draft, event: RequestEvent): void {
  switch (event.type) {
    case 'received':
      throw impossible(event);
    case 'completion-asked':
      askCompletion(calendar, draft, event);
      return;
    case 'completed':
      if (!draft.hasAskedCompletion || draft.countedFrom !== null) throw impossible(event);
      draft.countedFrom = event.on;
      return;
    case 'consultation-begun':
      beginConsultation(calendar, draft, event);
      return;
    case 'consultation-answered':
      answerConsultation(draft, event);
      return;
    case 'extended':
      extend(calendar, draft, event);
      return;
    case 'replied':
      if (draft.countedFrom !== null && event.on > dueOf(calendar, termOf(draft, draft.countedFrom)))
        draft.faults.push('replied-late');
      draft.repliedOn = event.on;
  }
}

function askCompletion(calendar: WorkingCalendar, draft: Draft, event: RequestEvent): void {
  if (draft.hasAskedCompletion || draft.consultations.length > 0) throw impossible(event);
  if (event.on > calendar.addWorkingDays(draft.receivedOn, completionWorkingDays))
    draft.faults.push('completion-asked-late');
  draft.hasAskedCompletion = true;
  draft.countedFrom = null;
}

function beginConsultation(
  calendar: WorkingCalendar,
  draft: Draft,
  event: Extract<RequestEvent, { type: 'consultation-begun' }>,
): void {
  const { on, party = '', reachedOn = on } = event;
  const isOpen = draft.consultations.some((one) => one.party === party && one.answeredOn === null);
  if (draft.countedFrom === null || isOpen || reachedOn < on) throw impossible(event);
  const answerDue = calendar.addWorkingDays(reachedOn, consultationWorkingDays);
  draft.consultations.push({ with: event.with, party, begunOn: on, answerDue, answeredOn: null });
}

function answerConsultation(
  draft: Draft,
  event: Extract<RequestEvent, { type: 'consultation-answered' }>,
): void {
  const { party = '', on } = event;
  const at = draft.consultations.findIndex((one) => one.party === party && one.answeredOn === null);
  const open = draft.consultations[at];
  if (open === undefined) throw impossible(event);
  draft.consultations[at] = { ...open, answeredOn: on };
}

function extend(
  calendar: WorkingCalendar,
  draft: Draft,
  event: Extract<RequestEvent, { type: 'extended' }>,
): void {
  const { workingDays, on } = event;
  const isAllowed = Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= mostExtensionDays;
  if (draft.countedFrom === null || draft.extensionDays > 0 || !isAllowed) throw impossible(event);
  if (on > dueOf(calendar, termOf(draft, draft.countedFrom))) draft.faults.push('extended-late');
  draft.extensionDays = workingDays;
}

function termOf({ extensionDays, consultations }: Draft, from: IsoDate): Term {
  const pauses = consultations.flatMap(pauseOf);
  return { from, unit: 'working-day', days: replyWorkingDays, extension: extensionDays, pauses };
}

function pauseOf({ begunOn, answeredOn, answerDue }: Consultation): Pause[] {
  const to = answeredOn !== null && answeredOn < answerDue ? answeredOn : answerDue;
  const from = addDays(begunOn, 1);
  return to < from ? [] : [{ from, to }];
}

function conclude(calendar: WorkingCalendar, draft: Draft): RequestClock {
  const { countedFrom, consultations, extensionDays, faults, repliedOn } = draft;
  const explanation = countedFrom === null ? null : explainTerm(calendar, termOf(draft, countedFrom));
  const isConsulting = consultations.some(({ answeredOn }) => answeredOn === null);
  return {
    state:
      repliedOn !== null
        ? 'replied'
        : countedFrom === null
          ? 'awaiting-completion'
          : isConsulting
            ? 'consulting'
            : 'running',
    countedFrom,
    completionDue: calendar.addWorkingDays(draft.receivedOn, completionWorkingDays),
    replyDue: explanation?.due ?? null,
    consultations,
    extensionDays,
    faults,
    explanation,
  };
}

const impossible = ({ type, on }: RequestEvent): AppError =>
  new AppError('calendar.clock', { what: type, date: on });
