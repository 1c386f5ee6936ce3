// What surrounds every page of the wall: whose hall it is, the time, emergencies, and how fresh the content is.
import { CloudOff, Siren, TriangleAlert } from 'lucide';
import { displayOf } from '#shared/catalogue/venue-display.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { Emblem } from '../components/emblem.tsx';
import { Icon } from '../components/icon.tsx';
import { formatDate, formatDay, formatInstant, formatTime, formatWeekday } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { useEngine } from '../state/engine-context.ts';
import { viewport } from '../state/screen-units.ts';
import { rowsOf } from './page-text.ts';
import { publishedOn } from './select-notices.ts';
import { SheetView } from './sheets/sheet-view.tsx';
import { WaitingStates } from './waiting-states.tsx';
import {
  alertFrame,
  footerOf,
  frame,
  lineHeights,
  measureWall,
  noticeFrame,
  noticeTypes,
  panelsOf,
  typeSizes,
  type WallGeometry,
} from './wall-geometry.ts';
import type { Shown } from './wall-loop.ts';

/** The picture wanders by a few points over the turns, so that no edge is burnt into the glass. */
const wander: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
];

/** Measures and type sizes for the styles, from the one place that also cuts the texts. */
function measures({ isPortrait }: WallGeometry, turn: number): Record<string, string | number> {
  const [x, y] = wander[Math.floor(turn / 3) % wander.length] ?? [0, 0];
  const units = (value: number) => `calc(var(--wall) * ${value})`;
  return {
    '--edge-room': units(frame.edge),
    '--header': units(frame.header),
    '--footer': units(footerOf(isPortrait)),
    '--strip': units(frame.strip),
    '--between': units(frame.gap),
    '--half-gap': units(frame.halfGap),
    '--alert-inside': units(alertFrame.inside),
    '--alert-code': units(alertFrame.code),
    '--alert-beside': units(alertFrame.beside),
    '--above': units(noticeFrame.above),
    '--below-title': units(noticeFrame.belowTitle),
    '--below': units(noticeFrame.below),
    '--line-title': lineHeights.title,
    '--line-text': lineHeights.text,
    '--side-size': units(isPortrait ? frame.sideLow : frame.side),
    '--type-title': units(typeSizes.title),
    '--type-text': units(typeSizes.text),
    '--type-large-title': units(noticeTypes.large.title),
    '--type-large-text': units(noticeTypes.large.text),
    '--type-middle-title': units(noticeTypes.middle.title),
    '--type-middle-text': units(noticeTypes.middle.text),
    '--type-second': units(typeSizes.second),
    '--type-alert': units(typeSizes.alert),
    '--type-alert-text': units(typeSizes.alertText),
    '--shift-x': units(x * 0.5),
    '--shift-y': units(y * 0.5),
  };
}

function Header() {
  const venue = useEngine().manifest.value?.venue;
  const time = now.value;
  return (
    <header class="wall-header">
      <Emblem text={displayOf(venue).emblem} />
      <div class="wall-header__names">
        <h1 class="wall-header__venue" lang="zh-CN">
          {venue?.name || t('app.name')}
        </h1>
        <p class="wall-header__subtitle">{t('app.subtitle', { region: venue?.region ?? '' })}</p>
      </div>
      <div class="wall-header__time">
        <p class="wall-header__date">
          <span>{formatDay(time, false)}</span> <span>{formatWeekday(time)}</span>
        </p>
        <time class="wall-header__clock figures" dateTime={formatTime(time)}>
          {formatTime(time)}
        </time>
      </div>
    </header>
  );
}

/** Titles that fill more than one row of the strip are set smaller, over two. */
const stripRow = { size: 4.6, besides: 38 } as const;

