// What the waiting screen may show, and how it walks: rules without a browser.
import { describe, expect, it } from 'vitest';
import { attractCards, isNoticeCurrent } from '#kiosk/state/attract-cards.ts';
import { shiftAt, walkSteps } from '#kiosk/state/burn-in.ts';
import type { NoticeDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';

const today = '2026-11-22';

function notice(id: string, details: Partial<NoticeDetails>, publishedOn = today): CatalogueRecord {
  const whole = {
    type: 'notice',
    level: 'ordinary',
    startsOn: null,
    endsOn: null,
    contact: null,
    ...details,
  };
  return { id, kind: 'notice', publishedOn, date: publishedOn, details: whole } as CatalogueRecord;
}

describe('a notice', () => {
  it.each([
    ['its last day is today', { endsOn: today }, today, true],
    ['it ended yesterday', { endsOn: '2026-11-21' }, today, false],
    ['it begins tomorrow', { startsOn: '2026-11-23', endsOn: '2026-12-01' }, today, false],
    ['it has no end and is new', {}, '2026-11-01', true],
    ['it has no end and is old', {}, '2026-10-01', false],
    ['its end is no whole date', { endsOn: '2026' }, today, false],
  ] as const)('when %s › it is shown or not accordingly', (_, details, publishedOn, isCurrent) => {
    expect(isNoticeCurrent(notice('n', details, publishedOn), today)).toBe(isCurrent);
  });
});

describe('cards', () => {
  const manifest = {
    byKind: { document: 3, guide: 0, notice: 2, matter: 0, page: 0, register: 0, entry: 0 },
    venue: { name: '馆', region: '', address: null, phone: null, hours: null, supervisionPhone: null },
  } as Parameters<typeof attractCards>[0]['manifest'];

  it('when a notice is an emergency › it stands apart and not among the others', () => {
    const notices = [notice('plain', {}), notice('siren', { level: 'emergency' })];
    const { emergencies, cards } = attractCards({ notices, newest: [], topics: [], manifest }, today);
    expect(emergencies.map(({ id }) => id)).toEqual(['siren']);
    expect(cards.map(({ kind }) => kind)).toEqual(['notices', 'held']);
    expect(cards[0]).toMatchObject({ records: [{ id: 'plain' }] });
    expect(cards[1]).toMatchObject({
      counts: [
        ['document', 3],
        ['notice', 2],
      ],
    });
  });

  it('when there is nothing to tell › there is no card', () => {
    expect(attractCards({ notices: [], newest: [], topics: [], manifest: null }, today)).toEqual({
      emergencies: [],
      cards: [],
    });
  });
});

describe('the walk against burn-in', () => {
  const reach = { x: 7, y: 12 };
  const steps = Array.from({ length: walkSteps }, (_, step) => shiftAt(step, reach));

  it('when walked once around › it keeps within its reach, moves at every step and spends its time all over', () => {
    for (const [at, { x, y }] of steps.entries()) {
      expect(Math.abs(x)).toBeLessThanOrEqual(reach.x);
      expect(Math.abs(y)).toBeLessThanOrEqual(reach.y);
      const next = shiftAt(at + 1, reach);
      expect(Math.hypot(next.x - x, next.y - y)).toBeGreaterThan(0.4);
    }
    expect(new Set(steps.map(({ x, y }) => `${x} ${y}`)).size).toBeGreaterThan(walkSteps * 0.7);
    expect(shiftAt(walkSteps, reach)).toEqual(shiftAt(0, reach));
  });
});
