// By when a matter, or a record that fulfils it, must be updated next: said only where the venue lets it be said.
import { CalendarClock } from 'lucide';
import { owedDateOf } from '#shared/catalogue/owed-dates.ts';
import { due } from '../i18n/due-words.ts';
import { formatDate } from '../i18n/format.ts';
import { now } from '../state/clock.ts';
import { useEngine } from '../state/engine-context.ts';
import { Icon } from './icon.tsx';
import { localToday } from './notice-facts.tsx';

/**
 * Of a record only a day that is over is worth a word: its own text does not change by being waited for. What is missing
 * ahead of another event does not make it old.
 */
export function DueNote({ matterId, isRecord }: { matterId: string | null; isRecord: boolean }) {
  const dates = useEngine().manifest.value?.owed;
  const owed = owedDateOf(dates, matterId, localToday(now.value));
  if (owed === null || (isRecord && (!owed.isPast || owed.isEvent))) return null;
  const date = formatDate(owed.on);
  return (
    <aside class={`due-note${owed.isPast ? ' due-note--past' : ''}`}>
      <Icon node={CalendarClock} />
      <div>
        <p>{due(wordsOf(owed), { date })}</p>
        {owed.isPast && <p class="due-note__line">{due('pastLine')}</p>}
      </div>
    </aside>
  );
}

function wordsOf({ isPast, isEvent }: { readonly isPast: boolean; readonly isEvent: boolean }) {
  if (isEvent) return isPast ? 'eventPast' : 'eventNext';
  return isPast ? 'past' : 'next';
}
