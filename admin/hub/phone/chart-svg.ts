// A drawing as SVG for the phone page: colours as attributes, for the page's policy allows no inline styles.
import { restOnPaper, seriesOnPaper } from '#shared/charts/chart-palette.ts';
import type { Drawing, SeriesPlace, Shape } from '#shared/charts/drawing.ts';
import { patternedPlaces, patternOf } from '#shared/charts/patterns.ts';
import { type Content, html, type Markup } from './markup.ts';

/** What a drawing is called and how it is told apart from the other ones of its page. */
export interface DrawingName {
  /** Unique on the page; of letters, digits and dashes. */
  readonly id: string;
  /** Said in place of the drawing. */
  readonly name: string;
  /** Size of its text; patterns follow it. */
  readonly text: number;
}

const ink = '#1d2327';
const second = '#4a5560';
const hairline = '#e4ded2';

/** A picture with a name; its figures must stand beside it as text. */
export function drawingSvg({ width, height, shapes }: Drawing, { id, name, text }: DrawingName): Markup {
  const drawn = shapes.filter(({ shape }) => shape !== 'text');
  const texts = shapes.filter(({ shape }) => shape === 'text');
  const box = `0 0 ${width} ${Math.ceil(height)}`;
  return html`<svg class="drawing" role="img" aria-label="${name}" viewBox="${box}">
${patternDefs(id, text)}${drawn.map((shape) => [drawnShape(shape), overlay(shape, id)])}${texts.map(drawnShape)}</svg>`;
}

/** A square in the colour and pattern of a place, for lists and keys beside a drawing. */
export function swatch(place: SeriesPlace, id: string): Markup {
  const pattern = patternOf(place);
  return html`<svg class="swatch" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><rect width="14" height="14" rx="2" fill="${colourOf(place)}"/>${
    pattern === null ? null : html`<rect width="14" height="14" rx="2" fill="url(#${id}-${String(place)})"/>`
  }</svg>`;
}

function colourOf(place: SeriesPlace): string {
  if (place === 'rest') return restOnPaper;
  return place === null ? ink : (seriesOnPaper[place % seriesOnPaper.length] ?? ink);
}

function patternDefs(id: string, size: number): Content {
  const patterns = patternedPlaces.map((place) => {
    const pattern = patternOf(place);
    if (pattern === null) return null;
    const side = pattern.side * size;
    return html`<pattern id="${id}-${place}" width="${side}" height="${side}" patternUnits="userSpaceOnUse" patternTransform="rotate(${pattern.turn})"><path d="${pattern.d}" stroke="#fff" stroke-width="${(pattern.stroke / pattern.side) * 100}" stroke-linecap="round" transform="scale(${side / 100})"/></pattern>`;
  });
  return html`<defs>${patterns}</defs>`;
}

function drawnShape(shape: Shape): Markup {
  if (shape.shape === 'rect') {
    const { x, y, width, height, series } = shape;
    return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colourOf(series)}"/>`;
  }
  return shape.shape === 'path' ? drawnPath(shape) : drawnText(shape);
}

function drawnPath({ mark, series, d }: Extract<Shape, { shape: 'path' }>): Markup {
  if (mark === 'ground' || mark === 'grid') {
    return html`<path d="${d}" fill="none" stroke="${mark === 'ground' ? second : hairline}" stroke-width="1"/>`;
  }
  if (mark === 'line') {
    return html`<path d="${d}" fill="none" stroke="${colourOf(series)}" stroke-width="2.2" stroke-linejoin="round"/>`;
  }
  return html`<path d="${d}" fill="${colourOf(series)}" stroke="#faf8f3" stroke-width="1"/>`;
}

function drawnText({ mark, x, y, text, anchor, size, series }: Extract<Shape, { shape: 'text' }>): Markup {
  const quiet = mark === 'tick' ? second : ink;
  const colour = typeof series === 'number' && mark === 'name' ? colourOf(series) : quiet;
  const weight = mark === 'figure' || mark === 'total' ? html` font-weight="600"` : null;
  // On a bar, a rim of white keeps a figure apart from colour and pattern.
  const rim =
    mark === 'inside'
      ? html` stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
      : null;
  return html`<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${weight}${rim}>${text}</text>`;
}

/** The same shape once more, filled with its pattern. */
function overlay(shape: Shape, id: string): Content {
  if ((shape.mark !== 'bar' && shape.mark !== 'slice') || patternOf(shape.series) === null) return null;
  const fill = `url(#${id}-${String(shape.series)})`;
  if (shape.shape === 'path') return html`<path d="${shape.d}" fill="${fill}"/>`;
  if (shape.shape !== 'rect') return null;
  const { x, y, width, height } = shape;
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}
