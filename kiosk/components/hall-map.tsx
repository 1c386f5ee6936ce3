// One floor drawn: every place a touch target, where one stands, and the way to the chosen place.
import { h } from 'preact';
import { type HallArea, type HallFloor, type HallPoint, openKinds } from '#shared/catalogue/hall-plan.ts';
import { cornersOf, type RouteLeg } from '#shared/catalogue/hall-route.ts';
import { hallWords } from '../i18n/hall-words.ts';
import { placeName } from '../state/hall-route-words.ts';
import { isElder } from '../state/modes.ts';
import { hallIcons } from './hall-icons.ts';

interface HallMapProps {
  readonly floor: HallFloor;
  readonly chosenId: string | null;
  readonly here: HallPoint | null;
  readonly leg: RouteLeg | null;
  readonly onChoose: (id: string) => void;
}

/** Lettering in metres of the plan: a forty-fourth of the floor's longer side, more for tired eyes. */
const letterOf = ({ width, depth }: HallFloor) => Math.max(width, depth) / (isElder.value ? 34 : 44);

/** The words that fit: the number over a window, else the name, in two lines where it must be. */
function linesOf(area: HallArea, letter: number): string[] {
  const words = area.kind === 'window' && area.number !== null ? area.number : area.name;
  const perLine = Math.floor((area.width - letter * 0.4) / letter);
  const most = Math.floor(area.depth / (letter * 1.25));
  if (perLine < 1 || most < 1) return [];
  // Latin letters and digits are half as wide as a character.
  const wide = /^[\x20-\x7e]+$/.test(words) ? perLine * 2 : perLine;
  if (words.length <= wide) return [words];
  const half = Math.ceil(words.length / 2);
  return most >= 2 && half <= wide ? [words.slice(0, half), words.slice(half)] : [];
}

function AreaSign({ area, letter }: { area: HallArea; letter: number }) {
  const size = Math.min(letter * 2, area.width * 0.8, area.depth * 0.8);
  const x = area.x + (area.width - size) / 2;
  const y = area.y + (area.depth - size) / 2;
  return (
    <svg class="hall-sign" x={x} y={y} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {hallIcons[area.kind].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

/** Kinds people know by their sign; the others are told by their name. */
const signed: ReadonlySet<HallArea['kind']> = new Set([
  'toilet',
  'accessible-toilet',
  'lactation',
  'water',
  'lift',
  'stairs',
  'entrance',
]);

function AreaWords({ area, letter }: { area: HallArea; letter: number }) {
  const lines = signed.has(area.kind) ? [] : linesOf(area, letter);
  if (lines.length === 0) return <AreaSign area={area} letter={letter} />;
  const size = area.kind === 'window' ? letter * 1.5 : letter;
  const top = area.y + area.depth / 2 - ((lines.length - 1) * letter * 1.25) / 2;
  return (
    <text class="hall-name" font-size={size} text-anchor="middle" dominant-baseline="central">
      {lines.map((line, at) => (
        <tspan key={line} x={area.x + area.width / 2} y={top + at * letter * 1.25}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

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
