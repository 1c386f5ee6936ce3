// Puts the pages of a layout together from what the release holds: never none, and none that is empty.

import { recordKinds } from '#shared/catalogue/record.ts';
import type { WallLayout } from '#shared/catalogue/venue-display.ts';
import { t } from '../i18n/translate.ts';
import { emergenciesOf, type NoticePaging, noticePages, secondsFor } from './compose-notices.ts';
import { floorPages } from './floor-sheets.ts';
import { phoneAddress } from './phone-address.ts';
import { registerSheets } from './register-sheets.ts';
import type { WallContent } from './wall-content.ts';
import { panelsOf, rowsIn, type Split, type WallGeometry } from './wall-geometry.ts';
import type { Sheet, WallPage } from './wall-page.ts';

/** Heights of one line of each sheet, in units. */
const lineUnits = { ranking: 7.6, board: 7.6, newest: 14.6, windows: 14, agencies: 10.4 } as const;
/** Notices the mixed layout takes in before it turns to figures. */
const mixedNotices = 6;
/** And sheets of each kind from registers. */
const mixedRegisters = 3;
const mostListPages = 4;

export interface Composition {
  readonly content: WallContent;
  readonly layout: WallLayout;
  readonly geometry: WallGeometry;
  /** Without strips: an emergency's own pages need none. */
  readonly alertGeometry: WallGeometry;
  readonly pageSeconds: number;
}

type Counts = Pick<WallContent, 'year' | 'years' | 'topics' | 'guideAgencies' | 'isEstimate'>;

function rankings({ year, guideAgencies, isEstimate }: Counts, rows: number): Sheet[] {
  const ofYear = {
    type: 'ranking',
    year: year?.year ?? null,
    isEstimate: year?.isEstimate ?? false,
  } as const;
  const all: Sheet[] = [
    { ...ofYear, subject: 'agencies', lines: (year?.agencies ?? []).slice(0, rows) },
    { ...ofYear, subject: 'topics', lines: (year?.topics ?? []).slice(0, rows) },
    { type: 'ranking', subject: 'guides', lines: guideAgencies.slice(0, rows), year: null, isEstimate },
  ];
  // A ranking of one is none.
  return all.filter((sheet) => sheet.type === 'ranking' && sheet.lines.length > 1);
}

function charts({ manifest, years, topics, isEstimate }: WallContent, rows: number): Sheet[] {
  // Registers are told by their own figures, and their rows would dwarf all else.
  const kinds = recordKinds
    .filter((kind) => kind !== 'entry' && kind !== 'register')
    .map((kind) => ({ name: t(`kind.${kind}`), count: manifest.byKind[kind] }))
    .filter(({ count }) => count > 0);
  const all: Sheet[] = [
    { type: 'year-chart', subject: 'years', lines: years, year: null, isEstimate },
    { type: 'pane-chart', subject: 'kinds', lines: kinds, year: null, isEstimate: false },
    { type: 'ranking', subject: 'allTopics', lines: topics.slice(0, rows), year: null, isEstimate },
  ];
  return all.filter((sheet) => 'lines' in sheet && sheet.lines.length > 1);
}

function newest({ newest: records }: WallContent, rows: number): Sheet[] {
  return records.length === 0 ? [] : [{ type: 'newest', records: records.slice(0, rows) }];
}

/** What everybody may know of use and answers; of agencies those something can be told of, the quickest first. */
function publicFigures({ manifest: { publicFigures: figures } }: WallContent, rows: number): Sheet[] {
  if (!figures) return [];
  const { asOf, months, cases } = figures;
  const told = (figures.board ?? []).filter(({ medianDays }) => medianDays !== null);
  const board = [...told].sort((a, b) => (a.medianDays ?? 0) - (b.medianDays ?? 0)).slice(0, rows);
  const isUsed = months.some(({ visits }) => visits !== 0) || cases !== null;
  return [
    ...(isUsed ? [{ type: 'figures' as const, figures }] : []),
    ...(board.length > 1 ? [{ type: 'board' as const, board, asOf }] : []),
  ];
}

