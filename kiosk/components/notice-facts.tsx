// A notice's urgency, its period with the days that are left, and where to object or ask.
import { CalendarClock, Siren } from 'lucide';
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { FactTable } from './fact-table.tsx';
import { Icon } from './icon.tsx';

const dayMs = 86_400_000;

/** Days from `today` to `date`, both calendar dates; negative when it is past. Null when it is no whole date. */
export function daysUntil(date: string, today: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const days = (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs;
  return Number.isFinite(days) ? days : null;
}

/** Today's date on the terminal, `YYYY-MM-DD`. */
export function localToday(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function periodState(
  { startsOn, endsOn }: NoticeDetails,
  today: string,
): { words: string; tone: string } | null {
  const toStart = startsOn === null ? null : daysUntil(startsOn, today);
  if (toStart !== null && toStart > 0) return { words: t('notice.notStarted'), tone: 'waiting' };
  const toEnd = endsOn === null ? null : daysUntil(endsOn, today);
  if (toEnd === null) return null;
  if (toEnd < 0) return { words: t('notice.ended'), tone: 'ended' };
  const words = toEnd === 0 ? t('notice.lastDay') : t('notice.daysLeft', { days: toEnd });
  return { words, tone: toEnd <= 3 ? 'soon' : 'open' };
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
  return (
    <>
      {details.level !== 'ordinary' && (
        <p class={`urgency urgency--${details.level}`}>
          <Icon node={Siren} />
          {t(`notice.${details.level}`)}
        </p>
      )}
      <Period details={details} />
      {details.contact && (
        <FactTable facts={[{ name: t('notice.contact'), value: details.contact, isWide: true }]} />
      )}
    </>
  );
}
