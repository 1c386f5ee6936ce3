// A floor as squares one can walk on or not, and the shortest ways over them.
import {
  gridMetres,
  type HallArea,
  type HallFloor,
  openKinds,
  type Rectangle,
  type Side,
} from './hall-plan.ts';

/** A square of the grid by its column and row. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

export interface FloorGrid {
  readonly columns: number;
  readonly rows: number;
  /** 1 where nobody can walk, row by row. */
  readonly walls: Uint8Array;
}

/** Steps to each square from where one starts; -1 where there is no way. */
export interface Distances {
  readonly grid: FloorGrid;
  readonly steps: Int32Array;
}

const inCells = (metres: number) => Math.round(metres / gridMetres);

/** The squares a rectangle covers: from, and up to but without. */
function span({ x, y, width, depth }: Rectangle) {
  return {
    left: inCells(x),
    top: inCells(y),
    right: inCells(x + width),
    bottom: inCells(y + depth),
  };
}

/** Whether people walk around an area rather than through it. */
export function isSolid(area: HallArea): boolean {
  return !openKinds.has(area.kind);
}

/** The floor with its solid areas as walls. */
export function gridOf(floor: HallFloor): FloorGrid {
  const columns = inCells(floor.width);
  const rows = inCells(floor.depth);
  const walls = new Uint8Array(columns * rows);
  for (const area of floor.areas.filter(isSolid)) {
    const { left, top, right, bottom } = span(area);
    for (let row = top; row < bottom; row++) walls.fill(1, row * columns + left, row * columns + right);
  }
  return { columns, rows, walls };
}

/** Whether a square is on the floor and free. */
export function isFree({ columns, rows, walls }: FloorGrid, { column, row }: Cell): boolean {
  const isInside = column >= 0 && row >= 0 && column < columns && row < rows;
  return isInside && walls[row * columns + column] === 0;
}

/** The free square nearest to a place in metres; null when the floor has none. */
export function cellAt(grid: FloorGrid, place: { readonly x: number; readonly y: number }): Cell | null {
  const wanted = {
    column: Math.min(grid.columns - 1, Math.max(0, Math.floor(place.x / gridMetres))),
    row: Math.min(grid.rows - 1, Math.max(0, Math.floor(place.y / gridMetres))),
  };
  let best: Cell | null = null;
  let bestApart = Number.POSITIVE_INFINITY;
  for (let index = 0; index < grid.walls.length; index++) {
    if (grid.walls[index] !== 0) continue;
    const cell = cellOf(grid, index);
    const apart = (cell.column - wanted.column) ** 2 + (cell.row - wanted.row) ** 2;
    if (apart < bestApart) {
      best = cell;
      bestApart = apart;
    }
  }
  return best;
}

/**
 * The free squares from which an area is reached: those at the middle of its door's side, at any of its sides when it
 * has none; within it when it is open.
 */
export function approachesOf(grid: FloorGrid, area: HallArea): Cell[] {
  const { left, top, right, bottom } = span(area);
  if (!isSolid(area)) {
    const middle = { column: (left + right - 1) >> 1, row: (top + bottom - 1) >> 1 };
    return isFree(grid, middle) ? [middle] : freeCells(grid, left, top, right, bottom);
  }
  const along: Readonly<Record<Side, readonly [number, number, number, number]>> = {
    top: [left, top - 1, right, top],
    bottom: [left, bottom, right, bottom + 1],
    left: [left - 1, top, left, bottom],
    right: [right, top, right + 1, bottom],
  };
  const chosen = area.door === null ? Object.values(along) : [middleOf(along[area.door])];
  return chosen.flatMap((edge) => freeCells(grid, ...edge));
}

/** The middle square of a strip one square wide, or its two middle ones. */
function middleOf([left, top, right, bottom]: readonly [number, number, number, number]) {
  const narrow = (from: number, to: number) => {
    const size = to - from;
    return [from + ((size - 1) >> 1), from + (size >> 1) + 1] as const;
  };
  const [fromColumn, toColumn] = narrow(left, right);
  const [fromRow, toRow] = narrow(top, bottom);
  return [fromColumn, fromRow, toColumn, toRow] as const;
}

function freeCells(grid: FloorGrid, left: number, top: number, right: number, bottom: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      if (isFree(grid, { column, row })) cells.push({ column, row });
    }
  }
  return cells;
}

/** Breadth first from all of these squares at once. */
export function distancesFrom(grid: FloorGrid, starts: readonly Cell[]): Distances {
  const steps = new Int32Array(grid.walls.length).fill(-1);
  const queue: number[] = [];
  for (const cell of starts.filter((one) => isFree(grid, one))) {
    const index = indexOf(grid, cell);
    if (steps[index] !== -1) continue;
    steps[index] = 0;
    queue.push(index);
  }
  for (const index of queue) {
    for (const next of neighboursOf(grid, index)) {
      if (grid.walls[next] !== 0 || steps[next] !== -1) continue;
      steps[next] = (steps[index] ?? 0) + 1;
      queue.push(next);
    }
  }
  return { grid, steps };
}

/** Steps from the starts to a square; null where there is no way. */
export function stepsTo({ grid, steps }: Distances, cell: Cell): number | null {
  const found = isFree(grid, cell) ? (steps[indexOf(grid, cell)] ?? -1) : -1;
  return found === -1 ? null : found;
}

/** A shortest way from a square down to the nearest start, straight on for as long as that is one; null without any. */
export function walkBack(distances: Distances, from: Cell): Cell[] | null {
  const { grid, steps } = distances;
  if (stepsTo(distances, from) === null) return null;
  let at = indexOf(grid, from);
  const way = [at];
  let heading = 0;
  while ((steps[at] ?? 0) > 0) {
    const nearer = neighboursOf(grid, at).filter((next) => steps[next] === (steps[at] ?? 0) - 1);
    const next = nearer.find((one) => one - at === heading) ?? nearer[0];
    if (next === undefined) return null;
    heading = next - at;
    at = next;
    way.push(at);
  }
  return way.map((index) => cellOf(grid, index));
}

function indexOf({ columns }: FloorGrid, { column, row }: Cell): number {
  return row * columns + column;
}

function cellOf({ columns }: FloorGrid, index: number): Cell {
  return { column: index % columns, row: Math.floor(index / columns) };
}

function neighboursOf({ columns, walls }: FloorGrid, index: number): number[] {
  const column = index % columns;
  const found: number[] = [];
  if (column > 0) found.push(index - 1);
  if (column < columns - 1) found.push(index + 1);
  if (index >= columns) found.push(index - columns);
  if (index + columns < walls.length) found.push(index + columns);
  return found;
}
