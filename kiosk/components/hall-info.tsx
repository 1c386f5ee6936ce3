// When the hall is open, which days differ, and whom to call.
import { ChevronRight, CircleAlert, CircleCheck } from 'lucide';
import type { ExceptionDay, Hall } from '#shared/catalogue/hall-plan.ts';
import { findArea } from '#shared/catalogue/hall-plan.ts';
import { comingExceptions, hallOpeningAt } from '#shared/catalogue/opening-days.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { displayOf } from '#shared/catalogue/venue-display.ts';
import { formatDate } from '../i18n/format.ts';
import { hallWords } from '../i18n/hall-words.ts';
import { now } from '../state/clock.ts';
import { hallUrl } from '../state/hall-address.ts';
import { placeName } from '../state/hall-route-words.ts';
import { FactTable } from './fact-table.tsx';
import { Icon } from './icon.tsx';

const shownExceptions = 6;

/** 现在开放，到 17:00; null where staff have not said. */
function openingWords(venue: VenueProfile): { words: string; isOpen: boolean; note: string | null } | null {
  const { opening } = displayOf(venue);
  const found = hallOpeningAt(now.value, opening, venue.hall?.exceptions ?? []);
  if (found.state === 'unknown') return null;
  const { note } = found;
  if (found.state === 'open') {
    return { words: hallWords('openUntil', { until: found.until }), isOpen: true, note };
  }
  const { next } = found;
  if (next === null) return { words: hallWords('closed'), isOpen: false, note };
  const words = next.isToday
    ? hallWords('opensToday', { from: next.from })
    : hallWords('opensOn', { day: formatDate(next.date), from: next.from });
  return { words, isOpen: false, note };
}

function exceptionWords({ spans, note }: ExceptionDay): string {
  const hours =
    spans.length === 0 ? hallWords('closedAllDay') : spans.map(({ from, to }) => `${from}—${to}`).join('、');
  return note === '' ? hours : `${hours} · ${note}`;
}

export function HallHours({ venue }: { venue: VenueProfile }) {
  const opening = openingWords(venue);
  const exceptions = comingExceptions(now.value, venue.hall?.exceptions ?? []).slice(0, shownExceptions);
  if (opening === null && venue.hours === null && exceptions.length === 0) return null;
  return (
    <section class="hall-info">
      <h2 class="section-title">{hallWords('hours')}</h2>
      {opening && (
        <p class={opening.isOpen ? 'hall-open hall-open--yes' : 'hall-open'}>
          <Icon node={opening.isOpen ? CircleCheck : CircleAlert} />
          <strong>{opening.words}</strong>
          {opening.note && <span>{opening.note}</span>}
        </p>
      )}
      {venue.hours && <p lang="zh-CN">{venue.hours}</p>}
      {exceptions.length > 0 && (
        <>
          <h3 class="hall-place__title">{hallWords('exceptions')}</h3>
          <FactTable
            facts={exceptions.map((day) => ({ name: formatDate(day.date), value: exceptionWords(day) }))}
          />
        </>
      )}
    </section>
  );
}

export function HallContacts({ hall }: { hall: Hall | undefined }) {
  const contacts = hall?.contacts ?? [];
  return (
    <section class="hall-info">
      <h2 class="section-title">{hallWords('contacts')}</h2>
      {contacts.length > 0 && (
        <ul class="rows" aria-label={hallWords('contacts')}>
          {contacts.map(({ name, phone, areaId, note }) => {
            const found = hall && findArea(hall, areaId);
            return (
              <li key={`${name} ${phone}`} class="row hall-contact">
                <span lang="zh-CN">
                  {name}
                  {note && <span class="hall-contact__note">{note}</span>}
                </span>
                <span class="figures">{phone}</span>
                {found && (
                  <a class="chip" href={hallUrl({ place: found.area.id })}>
                    {found.floor.name} {placeName(found.area)}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p class="hall-links">
        <a class="section-more" href="/browse/agency">
          {hallWords('agencies')}
          <Icon node={ChevronRight} />
        </a>
        <a class="section-more" href="/about">
          {hallWords('about')}
          <Icon node={ChevronRight} />
        </a>
      </p>
    </section>
  );
}
