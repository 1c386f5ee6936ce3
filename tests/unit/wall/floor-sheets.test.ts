// The hall's floors on the wall: every place once, beside its plan, in lines that fit the panel.
import { describe, expect, it } from 'vitest';
import { composePages } from '#kiosk/screen/compose-pages.ts';
import { floorPages, placesOfFloor, placeUnits } from '#kiosk/screen/floor-sheets.ts';
import type { WallContent } from '#kiosk/screen/wall-content.ts';
import { measureWall, panelsOf, rowsIn } from '#kiosk/screen/wall-geometry.ts';
import type { WallPage } from '#kiosk/screen/wall-page.ts';
import type { Hall, HallFloor } from '#shared/catalogue/hall-plan.ts';
import { sampleHall } from '#shared/catalogue/sample-hall.ts';
import { FakeEngine } from '#tests/support/kiosk-fixture/fake-engine.ts';

const manifest = new FakeEngine('ready').manifest.value;
if (!manifest) throw new Error('the fixture has a manifest');
const [agency] = manifest.agencies;
if (!agency) throw new Error('the fixture has an agency');

function contentOf(hall: Hall | undefined): WallContent {
  if (!manifest || !agency) throw new Error('checked above');
  const { hall: _none, ...venue } = manifest.venue;
  return {
    manifest: { ...manifest, publicUrl: '', venue: hall === undefined ? venue : { ...venue, hall } },
    today: '2026-11-22',
    notices: [],
    newest: [],
    year: null,
    years: [],
    topics: [],
    guideAgencies: [{ name: agency.name, count: 57 }],
    windows: [],
    registers: [],
    isEstimate: false,
  };
}

const withAgency: Hall = {
  ...sampleHall,
  floors: sampleHall.floors.map((floor) => ({
    ...floor,
    areas: floor.areas.map((area) => (area.name === '社会保险' ? { ...area, agencyIds: [agency.id] } : area)),
  })),
};
const [first] = withAgency.floors as [HallFloor];

function pagesOf(hall: Hall | undefined, size: { width: number; height: number }): WallPage[] {
  const geometry = measureWall(size, false);
  const content = contentOf(hall);
  return composePages({ content, layout: 'hall', geometry, alertGeometry: geometry, pageSeconds: 12 });
}

describe('places of a floor › when they are listed', () => {
  const places = placesOfFloor(first, contentOf(withAgency));

  it('windows of one name for the same agencies are one line with all their numbers', () => {
    const insurance = places.filter(({ name }) => name === '社会保险');
    expect(insurance).toEqual([
      {
        kind: 'window',
        numbers: ['3', '4'],
        name: '社会保险',
        line: agency.shortName ?? agency.name,
        guides: 57,
      },
    ]);
  });

  it('windows come first, then rooms with what staff noted; what has a sign is on the plan alone', () => {
    const names = places.map(({ name }) => name);
    expect(names.indexOf('税务')).toBeLessThan(names.indexOf('咨询导办台'));
    expect(places.find(({ name }) => name === '自助办理区')?.line).toContain('24 小时');
    expect(names).not.toContain('卫生间');
    expect(names).not.toContain('等候区');
  });
});

describe.each([
  ['landscape', { width: 1920, height: 1080 }],
  ['portrait', { width: 1080, height: 1920 }],
])('layout of the hall › on a %s wall', (_name, size) => {
  const geometry = measureWall(size, false);
  const [box] = panelsOf(geometry, 'half');

  it('begins with the hours, and has every floor with each of its places on exactly one page', () => {
    const [hours, ...floors] = pagesOf(withAgency, size);
    expect(hours?.main.type).toBe('hall');
    for (const floor of withAgency.floors) {
      const own = floors.filter(({ main }) => main.type === 'floor-map' && main.floor.id === floor.id);
      const shown = own.flatMap(({ side }) => (side?.type === 'floor-places' ? side.places : []));
      expect(shown).toEqual(placesOfFloor(floor, contentOf(withAgency)));
    }
  });

  it('no page has more places than its panel has room for', () => {
    const most = rowsIn(box, placeUnits);
    for (const { side } of floorPages(contentOf(withAgency), box, 12)) {
      expect(side?.type === 'floor-places' ? side.places.length : 0).toBeLessThanOrEqual(most);
    }
  });

  it('days that differ stand beside the hours, and help does where there are none', () => {
    const spans = [{ from: '09:00', to: '12:00' }];
    const differing = { ...withAgency, exceptions: [{ date: '2026-12-28', spans, note: '检修' }] };
    expect(pagesOf(differing, size)[0]?.side).toEqual({ type: 'hall-days' });
    expect(pagesOf(undefined, size)[0]?.side?.type).not.toBe('hall-days');
  });

  it('a hall nobody has drawn shows its hours alone', () => {
    expect(pagesOf(undefined, size).map(({ main }) => main.type)).toEqual(['hall']);
  });
});
