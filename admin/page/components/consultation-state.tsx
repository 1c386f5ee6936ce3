// Where a consultation stands, in one word, and how long there is.
import type { ConsultationRow } from '#shared/protocol/consultations-api.ts';
import { ct } from '../i18n/consultation-words.ts';

const looks: Readonly<Record<ConsultationRow['state'], string>> = {
  draft: '',
  planned: '',
  open: 'tag-good',
  closed: 'tag-warn',
  summarised: '',
};

export function ConsultationStateTag({ state }: { readonly state: ConsultationRow['state'] }) {
  return <span class={`tag ${looks[state]}`}>{ct(`state.${state}`)}</span>;
}

/** 还剩 12 天; empty unless it is open. */
export function leftWords({ daysLeft }: Pick<ConsultationRow, 'daysLeft'>): string {
  if (daysLeft === null) return '';
  return daysLeft === 0 ? ct('lastDay') : ct('daysLeft', { days: daysLeft });
}
