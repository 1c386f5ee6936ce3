// What stands on a place of a floor plan: its number, its name where that fits, or its sign.
import { h } from 'preact';
import type { HallArea } from '#shared/catalogue/hall-plan.ts';
import { hallIcons } from './hall-icons.ts';

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
export const signedKinds: ReadonlySet<HallArea['kind']> = new Set([
  'toilet',
  'accessible-toilet',
  'lactation',
  'water',
  'lift',
  'stairs',
  'entrance',
]);

/** @param letter height of lettering in metres of the plan */
export function AreaWords({ area, letter }: { area: HallArea; letter: number }) {
  const lines = signedKinds.has(area.kind) ? [] : linesOf(area, letter);
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
