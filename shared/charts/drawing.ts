// A drawing as plain shapes: worked out once here, then put on glass, on the wall and into the phone page as SVG.
import type { Language } from '../errors/app-error.ts';

/** What a shape is in the drawing; style sheets name it `chart__<mark>`. */
export type Mark =
  | 'bar'
  | 'slice'
  | 'line'
  | 'marker'
  | 'ground'
  | 'grid'
  | 'name'
  | 'figure'
  | 'inside'
  | 'tick'
  | 'total';

/** Which colour and pattern a shape has: 0 to 5, or `rest`; null for those that have the colour of text. */
export type SeriesPlace = number | 'rest' | null;

interface Drawn {
  readonly mark: Mark;
  readonly series: SeriesPlace;
}

export interface RectShape extends Drawn {
  readonly shape: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PathShape extends Drawn {
  readonly shape: 'path';
  readonly d: string;
}

export interface TextShape extends Drawn {
  readonly shape: 'text';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
}

export type Shape = RectShape | PathShape | TextShape;

/** Shapes in a box from 0, 0. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The room a drawing has. All its sizes follow that of the text, so that it grows with large type. */
export interface Room {
  readonly width: number;
  /** Size of names and figures. */
  readonly text: number;
  readonly language: Language;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

export function rect(
  mark: Mark,
  series: SeriesPlace,
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
): RectShape {
  return {
    shape: 'rect',
    mark,
    series,
    x: rounded(x),
    y: rounded(y),
    width: rounded(Math.max(0, width)),
    height: rounded(Math.max(0, height)),
  };
}

/** A path from commands and numbers: `path('line', 0, 'M', 0, 1, 'L', 2, 3)`. */
export function path(mark: Mark, series: SeriesPlace, ...parts: readonly (string | number)[]): PathShape {
  const d = parts.map((part) => (typeof part === 'number' ? String(rounded(part)) : part)).join(' ');
  return { shape: 'path', mark, series, d };
}

export function text(
  mark: Mark,
  words: string,
  at: readonly [x: number, y: number],
  { size, anchor = 'start', series = null }: Partial<TextShape> & { readonly size: number },
): TextShape {
  return { shape: 'text', mark, series, x: rounded(at[0]), y: rounded(at[1]), text: words, anchor, size };
}
