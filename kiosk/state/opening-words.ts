// Whether the hall is open now, in a few words for whoever stands before it.
import { momentOf, openingAt } from '#shared/catalogue/day-span.ts';
import type { DaySpan } from '#shared/catalogue/venue-display.ts';
import { t } from '../i18n/translate.ts';

/** Null where staff have not said when the hall is open. */
export function openingWords(opening: readonly DaySpan[], at: Date): string | null {
  const now = openingAt(opening, momentOf(at));
  if (now.state === 'unknown') return null;
  if (now.state === 'open') {
    return now.until === null ? t('opening.always') : t('opening.until', { time: now.until });
  }
  if (now.state === 'opens-later') return t('opening.later', { time: now.at });
  return t(now.wasOpenToday ? 'opening.over' : 'opening.closedToday');
}
