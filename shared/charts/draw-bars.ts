// Bars with their figures written at their ends: no axis has to be read. Upright where names are short, else lying.
import type { ChartModel } from '../catalogue/chart-model.ts';
import { roundAxis, shareOnAxis } from './axis.ts';
import { type Drawing, path, type Room, rect, type Shape, text } from './drawing.ts';
import { figureText } from './figure-text.ts';
import { cutText, widthOfText } from './text-width.ts';

/** More upright bars than this are a fence. */
const mostUpright = 12;
/** Sizes in text sizes. */
const uprightHeight = 11;
const thickness = { alone: 1.5, together: 1.15 };
const gaps = { bar: 0.25, category: 1.1, label: 0.4 };
/** Names up to this long stand beside their bar, longer ones above it. */
const besideAtMost = 7;

type Bars = Pick<ChartModel, 'categories' | 'series'>;

const valuesOf = ({ series }: Bars) =>
  series.flatMap(({ values }) => values.filter((value) => value !== null));

/** Whether every name and figure has room under and above its upright bar. */
export function areBarsUpright({ categories, series }: Bars, { width, text: size }: Room): boolean {
  if (categories.length > mostUpright || categories.length * series.length > 2 * mostUpright) return false;
  const slot = width / Math.max(1, categories.length);
  const hasRoom = (words: string, room: number) => widthOfText(words, size) + size * 0.5 <= room;
  const barRoom = (slot - size * 0.8) / series.length;
  return (
    categories.every((name) => hasRoom(name, slot)) &&
    valuesOf({ categories, series }).every((value) =>
      hasRoom(figureText(value), series.length === 1 ? slot : barRoom),
    )
  );
}

/** Draws the bars; each series has its own place of colour and pattern. */
export function drawBars(bars: Bars, room: Room): Drawing {
  return areBarsUpright(bars, room) ? drawUpright(bars, room) : drawLying(bars, room);
}

function drawUpright({ categories, series }: Bars, { width, text: size }: Room): Drawing {
  const axis = roundAxis(valuesOf({ categories, series }));
  const [top, plot] = [size * 1.4, size * uprightHeight];
  const yOf = (value: number) => top + plot * (1 - shareOnAxis(value, axis));
  const slot = width / Math.max(1, categories.length);
  const each = Math.min(size * 4, (slot - size * 0.8) / series.length);
  const ground = yOf(0);
  const hasNegative = axis.least < 0;
  const namesAt = top + plot + size * (hasNegative ? 2.6 : 1.4);
  const shapes = categories.flatMap((name, category) => {
    const start = slot * (category + 0.5) - (each * series.length) / 2;
    const drawn = series.flatMap(({ values }, place): Shape[] => {
      const value = values[category] ?? null;
      const middle = start + each * (place + 0.5);
      if (value === null)
        return [text('figure', '—', [middle, ground - size * gaps.label], { size, anchor: 'middle' })];
      const [y, end] = [Math.min(yOf(value), ground), Math.max(yOf(value), ground)];
      const figureAt = value < 0 ? end + size * 1.1 : y - size * gaps.label;
      return [
        rect('bar', place, [start + each * place + size * 0.1, y, each - size * 0.2, end - y]),
        text('figure', figureText(value), [middle, figureAt], { size, anchor: 'middle' }),
      ];
    });
    return [...drawn, text('name', name, [slot * (category + 0.5), namesAt], { size, anchor: 'middle' })];
  });
  const line = path('ground', null, 'M', 0, ground, 'H', width);
  return { width, height: namesAt + size * 0.5, shapes: [...shapes, line] };
}

function drawLying({ categories, series }: Bars, { width, text: size }: Room): Drawing {
  const values = valuesOf({ categories, series });
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const widest = (chosen: readonly number[]) =>
    Math.max(0, ...chosen.map((value) => widthOfText(figureText(value), size))) + size * 0.8;
  const longest = Math.max(0, ...categories.map((name) => widthOfText(name, size)));
  const isBeside = longest <= besideAtMost * size;
  const left =
    (isBeside ? longest + size * 0.8 : 0) + (low < 0 ? widest(values.filter((value) => value < 0)) : 0);
  const right = width - widest(values.filter((value) => value >= 0));
  const xOf = (value: number) =>
    left + (right - left) * shareOnAxis(value, { least: low, most: high || (low < 0 ? 0 : 1) });
  const thick = size * (series.length === 1 ? thickness.alone : thickness.together);
  const nameHeight = isBeside ? 0 : size * 1.5;
  const block = nameHeight + series.length * thick + (series.length - 1) * size * gaps.bar;
  const step = block + size * (isBeside && series.length === 1 ? 0.65 : gaps.category);
  const ground = xOf(0);
  const shapes = categories.flatMap((name, category) => {
    const y = step * category;
    const middle = y + nameHeight + (block - nameHeight) / 2;
    const label = isBeside
      ? text('name', name, [0, middle + size * 0.36], { size })
      : text('name', cutText(name, size, width), [0, y + size], { size });
    const drawn = series.flatMap(({ values: own }, place): Shape[] => {
      const value = own[category] ?? null;
      const barY = y + nameHeight + place * (thick + size * gaps.bar);
      const baseline = barY + thick / 2 + size * 0.36;
      if (value === null) return [text('figure', '—', [ground + size * gaps.label, baseline], { size })];
      const [x, end] = [Math.min(xOf(value), ground), Math.max(xOf(value), ground)];
      const isNegative = value < 0;
      return [
        rect('bar', place, [x, barY, Math.max(end - x, value === 0 ? 0 : size * 0.12), thick]),
        text(
          'figure',
          figureText(value),
          [isNegative ? x - size * gaps.label : end + size * gaps.label, baseline],
          {
            size,
            anchor: isNegative ? 'end' : 'start',
          },
        ),
      ];
    });
    return [label, ...drawn];
  });
  const height = step * categories.length;
  // Names above their bars are not run through: the line stands beside the bars alone.
  const pieces = isBeside
    ? ['M', ground, 0, 'V', Math.max(0, height - (step - block))]
    : categories.flatMap((_, at) => ['M', ground, step * at + nameHeight, 'V', step * at + block]);
  const line = path('ground', null, ...pieces);
  return { width, height, shapes: isBeside || low < 0 ? [...shapes, line] : shapes };
}
