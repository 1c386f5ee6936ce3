// The parts of a whole, largest first, with the smallest ones told together.
import type { ChartModel } from '../catalogue/chart-model.ts';
import type { SeriesPlace } from './drawing.ts';

/** One part of a whole. */
export interface Part {
  /** Null for what is left over. */
  readonly name: string | null;
  readonly value: number;
  /** Of the whole, from 0 to 1. */
  readonly share: number;
  readonly place: SeriesPlace;
  /** How many categories it stands for. */
  readonly categories: number;
}

/** As many as have a colour and a pattern of their own. */
export const mostParts = 6;

/** Whether a chart's first series can be drawn as a whole: nothing below nothing, and something above it. */
export function isWhole({ series }: Pick<ChartModel, 'series'>): boolean {
  const values = series[0]?.values.filter((value) => value !== null) ?? [];
  return series.length === 1 && values.every((value) => value >= 0) && values.some((value) => value > 0);
}

/** The parts; together they are all there is. */
export function partsOfWhole({ categories, series }: Pick<ChartModel, 'categories' | 'series'>): Part[] {
  const values = series[0]?.values ?? [];
  const all = categories
    .map((name, at) => ({ name, value: values[at] ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const whole = all.reduce((sum, { value }) => sum + value, 0);
  // One that would be left over alone has the place of the rest, and its name.
  const kept = all.length === mostParts + 1 ? all : all.slice(0, mostParts);
  const parts = kept.map(
    ({ name, value }, at): Part => ({
      name,
      value,
      share: value / whole,
      place: at < mostParts ? at : 'rest',
      categories: 1,
    }),
  );
  const rest = all.slice(kept.length);
  if (rest.length === 0) return parts;
  const value = Math.round(rest.reduce((sum, part) => sum + part.value, 0) * 1e6) / 1e6;
  return [...parts, { name: null, value, share: value / whole, place: 'rest', categories: rest.length }];
}
