// The plan of a wall: the address first, then the first entry that holds now.
import { describe, expect, test } from 'vitest';
import { askedLayout, chooseLayout } from '#kiosk/screen/choose-layout.ts';
import { defaultDisplay, type VenueDisplay, type WallPlanEntry } from '#shared/catalogue/venue-display.ts';

const displayWith = (plan: readonly WallPlanEntry[]): VenueDisplay => ({
  ...defaultDisplay,
  wall: { plan, pageSeconds: 12 },
});
const plan = displayWith([
  { layout: 'guide', span: { days: [1, 2, 3, 4, 5], from: '08:30', to: '09:30' } },
  { layout: 'notices', span: { days: [3], from: '09:00', to: '12:00' } },
  { layout: 'charts', span: null },
]);
const at = (time: string) => new Date(`2026-11-25T${time}:00`);

describe('layout › by the plan', () => {
  test.each([
    ['the first entry that holds', '09:15', 'guide'],
    ['the next when the first has ended', '09:30', 'notices'],
    ['the one for always otherwise', '15:00', 'charts'],
  ])('%s', (_, time, layout) => {
    expect(chooseLayout(plan, at(time), null)).toBe(layout);
  });

  test('the address goes before the plan', () => {
    expect(chooseLayout(plan, at('09:15'), 'rankings')).toBe('rankings');
  });

  test('a plan of which nothing holds still shows something', () => {
    expect(chooseLayout(displayWith(plan.wall.plan.slice(0, 2)), at('20:00'), null)).toBe('mixed');
    expect(chooseLayout(displayWith([]), at('20:00'), null)).toBe('mixed');
  });
});

describe('layout › asked for', () => {
  test.each([
    ['?layout=charts', 'charts'],
    ['?lang=en&layout=guide', 'guide'],
    ['?layout=fireworks', null],
    ['', null],
  ])('%s', (search, layout) => {
    expect(askedLayout(search)).toBe(layout);
  });
});
