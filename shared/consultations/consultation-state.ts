// Where a consultation stands at a moment: by days of China, whatever clock or time zone the machine keeps.
import { chinaDate, dayNumber, type IsoDate } from '../calendar/civil-day.ts';
import type { NoticeDetails } from '../catalogue/details.ts';
import { daysUntil, periodStateOn } from '../catalogue/notice-period.ts';
import type { NoticeConsultation } from './consultation.ts';

/** planned 未开始 · open 进行中 · closed 已截止 · summarised 已公布结果. */
export const consultationStates = ['planned', 'open', 'closed', 'summarised'] as const;
export type ConsultationState = (typeof consultationStates)[number];

export interface ConsultationStanding {
  readonly state: ConsultationState;
  /** Whole days until the last day, 0 on the last day itself; null unless it is open. */
  readonly daysLeft: number | null;
}

type Period = Pick<NoticeDetails, 'startsOn' | 'endsOn'>;

/** How it stands at an instant; both its first and its last day belong to it as a whole. */
export function standingAt(period: Period, nowMs: number, isSummarised = false): ConsultationStanding {
  const today = chinaDate(nowMs);
  const running = periodStateOn(period, today);
  if (running?.state === 'running') return { state: 'open', daysLeft: running.daysLeft };
  if (running?.state === 'waiting' || running === null) return { state: 'planned', daysLeft: null };
  return { state: isSummarised ? 'summarised' : 'closed', daysLeft: null };
}

/** Days until it begins; null when it has, or nothing says when it does. */
export function daysToStart({ startsOn }: Period, nowMs: number): number | null {
  const days = startsOn === null ? null : daysUntil(startsOn, chinaDate(nowMs));
  return days !== null && days > 0 ? days : null;
}

/** Days the period runs, its first one not counted, as terms are counted (Civil Code 201). */
export function periodDays(startsOn: IsoDate, endsOn: IsoDate): number {
  return dayNumber(endsOn) - dayNumber(startsOn);
}

/** Drafts that affect businesses are open to comment for at least so many days. */
export const businessDays = 30;

/** What staff are told about a period; none of it stops them. */
export type PeriodWarning = 'business-too-short' | 'ends-on-rest-day' | 'year-unknown';

/** Whether a day is worked; throws or answers null where the year's holidays are not known. */
type IsWorked = (day: IsoDate) => boolean | null;

export function periodWarnings(
  period: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  { kind, affectsBusiness }: Pick<NoticeConsultation, 'kind' | 'affectsBusiness'>,
  isWorked: IsWorked,
): readonly PeriodWarning[] {
  const warnings: PeriodWarning[] = [];
  const isShort = periodDays(period.startsOn, period.endsOn) < businessDays;
  if (kind === 'comment' && affectsBusiness && isShort) warnings.push('business-too-short');
  const worked = isWorked(period.endsOn);
  if (worked === null) warnings.push('year-unknown');
  if (worked === false) warnings.push('ends-on-rest-day');
  return warnings;
}
