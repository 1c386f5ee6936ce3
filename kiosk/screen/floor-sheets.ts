// The pages of the hall's floors: a plan and, beside or below it, the windows and rooms with what they are for.
import type { AreaKind, HallArea, HallFloor } from '#shared/catalogue/hall-plan.ts';
import type { WallContent } from './wall-content.ts';
import { type Box, rowsIn } from './wall-geometry.ts';
import type { FloorPlace, WallPage } from './wall-page.ts';

/** Height of one place of the list, in units. */
export const placeUnits = 12.4;
const mostParts = 4;

/** Places people look for by name; the others they find by the sign on the plan. */
const listed: ReadonlySet<AreaKind> = new Set([
  'window',
  'counter',
  'service',
  'self-service',
  'reading',
  'library',
  'archive',
  'meeting',
  'office',
]);

type Known = Pick<WallContent, 'manifest' | 'guideAgencies'>;

function placeOf(area: HallArea, { manifest, guideAgencies }: Known): FloorPlace {
  const agencies = manifest.agencies.filter(({ id }) => area.agencyIds.includes(id));
  const names = agencies.map(({ name, shortName }) => shortName ?? name);
  const guides = agencies.map(({ name }) => guideAgencies.find((one) => one.name === name)?.count ?? 0);
  return {
    kind: area.kind,
    numbers: area.kind === 'window' && area.number !== null ? [area.number] : [],
    name: area.name,
    line: names.length > 0 ? names.join('、') : (area.note ?? ''),
    guides: guides.reduce((sum, count) => sum + count, 0),
  };
}

/** Windows of one name for the same agencies are one line with all their numbers. */
function joined(places: readonly FloorPlace[]): FloorPlace[] {
  const groups = Map.groupBy(places, (place) =>
    place.numbers.length === 0 ? place : `${place.name}\n${place.line}`,
  );
  return [...groups.values()].map((group) => ({
    ...(group[0] as FloorPlace),
    numbers: group.flatMap(({ numbers }) => numbers),
  }));
}

/** The listed places of a floor: windows first, as they are drawn. */
export function placesOfFloor(floor: HallFloor, known: Known): FloorPlace[] {
  const areas = floor.areas.filter(({ kind }) => listed.has(kind));
  const ordered = areas.toSorted((a, b) => Number(b.kind === 'window') - Number(a.kind === 'window'));
  return joined(ordered.map((area) => placeOf(area, known)));
}

/** The pages of all floors; a floor with more places than fit has its plan on several. */
export function floorPages(content: WallContent, box: Box, seconds: number): WallPage[] {
  const floors = content.manifest.venue.hall?.floors ?? [];
  return floors
    .filter(({ areas }) => areas.length > 0)
    .flatMap((floor) => pagesOfFloor(floor, content, box, seconds));
}

function pagesOfFloor(floor: HallFloor, content: WallContent, box: Box, seconds: number): WallPage[] {
  const places = placesOfFloor(floor, content);
  const subject = floor.id;
  if (places.length === 0) {
    return [{ split: 'whole', main: { type: 'floor-map', subject, floor, part: 1 }, side: null, seconds }];
  }
  const parts = Math.min(mostParts, Math.ceil(places.length / rowsIn(box, placeUnits)));
  // Even parts: a last page of one line would look forgotten.
  const size = Math.ceil(places.length / parts);
  return Array.from({ length: parts }, (_, at) => ({
    split: 'half' as const,
    main: { type: 'floor-map' as const, subject, floor, part: at + 1 },
    side: {
      type: 'floor-places' as const,
      title: floor.name,
      places: places.slice(at * size, (at + 1) * size),
      part: at + 1,
      parts,
    },
    seconds,
  }));
}
