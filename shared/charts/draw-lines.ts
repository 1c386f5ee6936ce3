// Lines over time: an axis from nothing, a marker for every figure, and the name of each line at its end.
import type { ChartModel } from '../catalogue/chart-model.ts';
import { type Axis, roundAxis, shareOnAxis } from './axis.ts';
import { type Drawing, path, type Room, type Shape, text } from './drawing.ts';
import { figureText, shortFigure } from './figure-text.ts';
import { markerPath } from './markers.ts';
import { cutText, widthOfText } from './text-width.ts';

type Lines = Pick<ChartModel, 'categories' | 'series'>;

/** In text sizes. */
const plotHeight = 13;
const markerRadius = 0.36;
/** The share of the width that names at the end of lines may take. */
const mostForNames = 0.3;
const lineHeight = 1.3;

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly axis: Axis;
  readonly size: number;
  readonly count: number;
}

const xAt = ({ left, right, count }: Plot, at: number) =>
  count === 1 ? (left + right) / 2 : left + ((right - left) * at) / (count - 1);
const yOf = ({ top, bottom, axis }: Plot, value: number) =>
  bottom - (bottom - top) * shareOnAxis(value, axis);

/** Draws the lines. */
export function drawLines({ categories, series }: Lines, room: Room): Drawing {
  const { width, text: size, language } = room;
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const axis = roundAxis(values);
  const ticks = axis.ticks.map((value) => shortFigure(value, language));
  const ends = endLabels(series, size, width * mostForNames);
  const half = widthOfText(categories[0] ?? '', size) / 2;
  const left = Math.max(Math.max(...ticks.map((tick) => widthOfText(tick, size))) + size * 0.7, half);
  const endRoom = Math.max(0, ...ends.map(({ words }) => widthOfText(words, size))) + size * 0.9;
  const plot: Plot = {
    left: left + size * 0.4,
    right:
      width - (series.length > 1 ? endRoom : Math.max(size, widthOfText(categories.at(-1) ?? '', size) / 2)),
    top: size * 1.6,
    bottom: size * (1.6 + plotHeight),
    axis,
    size,
    count: categories.length,
  };
  const shapes = [
    ...gridOf(plot, ticks),
    ...namesOf(plot, categories),
    ...series.flatMap(({ values: own }, place) => lineOf(plot, own, place)),
    ...(series.length > 1 ? placeEnds(plot, ends) : figuresOf(plot, series[0]?.values ?? [])),
  ];
  return { width, height: plot.bottom + size * 2, shapes };
}

function gridOf(plot: Plot, ticks: readonly string[]): Shape[] {
  const { axis, size } = plot;
  return axis.ticks.flatMap((value, at) => [
    path(
      value === 0 ? 'ground' : 'grid',
      null,
      'M',
      plot.left - size * 0.4,
      yOf(plot, value),
      'H',
      plot.right,
    ),
    text('tick', ticks[at] ?? '', [plot.left - size * 0.8, yOf(plot, value) + size * 0.36], {
      size,
      anchor: 'end',
    }),
  ]);
}

/** Every name, or every second, third … so that they never touch; the last one always. */
function namesOf(plot: Plot, categories: readonly string[]): Shape[] {
  const { size, bottom } = plot;
  const widest = Math.max(...categories.map((name) => widthOfText(name, size))) + size * 0.8;
  const step = Math.max(
    1,
    Math.ceil((widest * (categories.length - 1)) / Math.max(1, plot.right - plot.left)),
  );
  return categories.flatMap((name, at) =>
    (categories.length - 1 - at) % step === 0
      ? [text('name', name, [xAt(plot, at), bottom + size * 1.5], { size, anchor: 'middle' })]
      : [],
  );
}

/** A gap in the figures is a gap in the line. */
function lineOf(plot: Plot, values: readonly (number | null)[], place: number): Shape[] {
  const points = values.map((value, at) =>
    value === null ? null : ([xAt(plot, at), yOf(plot, value)] as const),
  );
  const line = points.flatMap((point, at) => (point === null ? [] : [points[at - 1] ? 'L' : 'M', ...point]));
  const radius = plot.size * markerRadius;
  const markers = points.flatMap((point) =>
    point === null ? [] : [path('marker', place, ...markerPath(place, point, radius))],
  );
  return line.length === 0 ? [] : [path('line', place, ...line), ...markers];
}

/** One line alone: its figures above it, all of them where they have room, else the highest, lowest and last. */
function figuresOf(plot: Plot, values: readonly (number | null)[]): Shape[] {
  const { size } = plot;
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const widest = Math.max(0, ...known.map(({ value }) => widthOfText(figureText(value), size))) + size * 0.6;
  const isRoomy = widest * (values.length - 1) <= plot.right - plot.left;
  const byValue = [...known].sort((a, b) => a.value - b.value);
  const chosen = isRoomy ? known : apart([known.at(-1), byValue.at(-1), byValue[0]], plot, widest);
  return chosen.map(({ value, at }) => {
    const isLow = value < (values[at - 1] ?? value) && value < (values[at + 1] ?? value);
    const y = yOf(plot, value) + size * (isLow && yOf(plot, value) + size * 1.4 < plot.bottom ? 1.4 : -0.7);
    return text('figure', figureText(value), [xAt(plot, at), y], { size, anchor: 'middle' });
  });
}

interface Known {
  readonly value: number;
  readonly at: number;
}

/** The first of those that would touch stays. */
function apart(wanted: readonly (Known | undefined)[], plot: Plot, widest: number): Known[] {
  const kept: Known[] = [];
  for (const one of wanted) {
    const isClear = (other: Known) => Math.abs(xAt(plot, other.at) - xAt(plot, one?.at ?? 0)) >= widest;
    if (one !== undefined && kept.every(isClear)) kept.push(one);
  }
  return kept;
}

interface EndLabel {
  readonly words: string;
  readonly value: number | null;
  readonly place: number;
}

function endLabels(series: Lines['series'], size: number, most: number): EndLabel[] {
  return series.map(({ name, values }, place) => {
    const value = values.findLast((one) => one !== null) ?? null;
    const figure = value === null ? '' : ` ${figureText(value)}`;
    return { words: `${cutText(name, size, most - widthOfText(figure, size))}${figure}`, value, place };
  });
}

/** Names at the height of their line's end, pushed apart where lines end close together. */
function placeEnds(plot: Plot, labels: readonly EndLabel[]): Shape[] {
  const { size } = plot;
  const wanted = labels
    .filter(({ value }) => value !== null)
    .map((label) => ({ ...label, y: yOf(plot, label.value ?? 0) }))
    .sort((a, b) => a.y - b.y);
  const heights = spread(
    wanted.map(({ y }) => y),
    size * lineHeight,
    plot.bottom,
  );
  return wanted.map(({ words, place }, at) =>
    text('name', words, [plot.right + size * 0.8, (heights[at] ?? 0) + size * 0.36], { size, series: place }),
  );
}

/** Heights at least `gap` apart, as near to those wanted as going down and then up again gives; none below `bottom`. */
export function spread(wanted: readonly number[], gap: number, bottom: number): number[] {
  const down: number[] = [];
  for (const y of wanted) down.push(Math.max(y, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  let limit = bottom;
  for (let at = down.length - 1; at >= 0; at -= 1) {
    down[at] = Math.min(down[at] ?? 0, limit);
    limit = (down[at] ?? 0) - gap;
  }
  return down;
}
