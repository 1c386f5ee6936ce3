// The plan under the editor's hand: changed step by step, each step can be undone, nothing leaves the floor.
import { useState } from 'preact/hooks';
import {
  gridMetres,
  type Hall,
  type HallArea,
  type HallFloor,
  type Rectangle,
} from '#shared/catalogue/hall-plan.ts';

/** Steps that can be undone. */
const mostSteps = 100;

export interface HallDraft {
  readonly hall: Hall;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly change: (next: Hall) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function useHallDraft(stored: Hall): HallDraft {
  const [steps, setSteps] = useState<{ past: readonly Hall[]; hall: Hall; future: readonly Hall[] }>({
    past: [],
    hall: stored,
    future: [],
  });
  const { past, hall, future } = steps;
  return {
    hall,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: (next) => setSteps({ past: [...past, hall].slice(-mostSteps), hall: next, future: [] }),
    undo: () => {
      const before = past.at(-1);
      if (before) setSteps({ past: past.slice(0, -1), hall: before, future: [hall, ...future] });
    },
    redo: () => {
      const [after, ...rest] = future;
      if (after) setSteps({ past: [...past, hall], hall: after, future: rest });
    },
  };
}

export const snap = (metres: number) => Math.round(metres / gridMetres) * gridMetres;

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** A rectangle on the grid, of one square at least, moved and cut so that it lies on the floor. */
export function fitted(box: Rectangle, floor: Pick<HallFloor, 'width' | 'depth'>): Rectangle {
  const width = between(snap(box.width), gridMetres, floor.width);
  const depth = between(snap(box.depth), gridMetres, floor.depth);
  return {
    x: between(snap(box.x), 0, floor.width - width),
    y: between(snap(box.y), 0, floor.depth - depth),
    width,
    depth,
  };
}

/** The rectangle between two corners, as a hand draws it. */
export function boxBetween(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): Rectangle {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.abs(a.x - b.x), depth: Math.abs(a.y - b.y) };
}

/** The smallest number no floor or place of the hall has in its id yet. */
export function freeId(hall: Hall, prefix: string): string {
  const taken = new Set(hall.floors.flatMap((floor) => [floor.id, ...floor.areas.map(({ id }) => id)]));
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

export function newArea(hall: Hall, floor: HallFloor, box: Rectangle, name: string): HallArea {
  return {
    id: freeId(hall, 'p'),
    kind: 'window',
    name,
    number: null,
    door: null,
    agencyIds: [],
    note: null,
    ...fitted(box, floor),
  };
}

export function withFloor(hall: Hall, floor: HallFloor): Hall {
  return { ...hall, floors: hall.floors.map((one) => (one.id === floor.id ? floor : one)) };
}

export function withArea(floor: HallFloor, area: HallArea): HallFloor {
  const box = fitted(area, floor);
  return { ...floor, areas: floor.areas.map((one) => (one.id === area.id ? { ...area, ...box } : one)) };
}

/** A floor of another size; what would lie outside is moved in, smaller where it must be. */
export function resized(
  floor: HallFloor,
  size: { readonly width: number; readonly depth: number },
): HallFloor {
  return { ...floor, ...size, areas: floor.areas.map((area) => ({ ...area, ...fitted(area, size) })) };
}

/** The hall without a floor, and without what pointed at it. */
export function withoutFloor(hall: Hall, floorId: string): Hall {
  const gone = new Set(hall.floors.find(({ id }) => id === floorId)?.areas.map(({ id }) => id));
  return {
    ...hall,
    floors: hall.floors.filter(({ id }) => id !== floorId),
    here: hall.here?.floorId === floorId ? null : hall.here,
    terminals: hall.terminals.filter((one) => one.floorId !== floorId),
    contacts: hall.contacts.map((one) => (gone.has(one.areaId ?? '') ? { ...one, areaId: null } : one)),
  };
}

/** The hall without a place, and without what pointed at it. */
export function withoutArea(hall: Hall, floor: HallFloor, areaId: string): Hall {
  const areas = floor.areas.filter(({ id }) => id !== areaId);
  const contacts = hall.contacts.map((one) => (one.areaId === areaId ? { ...one, areaId: null } : one));
  return { ...withFloor(hall, { ...floor, areas }), contacts };
}
