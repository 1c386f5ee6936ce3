// Ways through a hall: never through a wall, never longer than need be, over floors by lift or stairs.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { approachesOf, type Cell, gridOf, isFree } from '#shared/catalogue/hall-grid.ts';
import {
  type AreaKind,
  gridMetres,
  type Hall,
  type HallArea,
  type HallFloor,
} from '#shared/catalogue/hall-plan.ts';
import { cornersOf, findRoute } from '#shared/catalogue/hall-route.ts';
import { sampleHall } from '#shared/catalogue/sample-hall.ts';

const anyKind = fc.constantFrom<AreaKind>('window', 'office', 'toilet', 'waiting', 'entrance', 'counter');
const metres = (least: number, most: number) =>
  fc.integer({ min: least * 2, max: most * 2 }).map((half) => half / 2);

/** A small floor with areas that may overlap, touch and shut others in. */
const anyFloor = fc
  .record({
    width: metres(4, 9),
    depth: metres(4, 9),
    boxes: fc.array(
      fc.record({
        kind: anyKind,
        x: metres(0, 8),
        y: metres(0, 8),
        width: metres(0.5, 4),
        depth: metres(0.5, 4),
        door: fc.constantFrom('top', 'right', 'bottom', 'left', null),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ width, depth, boxes }): HallFloor => {
    const areas = boxes.map((box, at): HallArea => {
      const x = Math.min(box.x, width - gridMetres);
      const y = Math.min(box.y, depth - gridMetres);
      const size = { width: Math.min(box.width, width - x), depth: Math.min(box.depth, depth - y) };
      return {
        ...box,
        id: `a${at}`,
        name: `处${at}`,
        number: null,
        agencyIds: [],
        note: null,
        x,
        y,
        ...size,
      };
    });
    return { id: 'f', name: '一楼', width, depth, areas };
  });

const hallOf = (...floors: HallFloor[]): Hall => ({
  floors,
  here: null,
  terminals: [],
  exceptions: [],
  contacts: [],
});

/** The truth, by the plainest search there is. */
function plainSteps(floor: HallFloor, from: Cell, goals: readonly Cell[]): number | null {
  const grid = gridOf(floor);
  const key = ({ column, row }: Cell) => `${column} ${row}`;
  const wanted = new Set(goals.map(key));
  const seen = new Set([key(from)]);
  let edge = [from];
  for (let steps = 0; edge.length > 0; steps++) {
    if (edge.some((cell) => wanted.has(key(cell)))) return steps;
    const next: Cell[] = [];
    for (const { column, row } of edge) {
      for (const [right, down] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const cell = { column: column + right, row: row + down };
        if (!isFree(grid, cell) || seen.has(key(cell))) continue;
        seen.add(key(cell));
        next.push(cell);
      }
    }
    edge = next;
  }
  return null;
}

describe('a way on one floor › when floors are drawn at random', () => {
  test('it crosses no wall, takes one square at a time, and is as short as a plain search finds', () => {
    fc.assert(
      fc.property(anyFloor, metres(0, 9), metres(0, 9), (floor, x, y) => {
        const grid = gridOf(floor);
        const target = floor.areas[0] as HallArea;
        const from = { floorId: 'f', x: Math.min(x, floor.width), y: Math.min(y, floor.depth) };
        const route = findRoute(hallOf(floor), from, target.id, { isStepFree: true });
        const goals = approachesOf(grid, target);
        const start = route?.legs[0]?.cells[0];
        if (route === null || start === undefined) {
          // No way: then from no free square nearest to where one stands is there one.
          return;
        }
        const { cells } = route.legs[0] ?? { cells: [] };
        for (const cell of cells) expect(isFree(grid, cell)).toBe(true);
        cells.slice(1).forEach((cell, at) => {
          const before = cells[at] as Cell;
          expect(Math.abs(cell.column - before.column) + Math.abs(cell.row - before.row)).toBe(1);
        });
        expect(cells.length - 1).toBe(plainSteps(floor, start, goals));
        expect(route.metres).toBe((cells.length - 1) * gridMetres);
      }),
      { numRuns: 400 },
    );
  });

  test('it is found exactly when a plain search finds one from every free square', () => {
    fc.assert(
      fc.property(anyFloor, (floor) => {
        const grid = gridOf(floor);
        const target = floor.areas[0] as HallArea;
        const goals = approachesOf(grid, target);
        for (let row = 0; row < grid.rows; row += 3) {
          for (let column = 0; column < grid.columns; column += 3) {
            const cell = { column, row };
            if (!isFree(grid, cell)) continue;
            const at = { floorId: 'f', x: (column + 0.5) * gridMetres, y: (row + 0.5) * gridMetres };
            const route = findRoute(hallOf(floor), at, target.id, { isStepFree: true });
            const steps = plainSteps(floor, cell, goals);
            expect(route === null ? null : (route.legs[0]?.cells.length ?? 0) - 1).toBe(steps);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a way over floors › when the sample hall is walked', () => {
  const here = sampleHall.here ?? { floorId: 'f1', x: 0, y: 0 };
  const route = (areaId: string, isStepFree = false) => findRoute(sampleHall, here, areaId, { isStepFree });

  it('leads to every place, by lift alone as well', () => {
    for (const { areas } of sampleHall.floors) {
      for (const { id } of areas) {
        expect(route(id), id).not.toBeNull();
        expect(route(id, true), id).not.toBeNull();
      }
    }
  });

  it('takes the stairs that are near, and the lift where steps cannot be', () => {
    expect(route('f2-library')?.legs.map(({ floorId, by }) => [floorId, by?.id ?? null])).toEqual([
      ['f1', 'f1-stairs'],
      ['f2', null],
    ]);
    expect(route('f2-library', true)?.legs.map(({ by }) => by?.id ?? null)).toEqual(['f1-lift', null]);
  });

  it('begins on the second floor where the lift lets people out', () => {
    const second = route('w15', true)?.legs[1];
    const grid = gridOf(sampleHall.floors[1] as HallFloor);
    const lift = sampleHall.floors[1]?.areas.find(({ id }) => id === 'f2-lift') as HallArea;
    expect(approachesOf(grid, lift)).toContainEqual(second?.cells[0]);
  });

  it('is none where no lift or stairs lead', () => {
    const areas = sampleHall.floors[0]?.areas.filter(({ kind }) => kind !== 'lift') ?? [];
    const floors = [{ ...(sampleHall.floors[0] as HallFloor), areas }, ...sampleHall.floors.slice(1)];
    expect(findRoute({ ...sampleHall, floors }, here, 'f2-library', { isStepFree: true })).toBeNull();
    expect(route('no such place')).toBeNull();
  });
});

describe('the corners of a way › when it turns', () => {
  it('are its ends and its turns', () => {
    const cells = [
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 1],
      [2, 2],
    ].map(([column = 0, row = 0]) => ({ column, row }));
    expect(cornersOf(cells)).toEqual([
      { x: 0.25, y: 0.25 },
      { x: 1.25, y: 0.25 },
      { x: 1.25, y: 1.25 },
    ]);
    expect(cornersOf(cells.slice(0, 1))).toHaveLength(1);
  });
});
