// The hall itself: whether it is open now, when it is, where, and whom to call.

import { isWithin, momentOf } from '#shared/catalogue/day-span.ts';
import { spellSpans, spellTime, weekdayName } from '#shared/catalogue/day-span-words.ts';
import { nextChange } from '#shared/catalogue/span-change.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { type DaySpan, displayOf } from '#shared/catalogue/venue-display.ts';
import { Lattice } from '../../components/lattice.tsx';
import { language, t } from '../../i18n/translate.ts';
import { now } from '../../state/clock.ts';
import { phoneAddress } from '../phone-address.ts';
import { WallQr } from './wall-qr.tsx';

/** 到 17:00, 明天 9:00 开门; null when it never changes. */
function changeWords(opening: readonly DaySpan[], at: Date, isOpen: boolean): string | null {
  const change = nextChange(opening, momentOf(at));
  if (!change) return null;
  const [time, day] = [spellTime(change.time), weekdayName(change.weekday, language.value)];
  if (isOpen) {
    return change.daysAhead === 0 ? t('wall.openUntil', { time }) : t('wall.openUntilDay', { day, time });
  }
  if (change.daysAhead === 0) return t('wall.opensAt', { time });
  return change.daysAhead === 1 ? t('wall.opensTomorrow', { time }) : t('wall.opensOn', { day, time });
}

/** Open or closed, in words; nothing where the venue has not said when it is open. */
function OpenNow({ venue }: { venue: VenueProfile }) {
  const { opening } = displayOf(venue);
  if (opening.length === 0) return null;
  const isOpen = isWithin(opening, momentOf(now.value));
  return (
    <div class={`side-block open-now ${isOpen ? 'is-open' : 'is-closed'}`}>
      <p class="side-block__large side-block__large--words">{t(isOpen ? 'wall.open' : 'wall.closed')}</p>
      <p class="side-block__line figures">{changeWords(opening, now.value, isOpen)}</p>
    </div>
  );
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
  const facts = [
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
