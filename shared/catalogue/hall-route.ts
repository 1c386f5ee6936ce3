// The way from where one stands to a place in the hall, over floors by lift or stairs.
import {
  approachesOf,
  type Cell,
  cellAt,
  type Distances,
  distancesFrom,
  type FloorGrid,
  gridOf,
  stepsTo,
  walkBack,
} from './hall-grid.ts';
import { gridMetres, type Hall, type HallArea, type HallFloor, type HallPoint } from './hall-plan.ts';

/** The walk on one floor. */
export interface RouteLeg {
  readonly floorId: string;
  /** Every square of the way, the first where one starts. */
  readonly cells: readonly Cell[];
  /** The lift or stairs at its end; null on the last leg. */
  readonly by: HallArea | null;
}

export interface Route {
  readonly legs: readonly RouteLeg[];
  readonly metres: number;
}

/** What changing one floor costs, in squares walked: stairs tire, lifts make wait. */
const floorCost = { lift: 30, stairs: 24 } as const;

/** A lift or stairs on one floor, with all distances from it. */
interface Stop {
  readonly floor: number;
  readonly area: HallArea;
  readonly distances: Distances;
  readonly cells: readonly Cell[];
}

/**
 * The shortest way, or null when there is none. Without steps only lifts lead to other floors. Lifts and stairs stop
 * on every floor that has one of their kind and name.
 */
export function findRoute(
  hall: Hall,
  from: HallPoint,
  areaId: string,
  options: { readonly isStepFree: boolean },
): Route | null {
  const grids = hall.floors.map(gridOf);
  const start = hall.floors.findIndex(({ id }) => id === from.floorId);
  const end = hall.floors.findIndex(({ areas }) => areas.some(({ id }) => id === areaId));
  const target = hall.floors[end]?.areas.find(({ id }) => id === areaId);
  const startGrid = grids[start];
  const endGrid = grids[end];
  if (!startGrid || !endGrid || !target) return null;
  const startCell = cellAt(startGrid, from);
  if (startCell === null) return null;
  const toTarget = distancesFrom(endGrid, approachesOf(endGrid, target));
  const direct = start === end ? walkBack(toTarget, startCell) : null;
  if (direct !== null) return routeOf([{ floorId: from.floorId, cells: direct, by: null }]);
  const stops = stopsOf(hall.floors, grids, options.isStepFree);
  return cheapestOver(hall.floors, stops, { start, startCell, end, toTarget });
}

function stopsOf(floors: readonly HallFloor[], grids: readonly FloorGrid[], isStepFree: boolean): Stop[] {
  return floors.flatMap((floor, at) => {
    const grid = grids[at];
    if (grid === undefined) return [];
    const areas = floor.areas.filter(({ kind }) => kind === 'lift' || (kind === 'stairs' && !isStepFree));
    return areas.map((area) => {
      const cells = approachesOf(grid, area);
      return { floor: at, area, cells, distances: distancesFrom(grid, cells) };
    });
  });
}

interface Ends {
  readonly start: number;
  readonly startCell: Cell;
  readonly end: number;
  readonly toTarget: Distances;
}

