// A notice that asks people something, as the phone's pages read it from the release.
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { NoticeConsultation } from '#shared/consultations/consultation.ts';
import { type ConsultationStanding, standingAt } from '#shared/consultations/consultation-state.ts';
import { formatDate } from '../format.ts';
import type { PageContext } from '../page-context.ts';
import { consultText } from './consult-text.ts';

export interface Asked {
  readonly record: CatalogueRecord;
  readonly details: NoticeDetails;
  readonly consultation: NoticeConsultation;
  readonly standing: ConsultationStanding;
}

/** Null for what asks nothing. */
export function askedBy(record: CatalogueRecord | null, nowMs: number): Asked | null {
  const details = record?.details ?? null;
  if (record === null || details?.type !== 'notice' || details.consultation === undefined) return null;
  return { record, details, consultation: details.consultation, standing: standingAt(details, nowMs) };
}

/** 2026年11月20日 至 2026年12月20日 */
export function periodWords({ details }: Asked, { language }: PageContext): string {
  const words = consultText(language);
  return words.period(
    formatDate(details.startsOn ?? '', language),
    formatDate(details.endsOn ?? '', language),
  );
}

/** 还剩 12 天, 今天截止; null unless it is open. */
export function leftWords({ standing }: Asked, { language }: PageContext): string | null {
  const words = consultText(language);
  if (standing.state !== 'open') return null;
  return standing.daysLeft === 0 ? words.lastDay : words.daysLeft(standing.daysLeft ?? 0);
}
