// The top of every screen: whose terminal this is, the time, and how fresh the content is. Nothing to touch.
import { displayOf } from '#shared/catalogue/venue-display.ts';
import { formatDay, formatTime, formatWeekday } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { useEngine } from '../state/engine-context.ts';
import { Emblem } from './emblem.tsx';
import { StatusLine } from './status-line.tsx';

export function ScreenHeader() {
  const venue = useEngine().manifest.value?.venue;
  const time = now.value;
  return (
    <header class="header">
      <Emblem text={displayOf(venue).emblem} />
      <div class="header__names">
        <p class="header__venue" lang="zh-CN">
          {venue?.name || t('app.name')}
        </p>
        <p class="header__subtitle">
          {venue?.region ? t('app.subtitle', { region: venue.region }) : t('app.subtitleAlone')}
        </p>
      </div>
      <div class="header__time">
        <time class="header__clock" dateTime={formatTime(time)}>
          {formatTime(time)}
        </time>
        <p class="header__date">
          {t('app.date', { day: formatDay(time, false), weekday: formatWeekday(time) })}
        </p>
      </div>
      <StatusLine />
    </header>
  );
}
