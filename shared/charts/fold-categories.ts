// The first of a long chart's categories.
import type { ChartModel } from '../catalogue/chart-model.ts';

/** The chart with at most so many categories; the figures of the others are left to its table. */
export function foldCategories(model: ChartModel, most: number): ChartModel {
  return {
    ...model,
    categories: model.categories.slice(0, most),
    series: model.series.map(({ name, values }) => ({ name, values: values.slice(0, most) })),
  };
}
