// Quiet hours: a dark wall with a dim clock that never stands in one place for long.
import { formatDay, formatTime, formatWeekday } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';

/** Steps across and down that share no divisor with the steps an hour has, so that every place gets its turn. */
const places = { across: 7, down: 5 } as const;

/** Where the clock stands in a minute, as shares of the room left around it. */
export function placeInMinute(minute: number): { readonly left: number; readonly top: number } {
  return {
    left: ((minute * 3) % places.across) / (places.across - 1),
    top: ((minute * 2) % places.down) / (places.down - 1),
  };
}

export function QuietScreen() {
  const at = now.value;
  const { left, top } = placeInMinute(Math.floor(at.getTime() / 60_000));
  return (
    <main class="quiet" style={{ '--quiet-left': left, '--quiet-top': top }}>
      <h1 class="quiet__clock">
        <time dateTime={formatTime(at)}>{formatTime(at)}</time>
        <span class="quiet__date">
          {t('app.date', { day: formatDay(at, false), weekday: formatWeekday(at) })}
        </span>
      </h1>
    </main>
  );
}
