// The figures of a chart as sentences: the same as its drawing and its table, for those who listen.
import type { ChartModel } from '../catalogue/chart-model.ts';
import { figureText } from './figure-text.ts';

/** Between words, in the language in use. */
export interface SpokenWords {
  /** `：` or `: `. */
  readonly colon: string;
  /** `，` or `, `. */
  readonly comma: string;
  /** `。` or `.`. */
  readonly stop: string;
  /** Said where there is no figure. */
  readonly none: string;
}

/** A sentence a category: its name, then the figure of every series with the unit. */
export function spokenFigures({ categories, series, unit }: ChartModel, words: SpokenWords): string[] {
  const figure = (value: number | null) =>
    value === null ? words.none : `${figureText(value)}${spaced(unit)}`;
  return categories.map((name, at) => {
    const figures = series.map(({ name: of, values }) => {
      const said = figure(values[at] ?? null);
      return series.length === 1 ? said : `${of} ${said}`;
    });
    return `${name}${words.colon}${figures.join(words.comma)}${words.stop}`;
  });
}

/** Signs stand at their figure, words apart from it. */
function spaced(unit: string | null): string {
  if (unit === null || unit === '') return '';
  return /^[%‰°]/u.test(unit) ? unit : ` ${unit}`;
}
