// A floor of the hall for people who stand five metres away: the plan, and what its windows and rooms are for.
import { type HallArea, type HallFloor, openKinds } from '#shared/catalogue/hall-plan.ts';
import { hallIcons } from '../../components/hall-icons.ts';
import { AreaWords, signedKinds } from '../../components/hall-lettering.tsx';
import { Icon } from '../../components/icon.tsx';
import { formatCount } from '../../i18n/format.ts';
import { hallWords } from '../../i18n/hall-words.ts';
import { t } from '../../i18n/translate.ts';
import { type Box, typeSizes } from '../wall-geometry.ts';
import type { FloorPlace } from '../wall-page.ts';

/** What title and legend take of the panel, in units. */
const aroundPlan = 20;
const margin = 0.5;

/** Lettering as large as a wall's smaller texts, whatever the size of the floor; in metres of the plan. */
function letterOf({ width, depth }: HallFloor, box: Box): number {
  const scale = Math.min(
    box.width / (width + 2 * margin),
    Math.max(10, box.height - aroundPlan) / (depth + 2 * margin),
  );
  return typeSizes.second / scale;
}

function Place({ area, letter }: { area: HallArea; letter: number }) {
  const look = openKinds.has(area.kind) ? 'open' : area.kind;
  return (
    <g class={`floor-area floor-area--${look} ${signedKinds.has(area.kind) ? 'floor-area--signed' : ''}`}>
      <rect x={area.x} y={area.y} width={area.width} height={area.depth} rx={0.2} />
      <AreaWords area={area} letter={letter} />
    </g>
  );
}

/** What the signs on the plan mean, each once. */
function Legend({ areas }: { areas: readonly HallArea[] }) {
  const kinds = [...new Set(areas.map(({ kind }) => kind))].filter((kind) => signedKinds.has(kind));
  if (kinds.length === 0) return null;
  return (
    <ul class="floor-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <Icon node={hallIcons[kind]} />
          {hallWords(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

export function FloorMap({ floor, box }: { floor: HallFloor; box: Box }) {
  const letter = letterOf(floor, box);
  // Walls stand over the floor people walk on.
  const areas = floor.areas.toSorted((a, b) => Number(openKinds.has(b.kind)) - Number(openKinds.has(a.kind)));
  return (
    <>
      <h2 class="sheet-title" lang="zh-CN">
        {hallWords('map', { floor: floor.name })}
      </h2>
      <svg
        class="floor-map"
        role="img"
        viewBox={`${-margin} ${-margin} ${floor.width + 2 * margin} ${floor.depth + 2 * margin}`}
        aria-label={hallWords('map', { floor: floor.name })}
      >
        <rect class="floor-ground" width={floor.width} height={floor.depth} rx={0.3} />
        {areas.map((area) => (
          <Place key={area.id} area={area} letter={letter} />
        ))}
      </svg>
      <Legend areas={floor.areas} />
    </>
  );
}

interface FloorPlacesProps {
  readonly title: string;
  readonly places: readonly FloorPlace[];
  readonly part: number;
  readonly parts: number;
}

export function FloorPlaces({ title, places, part, parts }: FloorPlacesProps) {
  return (
    <>
      <h2 class="sheet-title" lang="zh-CN">
        {hallWords('placesOn', { floor: title })}
      </h2>
      <ul class="floor-places">
        {places.map(({ kind, numbers, name, line, guides }) => (
          <li class="floor-place" key={`${numbers.join()} ${name} ${line}`}>
            <span class="floor-place__mark figures">
              {numbers.length > 0 ? numbers.join('、') : <Icon node={hallIcons[kind]} />}
            </span>
            <span class="floor-place__name" lang="zh-CN">
              {name}
            </span>
            {guides > 0 && (
              <span class="floor-place__count figures">
                {t('wall.windows.count', { count: formatCount(guides) })}
              </span>
            )}
            {line !== '' && (
              <span class="floor-place__line" lang="zh-CN">
                {line}
              </span>
            )}
          </li>
        ))}
      </ul>
      {parts > 1 && <p class="sheet-note figures">{t('wall.place', { page: part, pages: parts })}</p>}
    </>
  );
}
