// Where an arrow key leads in a grid, in a list, and past a gap.
import { expect, test } from 'vitest';
import { type Box, directions, nearestIn } from '#kiosk/keyboard/nearest.ts';

const box = (left: number, top: number, width = 100, height = 40): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Two columns, three rows, and a wide button below. */
const grid = [box(0, 0), box(110, 0), box(0, 50), box(110, 50), box(0, 100), box(0, 160, 210)];
const from = (index: number) => (direction: (typeof directions)[number]) =>
  nearestIn(direction, grid[index] as Box, grid);

test('arrow › in a grid › leads to the neighbour of the same row or column', () => {
  expect(directions.map(from(3))).toEqual([2, -1, 1, 4]);
  expect(from(0)('right')).toBe(1);
  expect(from(0)('down')).toBe(2);
});

test('arrow › from the short row to the wide one and back › leads to what is nearest', () => {
  expect(from(4)('down')).toBe(5);
  expect(from(5)('up')).toBe(4);
});

test('arrow › at the edge › leads nowhere', () => {
  expect(from(0)('left')).toBe(-1);
  expect(from(0)('up')).toBe(-1);
  expect(from(5)('down')).toBe(-1);
});
