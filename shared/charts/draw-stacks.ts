// What several wholes are made of: one lying bar each, in parts, with its sum at the end.
import type { ChartModel } from '../catalogue/chart-model.ts';
import { type Drawing, type Room, rect, type Shape, text } from './drawing.ts';
import { figureText } from './figure-text.ts';
import { cutText, widthOfText } from './text-width.ts';

type Stacks = Pick<ChartModel, 'categories' | 'series'>;

/** In text sizes. */
const thick = 1.9;
const step = 4.4;

/** A bar's parts one behind the other: where each begins and ends, in the unit of the figures. */
export function stackOf(
  { series }: Stacks,
  category: number,
): { start: number; end: number; place: number }[] {
  let sum = 0;
  return series.flatMap(({ values }, place) => {
    const value = values[category] ?? 0;
    if (value <= 0) return [];
    const start = sum;
    sum = Math.round((sum + value) * 1e6) / 1e6;
    return [{ start, end: sum, place }];
  });
}

/** Draws the stacks. Figures below nothing have no place in a whole and must be drawn as bars. */
export function drawStacks(stacks: Stacks, { width, text: size }: Room): Drawing {
  const all = stacks.categories.map((_, category) => stackOf(stacks, category));
  const sums = all.map((parts) => parts.at(-1)?.end ?? 0);
  const most = Math.max(1e-9, ...sums);
  const room = width - Math.max(...sums.map((sum) => widthOfText(figureText(sum), size))) - size;
  const shapes = stacks.categories.flatMap((name, category): Shape[] => {
    const y = category * step * size;
    const end = ((sums[category] ?? 0) / most) * room;
    const baseline = y + size * (1.5 + thick / 2 + 0.36);
    const parts = (all[category] ?? []).flatMap(({ start, end: last, place }): Shape[] => {
      const [from, to] = [(start / most) * room, (last / most) * room];
      const figure = figureText(Math.round((last - start) * 1e6) / 1e6);
      const bar = rect('bar', place, [from, y + size * 1.5, to - from, thick * size]);
      const hasRoom = widthOfText(figure, size) + size * 0.8 <= to - from;
      const at = [(from + to) / 2, baseline] as const;
      return hasRoom ? [bar, text('inside', figure, at, { size, anchor: 'middle', series: place })] : [bar];
    });
    return [
      text('name', cutText(name, size, width), [0, y + size], { size }),
      ...parts,
      text('figure', figureText(sums[category] ?? 0), [end + size * 0.4, baseline], { size }),
    ];
  });
  const height = Math.max(0, stacks.categories.length * step - 1) * size;
  return { width, height, shapes };
}
