// A notice's urgency, its period with the days that are left, and where to object or ask.
import { CalendarClock, Siren } from 'lucide';
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import { periodStateOn } from '#shared/catalogue/notice-period.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { FactTable } from './fact-table.tsx';
import { Icon } from './icon.tsx';

/** Today's date on the terminal, `YYYY-MM-DD`. */
export function localToday(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** How the period stands to today, in words and as a tone; null where there is nothing to say. */
function periodState(details: NoticeDetails, today: string): { words: string; tone: string } | null {
  const period = periodStateOn(details, today);
  if (period === null) return null;
  if (period.state === 'waiting') return { words: t('notice.notStarted'), tone: 'waiting' };
  if (period.state === 'over') return { words: t('notice.ended'), tone: 'ended' };
  const { daysLeft } = period;
  const words = daysLeft === 0 ? t('notice.lastDay') : t('notice.daysLeft', { days: daysLeft });
  return { words, tone: daysLeft <= 3 ? 'soon' : 'open' };
}

/** `3月1日 至 3月10日`, or as much of it as is known; null when nothing is. */
export function periodWords({ startsOn, endsOn }: NoticeDetails): string | null {
  const from = startsOn && formatDate(startsOn);
  const to = endsOn && formatDate(endsOn);
  if (from && to) return t('notice.range', { from, to });
  if (from) return t('notice.from', { from });
  return to ? t('notice.until', { to }) : null;
}

function Period({ details }: { details: NoticeDetails }) {
  const words = periodWords(details);
  const state = periodState(details, localToday(now.value));
  if (words === null) return null;
  return (
    <p class={`period period--${state?.tone ?? 'open'}`}>
      <Icon node={CalendarClock} />
      <span class="period__name">{t('notice.period')}</span>
      <span class="figures">{words}</span>
      {state && <strong class="period__state">{state.words}</strong>}
    </p>
  );
}

export function NoticeFacts({ details }: { details: NoticeDetails }) {
  const facts = [
    { name: t('notice.objection'), value: details.objection ?? null, isWide: true },
    { name: t('notice.contact'), value: details.contact, isWide: true },
  ].filter((fact): fact is typeof fact & { value: string } => fact.value !== null);
  return (
    <>
      {details.level !== 'ordinary' && (
        <p class={`urgency urgency--${details.level}`}>
          <Icon node={Siren} />
          {t(`notice.${details.level}`)}
        </p>
      )}
      {details.consultation === undefined && <Period details={details} />}
      {facts.length > 0 && <FactTable facts={facts} />}
    </>
  );
}
