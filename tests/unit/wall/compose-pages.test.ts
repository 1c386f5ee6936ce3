// Pages put together: emergencies first, texts that fit and stay long enough, never a layout without a page.
import { describe, expect, test } from 'vitest';
import { secondsFor } from '#kiosk/screen/compose-notices.ts';
import { composePages } from '#kiosk/screen/compose-pages.ts';
import { phoneAddress, recordAddress } from '#kiosk/screen/phone-address.ts';
import type { WallContent } from '#kiosk/screen/wall-content.ts';
import { measureWall, panelsOf, typeSizes } from '#kiosk/screen/wall-geometry.ts';
import { wallLayouts } from '#shared/catalogue/venue-display.ts';
import { FakeEngine } from '#tests/support/kiosk-fixture/fake-engine.ts';
import { namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';

const manifest = new FakeEngine('ready').manifest.value;
if (!manifest) throw new Error('the fixture has a manifest');

const nothing: WallContent = {
  manifest: {
    ...manifest,
    byKind: { document: 0, guide: 0, notice: 0, matter: 0, page: 0, register: 0, entry: 0 },
  },
  today: '2026-11-22',
  notices: [],
  newest: [],
  year: null,
  years: [],
  topics: [],
  guideAgencies: [],
  windows: [],
  registers: [],
  isEstimate: false,
};
const emergency = { record: namedRecords.emergency.record, paragraphs: ['请立即转移。'] };
const calm = { record: namedRecords.notice.record, paragraphs: ['公示如下。'.repeat(400)] };

function pagesOf(content: WallContent, layout: (typeof wallLayouts)[number], pageSeconds = 12) {
  const size = { width: 1920, height: 1080 };
  const alertGeometry = measureWall(size, false);
  return composePages({ content, layout, geometry: measureWall(size, true), alertGeometry, pageSeconds });
}

describe('pages › of a layout', () => {
  test.each(wallLayouts)('%s › when there is nothing to show › one page says so', (layout) => {
    const pages = pagesOf(nothing, layout);
    expect(pages.length).toBeGreaterThan(0);
    if (layout !== 'guide' && layout !== 'hall')
      expect(pages.map(({ main }) => main.type)).toEqual(['nothing']);
  });

  test.each(wallLayouts)(
    '%s › when an emergency stands › it has the first page, over the whole body',
    (layout) => {
      const [first, second] = pagesOf({ ...nothing, notices: [emergency, calm] }, layout);
      expect(first).toMatchObject({ split: 'whole', main: { type: 'emergency' }, side: null });
      expect(second?.main.type).not.toBe('emergency');
    },
  );

  test('a long text › is paged up to a bound, and its last page says there is more', () => {
    const parts = pagesOf({ ...nothing, notices: [calm] }, 'notices').map(({ main }) => main);
    expect(parts).toHaveLength(4);
    expect(parts.map((part) => part.type === 'notice' && part.isCut)).toEqual([false, false, false, true]);
  });

  test('rankings and charts of a single line are left out', () => {
    const one = [{ name: '临溪区民政局', count: 3 }];
    const content = { ...nothing, year: { year: '2026', agencies: one, topics: one, isEstimate: false } };
    expect(pagesOf(content, 'rankings').map(({ main }) => main.type)).toEqual(['nothing']);
  });
});

describe('pages › how long they stay', () => {
  test.each([
    ['never shorter than the venue wants', 10, 12, 12],
    ['as long as reading takes', 240, 12, 43],
    ['but not for ever', 5_000, 12, 90],
    ['unless the venue wants that', 5_000, 120, 120],
  ])('%s', (_, characters, pageSeconds, seconds) => {
    expect(secondsFor(characters, pageSeconds)).toBe(seconds);
  });
});

describe('wall › measures', () => {
  test.each([
    [1920, 1080],
    [3840, 2160],
    [1080, 1920],
    [1366, 768],
    [1024, 768],
  ])('%i × %i › panels have room, also below an emergency', (width, height) => {
    for (const hasStrip of [false, true]) {
      const geometry = measureWall({ width, height }, hasStrip);
      for (const split of ['side', 'half'] as const) {
        const [main, side] = panelsOf(geometry, split);
        expect(Math.min(main.width, main.height, side.width, side.height)).toBeGreaterThan(25);
        expect(main.width).toBeLessThanOrEqual(geometry.body.width);
      }
    }
  });

  test('at 5 m a title takes 16 minutes of arc on a 55-inch display, and text does', () => {
    // The glass of a 55-inch 16:9 display is 685 mm high; an ideograph fills about 0.92 of its square.
    const minutesOf = (units: number) => (Math.atan((units * 6.85 * 0.92) / 5_000) * 180 * 60) / Math.PI;
    expect(minutesOf(typeSizes.title)).toBeGreaterThan(22);
    expect(minutesOf(typeSizes.text)).toBeGreaterThan(16);
  });
});

describe('wall › addresses for phones', () => {
  test.each([
    ['http://localhost:8080', null],
    ['http://127.0.0.1:8080', null],
    ['', null],
    ['http://hub.linxi.example:8080', 'http://hub.linxi.example:8080/m/'],
    ['http://192.168.3.7:8080', null],
  ])('%s', (publicUrl, address) => {
    expect(phoneAddress(publicUrl)).toBe(address);
  });

  test('a record has its code and version', () => {
    expect(recordAddress('https://a.example', { code: 'K7M2Q9X4', version: 3 })).toBe(
      'https://a.example/m/K7M2Q9X4-3',
    );
  });
});
