// Registers on the wall: as many places as there is room for, each sheet where staff put its like.
import { expect, test } from 'vitest';
import { composePages } from '#kiosk/screen/compose-pages.ts';
import { indexOf } from '#kiosk/screen/page-order.ts';
import { registerSheets } from '#kiosk/screen/register-sheets.ts';
import type { WallContent, WallRegister } from '#kiosk/screen/wall-content.ts';
import { measureWall, panelsOf } from '#kiosk/screen/wall-geometry.ts';
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import type { RegisterDetails, RegisterView } from '#shared/catalogue/register.ts';
import type { WallLayout } from '#shared/catalogue/venue-display.ts';
import { makeRecord } from '#tests/support/catalogue-records.ts';
import { FakeEngine } from '#tests/support/kiosk-fixture/fake-engine.ts';

const geometry = measureWall({ width: 1920, height: 1080 }, false);
const [half] = panelsOf(geometry, 'half');

function register(id: string, views: readonly RegisterView[], title = id): WallRegister {
  const details: RegisterDetails = {
    type: 'register',
    ...{ template: null, period: null, columns: [], facets: [], entries: 9, views, notes: [] },
  };
  return { record: makeRecord({ id, kind: 'register', title, details }), details };
}

const ranking = (count: number): RegisterView => ({
  view: 'ranking',
  ...{ valueTitle: '件数', unit: '件' },
  rows: Array.from({ length: count }, (_, at) => ({
    ...{ place: at + 1, label: `第${at + 1}家`, value: 100 - at, movement: null },
  })),
});

const model: ChartModel = {
  type: 'bar',
  ...{ title: '图', unit: null, categories: ['甲', '乙', '丙'] },
  series: [{ name: '数', values: [1, 3, 2] }],
};
const chart: RegisterView = { view: 'chart', chart: model };

function placesOf(own: WallRegister): number[] {
  return registerSheets({ registers: [own] }, 'register-ranking', half).flatMap((sheet) =>
    sheet.type === 'register-ranking' ? sheet.rows.map(({ place }) => place) : [],
  );
}

test('a ranking › the first places that have room, fewer below a title of two rows', () => {
  const places = placesOf(register('榜', [ranking(40)]));
  expect(places).toEqual(places.map((_, at) => at + 1));
  expect(places.length).toBeGreaterThanOrEqual(5);
  const twoRows = register('榜', [ranking(40)], '消费投诉和举报处理情况每周排行与升降');
  expect(placesOf(twoRows)).toHaveLength(places.length - 1);
});

test('a ranking › says how many places there are', () => {
  const [sheet] = registerSheets({ registers: [register('榜', [ranking(40)])] }, 'register-ranking', half);
  expect(sheet).toMatchObject({ all: 40 });
});

test('a ranking of one › is none', () => {
  expect(placesOf(register('榜', [ranking(1)]))).toEqual([]);
});

function pagesOf(layout: WallLayout, registers: readonly WallRegister[]) {
  const manifest = new FakeEngine('ready').manifest.value;
  if (!manifest) throw new Error('the fixture has a manifest');
  const { hall: _plans, ...venue } = manifest.venue;
  const byKind = { document: 0, guide: 0, notice: 0, matter: 0, page: 0, register: 1, entry: 0 };
  const content: WallContent = {
    ...{ manifest: { ...manifest, venue, byKind }, today: '2026-11-22', notices: [], newest: [], year: null },
    ...{ years: [], topics: [], guideAgencies: [], windows: [], registers, isEstimate: false },
  };
  return composePages({ content, layout, geometry, alertGeometry: geometry, pageSeconds: 12 });
}

test.each([
  ['rankings', ['register-ranking']],
  ['charts', ['register-chart']],
  ['mixed', ['register-ranking', 'register-chart']],
  ['notices', ['nothing']],
] as const)('%s › registers stand where staff put their like', (layout, types) => {
  const pages = pagesOf(layout, [register('甲', [ranking(5), chart])]);
  expect(pages.map(({ main }) => main.type)).toEqual(types);
});

test('mixed › many registers do not drown the rest', () => {
  const many = Array.from({ length: 8 }, (_, at) => register(`r${at}`, [ranking(5), chart]));
  expect(pagesOf('mixed', many)).toHaveLength(6);
});

test('two charts of one register › turning goes on from the one that was shown', () => {
  const pages = pagesOf('mixed', [register('甲', [chart, chart])]);
  const [, second] = pages;
  if (second === undefined) throw new Error('two pages');
  expect(indexOf(pages, { page: second, index: 0 })).toBe(1);
});
