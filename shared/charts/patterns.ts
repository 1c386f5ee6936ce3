// A pattern for each place, laid over its colour: series are told apart also where colours are not seen.
import type { SeriesPlace } from './drawing.ts';

/** A square that repeats, and the strokes in it. */
export interface Pattern {
  /** Side of the square and width of the strokes, in text sizes. */
  readonly side: number;
  readonly stroke: number;
  /** Degrees the whole is turned by. */
  readonly turn: number;
  /** Strokes, in hundredths of the side. */
  readonly d: string;
}

const upright = 'M 50 0 V 100';
const crossed = 'M 50 0 V 100 M 0 50 H 100';

const patterns: readonly (Pattern | null)[] = [
  null,
  { side: 0.5, stroke: 0.14, turn: 45, d: upright },
  { side: 0.62, stroke: 0.2, turn: 0, d: 'M 49 50 H 51' },
  { side: 0.5, stroke: 0.12, turn: -45, d: upright },
  { side: 0.62, stroke: 0.1, turn: 45, d: crossed },
  { side: 0.55, stroke: 0.16, turn: 90, d: upright },
];

/** The pattern over the colour of `place`; null where the colour stands alone. */
export function patternOf(place: SeriesPlace): Pattern | null {
  return typeof place === 'number' ? (patterns[place] ?? null) : null;
}

/** Every place that has a pattern. */
export const patternedPlaces = patterns.flatMap((pattern, place) => (pattern === null ? [] : [place]));
