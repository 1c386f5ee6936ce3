// Where a case stands, and how much time it has left, in words beside the colour.
import { CircleAlert, CircleCheck, Clock, Pause } from 'lucide';
import type { CaseState } from '#shared/cases/case-kinds.ts';
import type { CaseRow } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { timeLeft } from '../state/case-time.ts';
import { today } from '../state/day.ts';
import { Icon } from './icon.tsx';

const looks: Readonly<Record<CaseState, string>> = {
  received: 'tag-warn',
  accepted: '',
  completing: 'tag-warn',
  consulting: '',
  answered: 'tag-good',
  closed: 'tag-good',
  moved: 'tag-plain',
  merged: 'tag-plain',
  withdrawn: 'tag-plain',
};

export function CaseStateTag({ state }: { readonly state: CaseState }) {
  return <span class={`tag ${looks[state]}`}>{t(`case.state.${state}`)}</span>;
}

type Timed = Pick<CaseRow, 'state' | 'dueOn' | 'isOverdue' | 'repliedOn'>;

/** Days left, past, or why none are counted. */
export function TimeLeftWords({ row }: { readonly row: Timed }) {
  const { standing, days } = timeLeft(row, today());
  switch (standing) {
    case 'over':
      return (
        <strong class="time-over">
          <Icon node={CircleAlert} /> {t('case.due.over', { days })}
        </strong>
      );
    case 'soon':
      return (
        <strong class="time-soon">
          <Icon node={Clock} /> {days === 0 ? t('case.due.today') : t('case.due.left', { days })}
        </strong>
      );
    case 'fine':
      return <span class="time-fine">{t('case.due.left', { days })}</span>;
    case 'waiting':
      return (
        <span class="time-fine">
          <Icon node={Pause} /> {t('case.due.waiting')}
        </span>
      );
    case 'done':
      return row.repliedOn === null ? null : (
        <span class="time-fine">
          <Icon node={CircleCheck} /> {t('case.due.repliedOn', { date: row.repliedOn })}
        </span>
      );
    default:
      return <span class="secondary">{t('case.due.none')}</span>;
  }
}
