// Display settings as staff type them: tidied, and refused with the field and row that cannot stay.
import { describe, expect, it } from 'vitest';
import { findDisplayFaults, tidyDisplay } from '#shared/catalogue/display-rules.ts';
import { type DaySpan, defaultDisplay, type VenueDisplay } from '#shared/catalogue/venue-display.ts';

const fine: DaySpan = { days: [1], from: '09:00', to: '17:00' };
const withChange = (change: Partial<VenueDisplay>): VenueDisplay => ({ ...defaultDisplay, ...change });

describe('tidying', () => {
  it('when typed with blanks, capitals and days out of order › it has one spelling', () => {
    const typed = withChange({
      accent: ' #0F5C5C ',
      emblem: ' 明 ',
      opening: [{ days: [7, 1, 7], from: ' 09:00', to: '17:00 ' }],
    });
    expect(tidyDisplay(typed)).toEqual(
      withChange({
        accent: '#0f5c5c',
        emblem: '明',
        opening: [{ days: [1, 7], from: '09:00', to: '17:00' }],
      }),
    );
  });

  it('when fields were emptied › the product’s own stands again', () => {
    expect(tidyDisplay(withChange({ accent: ' ', emblem: '' }))).toEqual(defaultDisplay);
  });
});

describe('faults', () => {
  it('when nothing is wrong › there are none', () => {
    expect(findDisplayFaults(withChange({ accent: '#7a1f5c', emblem: '渚2', opening: [fine] }))).toEqual([]);
    expect(findDisplayFaults(defaultDisplay)).toEqual([]);
  });

  it.each([
    ['accent', 'venue.accent-form', { accent: 'teal' }],
    ['accent', 'venue.accent-contrast', { accent: '#767676' }],
    ['emblem', 'venue.emblem-form', { emblem: '明渚区' }],
    ['emblem', 'venue.emblem-form', { emblem: '★' }],
    ['opening', 'venue.opening-days', { opening: [fine, { ...fine, days: [] }] }],
    ['opening', 'venue.opening-too-many', { opening: Array.from({ length: 15 }, () => fine) }],
    ['quiet', 'venue.quiet-time', { quiet: [{ ...fine, to: '' }] }],
    ['plan', 'venue.plan-none', { wall: { plan: [], pageSeconds: 12 } }],
    [
      'plan',
      'venue.plan-days',
      { wall: { plan: [{ layout: 'guide', span: { ...fine, days: [] } }], pageSeconds: 12 } },
    ],
    ['pageSeconds', 'venue.page-seconds', { wall: { ...defaultDisplay.wall, pageSeconds: 4 } }],
    ['pageSeconds', 'venue.page-seconds', { wall: { ...defaultDisplay.wall, pageSeconds: Number.NaN } }],
  ] as const)('when %s breaks a rule › %s says so', (field, code, change) => {
    const found = findDisplayFaults(withChange(change));
    expect(found.map((fault) => [fault.field, fault.error.code])).toEqual([[field, code]]);
  });

  it('when a row is at fault › its number is told, and a pale colour’s contrast', () => {
    const [, row] = findDisplayFaults(
      withChange({ accent: '#767676', opening: [fine, { ...fine, from: '9' }] }),
    );
    expect(row?.error.details).toEqual({ row: 2 });
    const [pale] = findDisplayFaults(withChange({ accent: '#767676' }));
    expect(pale?.error.details).toMatchObject({ accent: '#767676', ratio: 4.27, least: 4.5 });
  });
});