/** Dijkstra over the stops: ride to another floor, or walk to another stop of this one. */
function cheapestOver(floors: readonly HallFloor[], stops: readonly Stop[], ends: Ends): Route | null {
  const cost = new Map<Stop, number>();
  const before = new Map<Stop, Stop>();
  for (const stop of stops.filter(({ floor }) => floor === ends.start)) {
    const steps = stepsTo(stop.distances, ends.startCell);
    if (steps !== null) cost.set(stop, steps);
  }
  const settled = new Set<Stop>();
  for (let stop = nearest(cost, settled); stop !== null; stop = nearest(cost, settled)) {
    settled.add(stop);
    for (const next of stops) {
      const step = stepBetween(stop, next);
      if (step === null || settled.has(next)) continue;
      const total = (cost.get(stop) ?? 0) + step;
      if (total >= (cost.get(next) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(next, total);
      before.set(next, stop);
    }
  }
  const last = bestEnd(stops, cost, ends);
  return last === null ? null : legsTo(floors, last, before, ends);
}

function nearest(cost: ReadonlyMap<Stop, number>, settled: ReadonlySet<Stop>): Stop | null {
  let best: Stop | null = null;
  for (const [stop, total] of cost) {
    if (settled.has(stop)) continue;
    if (best === null || total < (cost.get(best) ?? 0)) best = stop;
  }
  return best;
}

/** What going from one stop to another costs; null when no single step leads there. */
function stepBetween(from: Stop, to: Stop): number | null {
  if (from === to) return null;
  if (from.floor === to.floor) return walkBetween(from, to);
  const isSame = from.area.kind === to.area.kind && from.area.name === to.area.name;
  const perFloor = from.area.kind === 'lift' ? floorCost.lift : floorCost.stairs;
  return isSame ? perFloor * Math.abs(from.floor - to.floor) : null;
}

function walkBetween(from: Stop, to: Stop): number | null {
  const steps = from.cells.map((cell) => stepsTo(to.distances, cell)).filter((one) => one !== null);
  return steps.length === 0 ? null : Math.min(...steps);
}

function bestEnd(
  stops: readonly Stop[],
  cost: ReadonlyMap<Stop, number>,
  { end, toTarget }: Ends,
): Stop | null {
  let best: { stop: Stop; total: number } | null = null;
  for (const stop of stops.filter(({ floor }) => floor === end)) {
    const walked = nearestCell(stop.cells, toTarget);
    const ridden = cost.get(stop);
    if (walked === null || ridden === undefined) continue;
    const total = ridden + walked.steps;
    if (best === null || total < best.total) best = { stop, total };
  }
  return best?.stop ?? null;
}

/** The square of these from which it is shortest. */
function nearestCell(cells: readonly Cell[], to: Distances): { cell: Cell; steps: number } | null {
  let best: { cell: Cell; steps: number } | null = null;
  for (const cell of cells) {
    const steps = stepsTo(to, cell);
    if (steps !== null && (best === null || steps < best.steps)) best = { cell, steps };
  }
  return best;
}

/** The stops taken become walks, each from where one gets out to where one gets in. */
function legsTo(
  floors: readonly HallFloor[],
  last: Stop,
  before: ReadonlyMap<Stop, Stop>,
  ends: Ends,
): Route | null {
  const taken: Stop[] = [];
  for (let stop: Stop | undefined = last; stop !== undefined; stop = before.get(stop)) taken.unshift(stop);
  const legs: RouteLeg[] = [];
  let from: Cell | null = ends.startCell;
  for (const [at, stop] of taken.entries()) {
    const previous = taken[at - 1];
    if (previous !== undefined && previous.floor !== stop.floor) {
      // Got out here: the walk begins at the side of this stop that is nearest to what follows.
      const following = taken[at + 1];
      const goal = following?.floor === stop.floor ? following.distances : ends.toTarget;
      from = nearestCell(stop.cells, goal)?.cell ?? stop.cells[0] ?? null;
      continue;
    }
    const cells: Cell[] | null = from === null ? null : walkBack(stop.distances, from);
    if (cells === null) return null;
    legs.push({ floorId: floors[stop.floor]?.id ?? '', cells, by: stop.area });
    from = cells.at(-1) ?? null;
  }
  const cells = from === null ? null : walkBack(ends.toTarget, from);
  if (cells === null) return null;
  return routeOf([...legs, { floorId: floors[ends.end]?.id ?? '', cells, by: null }]);
}

function routeOf(legs: readonly RouteLeg[]): Route {
  const squares = legs.reduce((sum, { cells }) => sum + Math.max(0, cells.length - 1), 0);
  return { legs, metres: squares * gridMetres };
}

/** The corners of a walk in metres, at the middles of its squares. */
export function cornersOf(cells: readonly Cell[]): { readonly x: number; readonly y: number }[] {
  const isCorner = (at: number) => {
    const [before, here, after] = [cells[at - 1], cells[at], cells[at + 1]];
    if (!before || !here || !after) return true;
    const goesOn =
      here.column - before.column === after.column - here.column &&
      here.row - before.row === after.row - here.row;
    return !goesOn;
  };
  return cells
    .filter((_, at) => isCorner(at))
    .map(({ column, row }) => ({ x: (column + 0.5) * gridMetres, y: (row + 0.5) * gridMetres }));
}
