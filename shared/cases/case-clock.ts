// By when a case is to be answered, and why: the clock of Art. 30–34 for applications, a term of working days for voices.
import { addDays, type IsoDate } from '../calendar/civil-day.ts';
import { explanationLines, explanationSummary } from '../calendar/day-words.ts';
import { type Explanation, explainTerm } from '../calendar/explain-term.ts';
import { type RequestClock, type RequestFault, readRequestClock } from '../calendar/request-clock.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { AppError, type Language } from '../errors/app-error.ts';
import type { CaseCourse, CourseConsultation } from './case-course.ts';
import { type CaseKind, isFormal, settledStates } from './case-kinds.ts';

/**
 * `not-confirmed`: receipt was not confirmed with the applicant yet, and the clock runs as though it had been at once.
 * `year-unknown`: the holiday notice of a year the term reaches into is not loaded.
 */
export const caseFaults = [
  'completion-asked-late',
  'extended-late',
  'replied-late',
  'not-confirmed',
  'year-unknown',
] as const satisfies readonly (RequestFault | string)[];
export type CaseFault = (typeof caseFaults)[number];

export interface CaseClock {
  readonly state: RequestClock['state'] | 'none';
  /** Null while completion is awaited, where no limit runs, and where the calendar does not reach. */
  readonly dueOn: IsoDate | null;
  /** By when completion may be asked for, where it still may. */
  readonly completionDue: IsoDate | null;
  /** Until when each party may answer, by its number. */
  readonly answerDue: ReadonlyMap<number, IsoDate>;
  readonly faults: readonly CaseFault[];
  readonly explanation: Explanation | null;
  /** The year whose notice is missing; null where all is known. */
  readonly missingYear: number | null;
}

export interface ClockRules {
  readonly kind: CaseKind;
  readonly answerWorkingDays: number;
}

const untimed: readonly CaseKind[] = ['comment', 'hearing'];
const nothing: CaseClock = {
  ...{ state: 'none', dueOn: null, completionDue: null, answerDue: new Map(), faults: [] },
  ...{ explanation: null, missingYear: null },
};

/** Throws `calendar.clock` for events that cannot have happened so; years nobody announced are no error but a fault. */
export function readCaseClock(calendar: WorkingCalendar, course: CaseCourse, rules: ClockRules): CaseClock {
  if (untimed.includes(rules.kind)) return nothing;
  try {
    return isFormal(rules.kind) ? formalClock(calendar, course) : voiceClock(calendar, course, rules);
  } catch (thrown) {
    const year = missingYearOf(thrown);
    if (year === null) throw thrown;
    return { ...nothing, state: stateWithout(course), faults: ['year-unknown'], missingYear: year };
  }
}

function formalClock(calendar: WorkingCalendar, course: CaseCourse): CaseClock {
  const clock = readRequestClock(calendar, course.clockEvents);
  const isOpen = !settledStates.includes(course.state);
  const mayAsk = isOpen && !course.hasAskedCompletion && course.consultations.length === 0;
  return {
    state: isOpen || clock.state === 'replied' ? clock.state : 'none',
    dueOn: clock.replyDue,
    completionDue: mayAsk ? clock.completionDue : null,
    answerDue: new Map(clock.consultations.map(({ party, answerDue }) => [Number(party), answerDue])),
    faults: [...clock.faults, ...(course.isConfirmed || !isOpen ? [] : (['not-confirmed'] as const))],
    explanation: clock.explanation,
    missingYear: null,
  };
}

function voiceClock(
  calendar: WorkingCalendar,
  course: CaseCourse,
  { answerWorkingDays }: ClockRules,
): CaseClock {
  const from = course.arrivedOn;
  const explanation = explainTerm(calendar, { from, unit: 'working-day', days: answerWorkingDays });
  const isLate = course.reply !== null && course.reply.on > explanation.due;
  const isOpen = !settledStates.includes(course.state);
  return {
    ...nothing,
    state: isOpen ? 'running' : course.reply === null ? 'none' : 'replied',
    dueOn: explanation.due,
    faults: isLate ? ['replied-late'] : [],
    explanation,
  };
}

function missingYearOf(thrown: unknown): number | null {
  if (!(thrown instanceof AppError)) return null;
  if (thrown.code !== 'calendar.year-unknown' && thrown.code !== 'calendar.count-leaves-years') return null;
  return Number(thrown.details.year);
}

function stateWithout({ state, reply }: CaseCourse): CaseClock['state'] {
  if (state === 'completing') return 'awaiting-completion';
  if (state === 'consulting') return 'consulting';
  if (settledStates.includes(state)) return reply === null ? 'none' : 'replied';
  return 'running';
}

/** Whether silence has decided: the agency under Art. 32, consent under Art. 34. */
export function isSilent(clock: CaseClock, one: CourseConsultation, today: IsoDate): boolean {
  const due = clock.answerDue.get(one.number);
  return one.answeredOn === null && due !== undefined && today > due;
}

const words = {
  'zh-CN': {
    unconfirmed: '尚未与申请人确认收到（条例第三十一条），暂按送达当日起算；确认后从确认之日起算。',
    completing: '已告知申请人补正，答复期限自收到补正后的申请之日重新起算。',
    unknown: (year: number) => `${year} 年的放假安排尚未导入，期限无法算到头。请在设置的节假日中导入。`,
  },
  en: {
    unconfirmed:
      'Receipt is not yet confirmed with the applicant (Art. 31): counted from arrival for now, from the day of confirmation then.',
    completing:
      'Completion was asked for: the limit starts anew on the day the completed application arrives.',
    unknown: (year: number) =>
      `The holiday notice of ${year} is not loaded, so the limit cannot be counted to its end. Import it under Settings, Holidays.`,
  },
} as const satisfies Record<Language, object>;

/** Why it is due on its day: in a sentence first, then day by day. Empty where no limit runs. */
export function dueExplanation(clock: CaseClock, language: Language): string[] {
  const said = words[language];
  if (clock.missingYear !== null) return [said.unknown(clock.missingYear)];
  if (clock.state === 'awaiting-completion') return [said.completing];
  if (clock.explanation === null) return [];
  return [
    ...(clock.faults.includes('not-confirmed') ? [said.unconfirmed] : []),
    explanationSummary(clock.explanation, language),
    ...explanationLines(clock.explanation, language),
  ];
}

/** The last day that counts as due soon: so many working days ahead, or calendar days where the calendar ends. */
export function soonUntil(calendar: WorkingCalendar, today: IsoDate, workingDays = 3): IsoDate {
  try {
    return calendar.addWorkingDays(today, workingDays);
  } catch {
    return addDays(today, workingDays + 2);
  }
}
