// The waiting screen: whose hall this is, the time, what is new in turn, and the invitation; dark in quiet hours.
import { Hand, Siren } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isWithin, momentOf } from '#shared/catalogue/day-span.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { displayOf } from '#shared/catalogue/venue-display.ts';
import { formatDay, formatInstant, formatTime, formatWeekday } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { type AttractContent, useAttractContent } from '../state/attract-cards.ts';
import { useWaking } from '../state/attract-waking.ts';
import { shiftAt } from '../state/burn-in.ts';
import { now } from '../state/clock.ts';
import { useEngine } from '../state/engine-context.ts';
import { openingWords } from '../state/opening-words.ts';
import { useTicker } from '../state/ticker.ts';
import { AttractCardView } from './attract-card.tsx';
import { Emblem } from './emblem.tsx';
import { Icon } from './icon.tsx';
import { Lattice } from './lattice.tsx';

/** How long one card stays, in milliseconds. */
const cardMs = 12_000;
/** Beats of the loop between two steps of its walk: one a minute. */
const beatsPerStep = 5;
/** How far everything walks from its drawn place, in millimetres. */
const walkReach = { x: 7, y: 12 };
/** In quiet hours the one thing on the glass walks over most of it, twice a minute: hundredths of the screen. */
const quietStepMs = 30_000;
const quietReach = { x: 18, y: 34 };

/** An element that stands `step` steps into its walk. */
function useWalk<Element extends HTMLElement>(step: number, reach: typeof walkReach) {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    const { x, y } = shiftAt(step, reach);
    element.current?.style.setProperty('--shift-x', `${x}`);
    element.current?.style.setProperty('--shift-y', `${y}`);
  }, [step, reach]);
  return element;
}

function Clock() {
  const time = now.value;
  const opening = openingWords(displayOf(useEngine().manifest.value?.venue).opening, time);
  return (
    <div class="attract__time">
      <time class="attract__clock figures" dateTime={formatTime(time)}>
        {formatTime(time)}
      </time>
      <p class="attract__day">
        {t('app.date', { day: formatDay(time, true), weekday: formatWeekday(time) })}
        {opening !== null && <strong class="attract__opening figures">{opening}</strong>}
      </p>
    </div>
  );
}

function Emergencies({ records }: { records: readonly CatalogueRecord[] }) {
  return records.map((record) => (
    <p key={record.id} class="attract__emergency">
      <Icon node={Siren} />
      <span>
        <strong>{t('notice.emergency')}</strong> <span lang="zh-CN">{record.title}</span>
      </span>
    </p>
  ));
}

function Cards({ content, beat }: { content: AttractContent; beat: number }) {
  const { cards } = content;
  const at = cards.length === 0 ? 0 : beat % cards.length;
  const card = cards[at];
  if (!card) return <p class="attract__card attract__line">{t('attract.preparing')}</p>;
  return (
    <div class="attract__cards">
      <AttractCardView key={card.kind} card={card} />
      <div class="attract__dots" aria-hidden="true">
        {cards.map(({ kind }, index) => (
          <span key={kind} class={index === at ? 'attract__dot attract__dot--on' : 'attract__dot'} />
        ))}
      </div>
    </div>
  );
}

function Awake({ content, onWake }: { content: AttractContent; onWake: () => void }) {
  const beat = useTicker(cardMs);
  const body = useWalk<HTMLDivElement>(Math.floor(beat / beatsPerStep), walkReach);
  const engine = useEngine();
  const venue = engine.manifest.value?.venue;
  const { contentAsOf } = engine.status.value;
  return (
    <>
      <Lattice />
      <div ref={body} class="attract__body">
        <header class="attract__head">
          <Emblem />
          <div>
            <p class="attract__venue" lang="zh-CN">
              {venue?.name || t('app.name')}
            </p>
            <p class="attract__line">{t('app.subtitle', { region: venue?.region ?? '' })}</p>
          </div>
        </header>
        <Clock />
        <div class="attract__middle">
          <Emergencies records={content.emergencies} />
          <Cards content={content} beat={beat} />
        </div>
        <footer class="attract__foot">
          <button type="button" class="attract__touch" onClick={onWake}>
            <Icon node={Hand} />
            {t('attract.touch')}
          </button>
          <p class="attract__line">{t('attract.touchLine')}</p>
          {contentAsOf !== null && (
            <p class="attract__as-of figures">
              {t('status.asOf', { when: formatInstant(contentAsOf, now.value) })}
            </p>
          )}
        </footer>
      </div>
    </>
  );
}

function Quiet({ content }: { content: AttractContent }) {
  const body = useWalk<HTMLDivElement>(useTicker(quietStepMs), quietReach);
  const time = now.value;
  return (
    <div ref={body} class="attract__night">
      <time class="attract__clock figures" dateTime={formatTime(time)}>
        {formatTime(time)}
      </time>
      <Emergencies records={content.emergencies} />
    </div>
  );
}

export function AttractLoop() {
  const content = useAttractContent();
  const [isLeaving, setIsLeaving] = useState(false);
  const wake = useWaking(() => setIsLeaving(true));
  const quiet = displayOf(useEngine().manifest.value?.venue).quiet;
  const isQuiet = isWithin(quiet, momentOf(now.value));
  useEffect(() => {
    // What had the focus lies below: keys are for waking now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);
  const classes = ['attract', isQuiet && 'attract--quiet', isLeaving && 'attract--leaving'];
  return (
    <section class={classes.filter(Boolean).join(' ')} aria-label={t('attract.label')}>
      {isQuiet ? <Quiet content={content} /> : <Awake content={content} onWake={wake} />}
    </section>
  );
}
