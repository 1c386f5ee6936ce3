// The figures of a chart as a table: the same ones, every one of them.
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import { figureText, shareText } from '#shared/charts/figure-text.ts';
import { isWhole } from '#shared/charts/parts-of-whole.ts';
import { registerWords as t } from '../../i18n/registers.ts';

/** The heading of a series, with the unit behind it. */
export function headingOf(name: string, unit: string | null): string {
  return unit ? t('chart.valueUnit', { name, unit }) : name;
}

export function ChartTable({ model }: { model: ChartModel }) {
  const { categories, series, unit } = model;
  const hasShares = model.type === 'composition' && isWhole(model);
  const whole = (series[0]?.values ?? []).reduce((sum: number, value) => sum + (value ?? 0), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by keyboard
    <section class="table-frame chart__table" tabIndex={0} aria-label={t('chart.table')}>
      <table lang="zh-CN">
        <thead>
          <tr>
            <th scope="col">{t('chart.item')}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col" class="is-number">
                {headingOf(name, unit)}
              </th>
            ))}
            {hasShares && (
              <th scope="col" class="is-number">
                {t('chart.share')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, at) => (
            <tr key={at}>
              <th scope="row">{category}</th>
              {series.map(({ name, values }) => {
                const value = values[at] ?? null;
                return (
                  <td key={name} class="is-number">
                    {value === null ? '—' : figureText(value)}
                  </td>
                );
              })}
              {hasShares && <td class="is-number">{shareText(series[0]?.values[at] ?? 0, whole)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
