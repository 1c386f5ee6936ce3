// The way through the hall in words a phone can carry: turns, distances, and what one walks towards.
import { type Cell, gridOf, isFree } from '#shared/catalogue/hall-grid.ts';
import {
  gridMetres,
  type Hall,
  type HallArea,
  type HallFloor,
  openKinds,
} from '#shared/catalogue/hall-plan.ts';
import { cornersOf, type Route, type RouteLeg } from '#shared/catalogue/hall-route.ts';
import { hallWords } from '../i18n/hall-words.ts';

/** Shorter stretches are steps aside and need no words. */
const leastMetres = 1;
/** What is further away than this is not seen ahead. */
const sightMetres = 25;

/** `3号窗口 社会保险`, or the name alone. */
export function placeName(area: HallArea): string {
  return area.kind === 'window' && area.number !== null
    ? hallWords('windowName', { number: area.number, name: area.name })
    : area.name;
}

interface Stretch {
  readonly right: number;
  readonly down: number;
  readonly metres: number;
  readonly end: Cell;
}

function stretchesOf(leg: RouteLeg): Stretch[] {
  const corners = cornersOf(leg.cells);
  return corners.slice(1).map((corner, at) => {
    const before = corners[at] ?? corner;
    const metres = Math.abs(corner.x - before.x) + Math.abs(corner.y - before.y);
    const end = { column: Math.floor(corner.x / gridMetres), row: Math.floor(corner.y / gridMetres) };
    return { right: Math.sign(corner.x - before.x), down: Math.sign(corner.y - before.y), metres, end };
  });
}

/** The first solid place straight ahead, within sight. */
function landmarkAhead(floor: HallFloor, { end, right, down }: Stretch): HallArea | null {
  const grid = gridOf(floor);
  for (let step = 1; step * gridMetres <= sightMetres; step++) {
    const cell = { column: end.column + right * step, row: end.row + down * step };
    if (isFree(grid, cell)) continue;
    const [x, y] = [(cell.column + 0.5) * gridMetres, (cell.row + 0.5) * gridMetres];
    const holds = (area: HallArea) =>
      x > area.x && x < area.x + area.width && y > area.y && y < area.y + area.depth;
    return floor.areas.find((area) => !openKinds.has(area.kind) && holds(area)) ?? null;
  }
  return null;
}

function turnWords(before: Stretch | undefined, { right, down }: Stretch): string {
  if (before === undefined) return '';
  // Screen coordinates: down is positive, so a positive cross product is a turn to the right.
  const cross = before.right * down - before.down * right;
  if (cross === 0) return '';
  return hallWords(cross > 0 ? 'right' : 'left');
}

function stretchWords(floor: HallFloor, stretch: Stretch, before: Stretch | undefined): string {
  const metres = Math.max(1, Math.round(stretch.metres));
  const landmark = landmarkAhead(floor, stretch);
  const walk =
    landmark === null
      ? hallWords('walk', { metres })
      : hallWords('walkTo', { landmark: placeName(landmark), metres });
  return turnWords(before, stretch) + walk;
}

/** The steps of a route, one a line. */
export function routeSteps(hall: Hall, route: Route, target: HallArea): string[] {
  const nameOf = (id: string | undefined) => hall.floors.find((floor) => floor.id === id)?.name ?? '';
  const steps = [hallWords('start', { floor: nameOf(route.legs[0]?.floorId) })];
  for (const [at, leg] of route.legs.entries()) {
    const floor = hall.floors.find(({ id }) => id === leg.floorId);
    if (floor === undefined) continue;
    const stretches = stretchesOf(leg).filter(({ metres }) => metres >= leastMetres);
    steps.push(...stretches.map((stretch, index) => stretchWords(floor, stretch, stretches[index - 1])));
    if (leg.by === null) continue;
    const next = nameOf(route.legs[at + 1]?.floorId);
    steps.push(hallWords(leg.by.kind === 'lift' ? 'ride' : 'climb', { name: leg.by.name, floor: next }));
  }
  return [...steps, hallWords('arrive', { place: placeName(target) })];
}
