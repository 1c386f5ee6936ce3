// Beside a notice: how long people may still object, where, and the code that takes it home.
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import { daysUntil } from '#shared/catalogue/notice-period.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { Lattice } from '../../components/lattice.tsx';
import { localToday } from '../../components/notice-facts.tsx';
import { formatDate, formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/translate.ts';
import { now } from '../../state/clock.ts';
import { keepNumbers } from '../page-text.ts';
import { recordAddress } from '../phone-address.ts';
import { publishedOn } from '../select-notices.ts';
import type { WallNotice } from '../wall-content.ts';
import { WallQr } from './wall-qr.tsx';

interface Period {
  readonly label: string;
  /** Days, where they are counted; words otherwise. */
  readonly days: number | null;
  readonly words: string | null;
  readonly range: string | null;
}

/** 11月27日, with its year only where that is not this one: the side is narrow. */
function dayWords(date: string, at: Date): string {
  const day = new Date(`${date}T00:00`);
  return formatDay(day, day.getFullYear() !== at.getFullYear());
}

function rangeOf({ startsOn, endsOn }: NoticeDetails, at: Date): string | null {
  if (!endsOn) return null;
  const to = dayWords(endsOn, at);
  return startsOn
    ? t('wall.period.range', { from: dayWords(startsOn, at), to })
    : t('wall.period.until', { to });
}

/** What the days that are left are left for. */
const leftLabels = {
  comment: 'wall.period.comment',
  objection: 'wall.period.left',
  hearing: 'wall.period.hearing',
} as const;

/** What the period of a notice says; null when it has none. */
function periodOf(details: NoticeDetails | null, at: Date): Period | null {
  if (!details) return null;
  const today = localToday(at);
  const range = rangeOf(details, at);
  const toStart = details.startsOn ? daysUntil(details.startsOn, today) : null;
  if (toStart !== null && toStart > 0)
    return { label: t('wall.period.starts'), days: toStart, words: null, range };
  const toEnd = details.endsOn ? daysUntil(details.endsOn, today) : null;
  if (toEnd === null || toEnd < 0) return null;
  if (toEnd === 0)
    return { label: t('wall.period.last'), days: null, words: t('wall.period.lastDay'), range };
  return { label: t(leftLabels[details.consultation?.kind ?? 'objection']), days: toEnd, words: null, range };
}

function Countdown({ period }: { period: Period }) {
  return (
    <div class="side-block">
      <p class="side-block__label">{period.label}</p>
      <p class="side-block__large">
        {period.days === null ? (
          period.words
        ) : (
          <>
            <span class="side-block__figure figures">{period.days}</span> {t('wall.period.days')}
          </>
        )}
      </p>
      {period.range && <p class="side-block__line figures">{period.range}</p>}
    </div>
  );
}

interface Props {
  readonly notice: WallNotice;
  readonly publicUrl: string;
  readonly venue: VenueProfile;
}

export function NoticeSide({ notice: { record }, publicUrl, venue }: Props) {
  const details = record.details?.type === 'notice' ? record.details : null;
  const period = periodOf(details, now.value);
  const address = recordAddress(publicUrl, record);
  // Beside a notice people read what they may do about it: objecting comes before asking.
  const contact = details?.objection ?? details?.contact ?? venue.phone;
  return (
    <>
      <Lattice />
      {period ? (
        <Countdown period={period} />
      ) : (
        <div class="side-block">
          <p class="side-block__label">{t('wall.period.none')}</p>
          <p class="side-block__large side-block__large--words">{formatDate(publishedOn(record))}</p>
        </div>
      )}
      {contact && (
        <div class="side-block side-block--contact">
          <p class="side-block__label">{t(details?.objection ? 'notice.objection' : 'wall.contact')}</p>
          <p class="side-block__text" lang="zh-CN">
            {keepNumbers(contact)}
          </p>
        </div>
      )}
      {address && <WallQr address={address} words={t('wall.scanNotice')} />}
    </>
  );
}
