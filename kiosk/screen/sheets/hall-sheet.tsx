// The hall itself: whether it is open now, when it is, where, and whom to call.

import { momentOf } from '#shared/catalogue/day-span.ts';
import { spellSpans, spellTime, weekdayName } from '#shared/catalogue/day-span-words.ts';
import type { ExceptionDay } from '#shared/catalogue/hall-plan.ts';
import {
  comingExceptions,
  type HallOpening,
  hallOpeningAt,
  hoursOn,
  localDay,
} from '#shared/catalogue/opening-days.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { displayOf } from '#shared/catalogue/venue-display.ts';
import { Lattice } from '../../components/lattice.tsx';
import { formatDate } from '../../i18n/format.ts';
import { language, t } from '../../i18n/translate.ts';
import { now } from '../../state/clock.ts';
import { phoneAddress } from '../phone-address.ts';
import { WallQr } from './wall-qr.tsx';

/** Days that differ which are told ahead. */
const mostComing = 3;
/** People of the contact list there is room for below them. */
const mostContacts = 3;

/** 开到 17:00, 明天 9:00 开门, with the reason staff gave for a day that differs; null when it never changes. */
function changeWords(found: HallOpening, at: Date): string | null {
  if (found.state === 'unknown') return null;
  if (found.state === 'open') return t('wall.openUntil', { time: spellTime(found.until) });
  if (found.next === null) return null;
  const { date, from, isToday } = found.next;
  const time = spellTime(from);
  if (isToday) return t('wall.opensAt', { time });
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const opens = new Date(year, month - 1, day, 12);
  const days = Math.round((opens.getTime() - new Date(at).setHours(12, 0, 0, 0)) / 86_400_000);
  if (days === 1) return t('wall.opensTomorrow', { time });
  // A weekday says which one only within the week.
  const name = days < 7 ? weekdayName(momentOf(opens).weekday, language.value) : formatDate(date);
  return t('wall.opensOn', { day: name, time });
}

/** Open or closed, in words; nothing where the venue has not said when it is open. */
function OpenNow({ venue }: { venue: VenueProfile }) {
  const at = now.value;
  const found = hallOpeningAt(at, displayOf(venue).opening, venue.hall?.exceptions ?? []);
  if (found.state === 'unknown') return null;
  const isOpen = found.state === 'open';
  const line = [changeWords(found, at), found.note].filter(Boolean).join(' · ');
  return (
    <div class={`side-block open-now ${isOpen ? 'is-open' : 'is-closed'}`}>
      <p class="side-block__large side-block__large--words">{t(isOpen ? 'wall.open' : 'wall.closed')}</p>
      <p class="side-block__line figures">{line}</p>
    </div>
  );
}

const spelledHours = (spans: ExceptionDay['spans']) =>
  spans.length === 0
    ? t('wall.closedAllDay')
    : spans.map(({ from, to }) => `${spellTime(from)}–${spellTime(to)}`).join('、');

/** The hours of this very day, holidays and the like included; nothing where nobody has said. */
function todayOf(venue: VenueProfile): string[] {
  const { opening } = displayOf(venue);
  const exceptions = venue.hall?.exceptions ?? [];
  if (opening.length === 0 && exceptions.length === 0) return [];
  const note = exceptions.find(({ date }) => date === localDay(now.value))?.note ?? '';
  return [[spelledHours(hoursOn(now.value, opening, exceptions)), note].filter(Boolean).join(' · ')];
}

/** The next days that differ from the usual hours. */
function comingDays(venue: VenueProfile): string[] {
  const today = localDay(now.value);
  return comingExceptions(now.value, venue.hall?.exceptions ?? [])
    .filter(({ date }) => date !== today)
    .slice(0, mostComing)
    .map(({ date, spans, note }) => [formatDate(date), spelledHours(spans), note].filter(Boolean).join(' '));
}

/** The hours staff entered as spans, else the words they wrote. */
function hoursOf(venue: VenueProfile): string[] {
  const spelled = spellSpans(displayOf(venue).opening, language.value);
  return spelled.length > 0 ? spelled : [venue.hours].filter((hours) => hours !== null);
}

interface Fact {
  readonly name: string;
  readonly lines: readonly (string | null)[];
}

function factsOf(venue: VenueProfile): Fact[] {
  const facts: Fact[] = [
    { name: t('wall.hours'), lines: hoursOf(venue) },
    { name: t('wall.address'), lines: [venue.address] },
    { name: t('wall.phone'), lines: [venue.phone] },
    { name: t('wall.supervision'), lines: [venue.supervisionPhone] },
  ];
  return facts.filter(({ lines }) => lines.some(Boolean));
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="hall-facts">
      {facts.map(({ name, lines }) => (
        <div class="hall-fact" key={name}>
          <dt>{name}</dt>
          {lines.filter(Boolean).map((line) => (
            <dd class="figures" key={line}>
              {line}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

export function HallSheet({ venue }: { venue: VenueProfile }) {
  return (
    <>
      <h2 class="sheet-title">{t('wall.hall')}</h2>
      <OpenNow venue={venue} />
      <Facts facts={factsOf(venue)} />
    </>
  );
}

/** This day's hours with their reason, the next days that differ, and whom to call. */
export function HallDaysSheet({ venue }: { venue: VenueProfile }) {
  const contacts = (venue.hall?.contacts ?? []).slice(0, mostContacts);
  const facts = [
    { name: t('wall.today'), lines: todayOf(venue) },
    { name: t('wall.exceptions'), lines: comingDays(venue) },
    { name: t('wall.contacts'), lines: contacts.map(({ name, phone }) => `${name}　${phone}`) },
  ];
  return (
    <>
      <h2 class="sheet-title">{t('wall.days')}</h2>
      <Facts facts={facts.filter(({ lines }) => lines.length > 0)} />
    </>
  );
}

/** The short form for the side: open or not, the hours, the phone, the code. */
export function HallSide({ venue, publicUrl }: { venue: VenueProfile; publicUrl: string }) {
  const address = phoneAddress(publicUrl);
  const facts = factsOf(venue);
  return (
    <>
      <Lattice />
      <h2 class="visually-hidden">{t('wall.hall')}</h2>
      <OpenNow venue={venue} />
      <Facts facts={address ? facts.slice(0, 1) : facts} />
      {address && <WallQr address={address} words={t('wall.scanAll')} />}
    </>
  );
}
