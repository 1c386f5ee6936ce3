// The hall's plan in a manifest: what a hub saves comes back whole, anything else is refused.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { emptyHall, type Hall } from '#shared/catalogue/hall-plan.ts';
import { findHallFault, tidyHall } from '#shared/catalogue/hall-rules.ts';
import { sampleHall } from '#shared/catalogue/sample-hall.ts';
import { hallSchema } from '#shared/protocol/hall-schema.ts';
import { ShapeError } from '#shared/release/bounded-json.ts';
import { parseHall } from '#shared/release/parse-hall.ts';

const [first, second] = sampleHall.floors;
const full: Hall = {
  ...sampleHall,
  terminals: [{ terminal: '东厅2号', floorId: 'f2', x: 3, y: 4.5 }],
  exceptions: [{ date: '2026-10-01', spans: [{ from: '09:00', to: '12:00' }], note: '国庆' }],
  contacts: [{ name: '咨询台', phone: '0600-5550100', areaId: 'f1-desk', note: null }],
};
const again = (hall: unknown) => JSON.parse(JSON.stringify(hall)) as unknown;

describe('a hall › when written and read again', () => {
  it('is the same, in the manifest and over the hub’s API', () => {
    for (const hall of [full, emptyHall]) {
      expect(parseHall(again(hall))).toEqual(hall);
      expect(hallSchema.parse(again(hall))).toEqual(hall);
      expect(findHallFault(tidyHall(hall))).toBeNull();
    }
  });

  it('takes a kind of a later program for 其他', () => {
    const areas = first?.areas.map((area) => ({ ...area, kind: 'teleporter' }));
    const read = parseHall(again({ ...full, floors: [{ ...first, areas }, second] }));
    expect(read.floors[0]?.areas[0]?.kind).toBe('other');
  });
});

describe('a hall › when something is wrong with it', () => {
  const withArea = (change: object) => ({
    ...full,
    floors: [
      { ...first, areas: first?.areas.map((area, at) => (at === 0 ? { ...area, ...change } : area)) },
      second,
    ],
  });
  const withDay = (day: object) => ({ ...full, exceptions: [{ ...full.exceptions[0], ...day }] });
  it.each([
    ['an area outside its floor', 'hall.area-outside', withArea({ x: 39 })],
    ['an area off the grid', 'hall.area-outside', withArea({ x: 17.3 })],
    ['an area of no size', 'hall.area-outside', withArea({ width: 0 })],
    ['an area without a name', 'hall.area-unnamed', withArea({ name: '' })],
    ['two areas of one id', 'hall.id-repeated', withArea({ id: 'w1' })],
    ['a floor too wide', 'hall.floor-size', { ...full, floors: [{ ...first, width: 500 }, second] }],
    ['nobody’s floor under 您在这里', 'hall.here-outside', { ...full, here: { floorId: 'x', x: 1, y: 1 } }],
    ['a day that does not exist', 'hall.day-date', withDay({ date: '2026-02-30' })],
    [
      'hours that end before they begin',
      'hall.day-time',
      withDay({ spans: [{ from: '18:00', to: '09:00' }] }),
    ],
    [
      'a contact without a phone',
      'hall.contact-empty',
      { ...full, contacts: [{ ...full.contacts[0], phone: '' }] },
    ],
  ])('%s › is refused', (_, code, hall) => {
    expect(findHallFault(hall as Hall)?.code).toBe(code);
    expect(() => parseHall(again(hall))).toThrow(ShapeError);
  });

  test('anything at all › is refused as malformed and nothing else is thrown', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (value) => {
        try {
          parseHall(value);
        } catch (error) {
          expect(error).toBeInstanceOf(ShapeError);
        }
      }),
    );
  });
});
