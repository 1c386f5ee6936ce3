// One floor drawn: every place a touch target, where one stands, and the way to the chosen place.
import { type HallArea, type HallFloor, type HallPoint, openKinds } from '#shared/catalogue/hall-plan.ts';
import { cornersOf, type RouteLeg } from '#shared/catalogue/hall-route.ts';
import { hallWords } from '../i18n/hall-words.ts';
import { placeName } from '../state/hall-route-words.ts';
import { isElder } from '../state/modes.ts';
import { AreaWords } from './hall-lettering.tsx';

interface HallMapProps {
  readonly floor: HallFloor;
  readonly chosenId: string | null;
  readonly here: HallPoint | null;
  readonly leg: RouteLeg | null;
  readonly onChoose: (id: string) => void;
}

/** Lettering in metres of the plan: a forty-fourth of the floor's longer side, more for tired eyes. */
const letterOf = ({ width, depth }: HallFloor) => Math.max(width, depth) / (isElder.value ? 34 : 44);

function Area({ area, floor, chosenId, onChoose }: HallMapProps & { area: HallArea }) {
  const isChosen = area.id === chosenId;
  const look = openKinds.has(area.kind) ? 'hall-area hall-area--open' : `hall-area hall-area--${area.kind}`;
  const choose = () => onChoose(area.id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an element of a drawing cannot be a button of HTML
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={placeName(area)}
      class={isChosen ? `${look} hall-area--chosen` : look}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      <rect x={area.x} y={area.y} width={area.width} height={area.depth} rx={0.2} />
      <AreaWords area={area} letter={letterOf(floor)} />
    </g>
  );
}

function Here({ at, letter }: { at: HallPoint; letter: number }) {
  return (
    <g class="hall-here">
      <circle cx={at.x} cy={at.y} r={letter * 0.9} />
      <circle class="hall-here__dot" cx={at.x} cy={at.y} r={letter * 0.4} />
      <text x={at.x} y={at.y - letter * 1.6} font-size={letter} text-anchor="middle">
        {hallWords('here')}
      </text>
    </g>
  );
}

function Way({ leg, letter }: { leg: RouteLeg; letter: number }) {
  const corners = cornersOf(leg.cells);
  const end = corners.at(-1);
  const before = corners.at(-2);
  const path = corners.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const turn = end && before ? Math.atan2(end.y - before.y, end.x - before.x) : 0;
  const degrees = (turn * 180) / Math.PI;
  return (
    <g class="hall-way">
      <path class="hall-way__edge" d={path} stroke-width={letter * 0.8} />
      <path d={path} stroke-width={letter * 0.45} />
      {end && before && (
        <path
          class="hall-way__tip"
          d={`M0 0L${-letter} ${letter * 0.8}L${-letter} ${-letter * 0.8}Z`}
          transform={`translate(${end.x} ${end.y}) rotate(${degrees}) translate(${letter * 0.4} 0)`}
        />
      )}
    </g>
  );
}

export function HallMap(props: HallMapProps) {
  const { floor, here, leg } = props;
  const letter = letterOf(floor);
  const open = floor.areas.filter(({ kind }) => openKinds.has(kind));
  const solid = floor.areas.filter(({ kind }) => !openKinds.has(kind));
  const isHere = here !== null && here.floorId === floor.id;
  return (
    <svg
      class="hall-map"
      viewBox={`-0.5 -0.5 ${floor.width + 1} ${floor.depth + 1}`}
      aria-label={hallWords('map', { floor: floor.name })}
    >
      <rect class="hall-floor" width={floor.width} height={floor.depth} rx={0.3} />
      {[...open, ...solid].map((area) => (
        <Area key={area.id} {...props} area={area} />
      ))}
      {leg !== null && leg.cells.length > 1 && <Way leg={leg} letter={letter} />}
      {isHere && here && <Here at={here} letter={letter} />}
    </svg>
  );
}