function Strip({ strip, width }: { strip: NonNullable<Shown['strip']>; width: number }) {
  const { notice, place, total } = strip;
  const { title } = notice.record;
  const isLong = rowsOf(title, (width - stripRow.besides) / stripRow.size) > 1;
  return (
    <section class={`wall-strip ${isLong ? 'is-long' : ''}`} aria-label={t('notice.emergency')}>
      <Icon node={Siren} />
      <span class="wall-strip__level">{t('wall.notice.emergency')}</span>
      <strong class="wall-strip__title" lang="zh-CN">
        {title}
      </strong>
      {total > 1 && (
        <span class="wall-strip__place figures">{t('wall.place.short', { page: place, pages: total })}</span>
      )}
    </section>
  );
}

function Status({ shown }: { shown: Shown | null }) {
  const status = useEngine().status.value;
  const asOf = shown?.content.manifest.publishedAt ?? status.contentAsOf;
  return (
    <div class="wall-status" role="status" aria-label={t('status.label')}>
      <span>{asOf ? t('status.asOf', { when: formatInstant(asOf, now.value) }) : t('status.empty')}</span>
      {status.isMetadataExpired && (
        <span class="wall-status__word wall-status__word--stale">
          <Icon node={TriangleAlert} />
          {t('status.expired')}
        </span>
      )}
      {!status.isHubReachable && (
        <span class="wall-status__word">
          <Icon node={CloudOff} />
          {t('status.offline')}
        </span>
      )}
    </div>
  );
}

/** One of the newest at a time, for as long as a page stays: it changes, it never runs. */
function Ticker({ shown }: { shown: Shown }) {
  const { newest } = shown.content;
  const record = newest[shown.turn % Math.max(1, newest.length)];
  if (!record) return null;
  return (
    <p class="wall-ticker">
      <span class="wall-ticker__label">{t('wall.newest')}</span>
      <span class="wall-ticker__title" lang="zh-CN">
        {record.title}
      </span>
      <span class="wall-ticker__date figures">{formatDate(publishedOn(record))}</span>
    </p>
  );
}

function Body({ shown }: { shown: Shown }) {
  const { page, geometry, content } = shown;
  const [mainBox, sideBox] = panelsOf(geometry, page.split);
  const MainTag = page.split === 'half' ? 'section' : 'article';
  // Panel and side change places every hour, for the glass's sake.
  const isTurned = now.value.getHours() % 2 === 1 && page.split === 'side' && !geometry.isPortrait;
  return (
    <main class={`wall-body wall-body--${page.split} ${isTurned ? 'is-turned' : ''}`}>
      <MainTag class={`wall-panel wall-panel--${page.main.type}`} key={`${shown.turn}`}>
        <SheetView sheet={page.main} content={content} box={mainBox} />
      </MainTag>
      {page.side && (
        <section class={`wall-panel wall-panel--${page.side.type} ${page.split === 'side' ? 'is-side' : ''}`}>
          <SheetView sheet={page.side} content={content} box={sideBox} isSide={page.split === 'side'} />
        </section>
      )}
    </main>
  );
}

export function WallFrame({ shown, problem }: { shown: Shown | null; problem: AppError | null }) {
  const geometry = shown?.geometry ?? measureWall(viewport.value, false);
  const shape = geometry.isPortrait ? 'is-portrait' : 'is-landscape';
  const strip = shown?.strip ?? null;
  return (
    <div
      class={`wall ${shape} ${strip ? 'has-emergency' : ''}`}
      data-layout={shown?.layout}
      data-turn={shown?.turn}
      style={measures(geometry, shown?.turn ?? 0)}
    >
      <Header />
      {strip && <Strip strip={strip} width={geometry.body.width} />}
      {shown ? <Body shown={shown} /> : <WaitingStates problem={problem} />}
      <footer class="wall-footer">
        <Status shown={shown} />
        {shown && <Ticker shown={shown} />}
        {shown && shown.pages > 1 && (
          <span
            class="wall-footer__place figures"
            role="img"
            aria-label={t('wall.place', { page: shown.index + 1, pages: shown.pages })}
          >
            {t('wall.place.short', { page: shown.index + 1, pages: shown.pages })}
          </span>
        )}
      </footer>
    </div>
  );
}
