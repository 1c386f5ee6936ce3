// A chart as figures: what is drawn, what is told instead of the drawing, and what stands in its table are the same.

export const chartTypes = ['bar', 'line', 'composition'] as const;
export type ChartType = (typeof chartTypes)[number];

/** At most 40 categories and 6 series; every series has one value a category. */
export interface ChartModel {
  readonly type: ChartType;
  readonly title: string;
  readonly unit: string | null;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** Null where there is no figure. */
  readonly values: readonly (number | null)[];
}

export const mostCategories = 40;
export const mostSeries = 6;
