// Counts as the wall shows them: named, ordered, bounded, and shares that add up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countedAgencies,
  countedValues,
  countedYears,
  placesOf,
  windowsOf,
} from '#kiosk/screen/count-content.ts';
import { paneCount, sharePanes } from '#kiosk/screen/share-panes.ts';
import { makeRecord, namedRecords } from '#tests/support/kiosk-fixture/fixture-records.ts';
import { agencies } from '#tests/support/kiosk-fixture/venue.ts';

describe('counts › lines', () => {
  test('the largest first, without what is not stated', () => {
    const facet = [
      { value: '', count: 90 },
      { value: '综合政务', count: 3 },
      { value: '卫生、体育', count: 7 },
      { value: '民族、宗教', count: 0 },
    ];
    expect(countedValues(facet)).toEqual([
      { name: '卫生、体育', count: 7 },
      { name: '综合政务', count: 3 },
    ]);
  });

  test('agencies go by their names, unknown ones by none', () => {
    const facet = [
      { value: 'a2', count: 4 },
      { value: 'gone', count: 9 },
    ];
    expect(countedAgencies(facet, agencies)).toEqual([{ name: '临溪区民政局', count: 4 }]);
  });

  test('equal counts share a place', () => {
    const lines = [9, 7, 7, 3].map((count) => ({ name: `${count}`, count }));
    expect(placesOf(lines)).toEqual([1, 2, 2, 4]);
    expect(placesOf([])).toEqual([]);
  });

  test('a ranking is bounded', () => {
    const facet = Array.from({ length: 200 }, (_, index) => ({ value: `主题${index}`, count: index + 1 }));
    expect(countedValues(facet)).toHaveLength(12);
    expect(countedValues(facet)[0]).toEqual({ name: '主题199', count: 200 });
  });
});

describe('counts › years', () => {
  const facet = (years: Readonly<Record<string, number>>) =>
    Object.entries(years).map(([value, count]) => ({ value, count }));

  test('years in between that have nothing are shown, those before the first are not', () => {
    expect(countedYears(facet({ 2026: 5, 2023: 2, '': 8, 1988: 1 }), 2026)).toEqual([
      { name: '2023', count: 2 },
      { name: '2024', count: 0 },
      { name: '2025', count: 0 },
      { name: '2026', count: 5 },
    ]);
  });

  test('ten years at most, none of them to come', () => {
    const years = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [String(1990 + index), 1]));
    const counted = countedYears(facet(years), 2026);
    expect(counted.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, index) => String(2017 + index)),
    );
  });

  test('no dates, no years', () => {
    expect(countedYears(facet({ '': 12 }), 2026)).toEqual([]);
  });
});

describe('counts › windows', () => {
  test('guides of one window are counted together, guides without one nowhere', () => {
    const { guide } = namedRecords;
    const windowless = makeRecord('guide', '转学', 3).record;
    expect(windowsOf([guide.record, windowless, guide.record])).toEqual([
      {
        name: '民政综合 6 号窗',
        address: '临溪区明德路 18 号政务服务中心一层东厅',
        agency: '临溪区民政局',
        guides: 2,
      },
    ]);
  });
});

describe('counts › panes', () => {
  test.each([
    [
      [50, 50],
      [50, 50],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [9_999, 1],
      [99, 1],
    ],
    [
      [0, 5],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ])('%j', (counts, panes) => {
    expect(sharePanes(counts)).toEqual(panes);
  });

  test('for any counts › they sum to a hundred and nobody is left out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2_000_000 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const panes = sharePanes(counts);
        const total = counts.some((count) => count > 0) ? paneCount : 0;
        expect(panes.reduce((sum, one) => sum + one, 0)).toBe(total);
        expect(panes.map((one) => one > 0)).toEqual(counts.map((count) => count > 0));
      }),
    );
  });
});