/** A list in equal parts of at most `size`. */
function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.min(mostListPages, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** A list of one or two windows would send everybody to the wrong place. */
const fewestWindows = 3;

/** Windows where guides name them, else the agencies and how to reach them. */
function places({ windows, manifest }: WallContent, rows: (units: number) => number): Sheet[] {
  if (windows.length >= fewestWindows) {
    const parts = inParts(windows, rows(lineUnits.windows));
    return parts.map((part, index) => ({
      type: 'windows',
      windows: part,
      part: index + 1,
      parts: parts.length,
    }));
  }
  const agencies = [...manifest.agencies]
    .sort((a, b) => a.order - b.order)
    .map(({ name, address, phone }) => ({ name, line: [address, phone].filter(Boolean).join('　') }));
  const parts = inParts(agencies, rows(lineUnits.agencies));
  return parts.map((part, index) => ({
    type: 'agencies',
    agencies: part,
    part: index + 1,
    parts: parts.length,
  }));
}

const hasPhonePage = ({ manifest }: WallContent) => phoneAddress(manifest.publicUrl) !== null;

/** Two sheets a page; one that is left over has the page to itself. */
function inPairs(sheets: readonly Sheet[], seconds: number): WallPage[] {
  const pages: WallPage[] = [];
  for (let index = 0; index < sheets.length; index += 2) {
    const [main, side = null] = sheets.slice(index, index + 2);
    if (main) pages.push({ split: side ? 'half' : 'whole', main, side, seconds });
  }
  return pages;
}

function mixedPages(
  composition: Composition,
  paging: NoticePaging,
  rows: (units: number) => number,
): WallPage[] {
  const { content, geometry, pageSeconds } = composition;
  const [box] = panelsOf(geometry, 'side');
  const figures = [
    ...newest(content, rows(lineUnits.newest)),
    ...publicFigures(content, rows(lineUnits.board)),
    ...registerSheets(content, 'register-ranking', box).slice(0, mixedRegisters),
    ...registerSheets(content, 'register-chart', box).slice(0, mixedRegisters),
    ...rankings(content, rows(lineUnits.ranking)),
    ...charts(content, rows(lineUnits.ranking)),
  ];
  const sides: readonly Sheet[] = [{ type: 'hall-side' }, { type: hasPhonePage(content) ? 'phone' : 'how' }];
  const beside = figures.map((main, index): WallPage => {
    return { split: 'side', main, side: sides[index % sides.length] ?? null, seconds: pageSeconds };
  });
  const calm = content.notices.filter((notice) => !emergenciesOf([notice]).length).slice(0, mixedNotices);
  const pages = [...calm.flatMap((notice) => noticePages(notice, { ...paging, mostParts: 2 })), ...beside];
  // The floor one comes in by is enough among all else, and alone it would say that nothing is public.
  const floors = floorPages(content, panelsOf(geometry, 'half')[0], pageSeconds);
  return pages.length === 0 ? [] : [...pages, ...floors.slice(0, 1)];
}

function guidePages(content: WallContent, seconds: number, rows: (units: number) => number): WallPage[] {
  const phone: Sheet[] = hasPhonePage(content) ? [{ type: 'phone' }] : [];
  const figures = publicFigures(content, rows(lineUnits.board));
  return inPairs(
    [{ type: 'hall' }, ...phone, { type: 'how' }, ...figures, ...places(content, rows)],
    seconds,
  );
}

/** The hall alone: when it is open and whom to call, then floor by floor. */
function hallPages(composition: Composition): WallPage[] {
  const { content, geometry, pageSeconds } = composition;
  const [half] = panelsOf(geometry, 'half');
  const { hall, display } = content.manifest.venue;
  const areDaysKnown = (display?.opening.length ?? 0) + (hall?.exceptions.length ?? 0) > 0;
  const other: Sheet = hasPhonePage(content) ? { type: 'phone' } : { type: 'how' };
  const side: Sheet = areDaysKnown ? { type: 'hall-days' } : other;
  return [
    { split: 'half', main: { type: 'hall' }, side, seconds: pageSeconds },
    ...floorPages(content, half, pageSeconds),
  ];
}

/**
 * The pages of `layout` in their order, at least one. Emergencies come first in every layout; where the layout's own
 * content is missing, the hall guide stands in, for a venue always has a name.
 */
export function composePages(composition: Composition): WallPage[] {
  const { content, layout, geometry, alertGeometry, pageSeconds } = composition;
  const paging: NoticePaging = { geometry, pageSeconds, mostParts: 4 };
  const alertPaging: NoticePaging = { geometry: alertGeometry, pageSeconds, mostParts: 2 };
  const rowsOf = (split: Split) => (units: number) => rowsIn(panelsOf(geometry, split)[0], units);
  const half = rowsOf('half');
  const [halfBox] = panelsOf(geometry, 'half');
  const alerts = emergenciesOf(content.notices).flatMap((notice) => noticePages(notice, alertPaging));
  const own: Record<WallLayout, () => WallPage[]> = {
    mixed: () => mixedPages(composition, paging, rowsOf('side')),
    notices: () => {
      const calm = content.notices.filter((notice) => emergenciesOf([notice]).length === 0);
      return calm.flatMap((notice) => noticePages(notice, paging));
    },
    rankings: () =>
      inPairs(
        [
          ...registerSheets(content, 'register-ranking', halfBox),
          ...rankings(content, half(lineUnits.ranking)),
          ...newest(content, half(lineUnits.newest)),
        ],
        pageSeconds,
      ),
    charts: () =>
      inPairs(
        [...registerSheets(content, 'register-chart', halfBox), ...charts(content, half(lineUnits.ranking))],
        pageSeconds,
      ),
    guide: () => [...guidePages(content, pageSeconds, half), ...floorPages(content, halfBox, pageSeconds)],
    hall: () => hallPages(composition),
  };
  const pages = own[layout]();
  const nothing: WallPage = {
    split: 'side',
    main: { type: 'nothing' },
    side: { type: 'hall-side' },
    seconds: secondsFor(0, pageSeconds),
  };
  const shown = pages.length > 0 ? pages : [nothing];
  return [...alerts, ...shown];
}
