// The accountability board: each agency's time to answer as a bar, how people find it, and what is late.
import type { AgencyFigures } from '#shared/statistics/public-figures.ts';
import { figuresWords as t } from '../i18n/figures-words.ts';
import { countText } from '../state/figures-text.ts';

interface BoardProps {
  readonly board: readonly AgencyFigures[];
  readonly year: number;
}

/** The quickest first, those nothing can be said of last. */
export function sortBoard(board: readonly AgencyFigures[]): readonly AgencyFigures[] {
  return [...board].sort(
    (a, b) =>
      (a.medianDays ?? Number.POSITIVE_INFINITY) - (b.medianDays ?? Number.POSITIVE_INFINITY) ||
      (a.name < b.name ? -1 : 1),
  );
}

function Line({ agency, most }: { readonly agency: AgencyFigures; readonly most: number }) {
  const { name, medianDays, satisfaction, overdue } = agency;
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {name}
      </th>
      <td class="board__time">
        {medianDays === null ? (
          t('none')
        ) : (
          <>
            <span class="figures">{t('days', { days: medianDays })}</span>
            <span class="board__bar" aria-hidden="true">
              <span style={{ width: `${(100 * medianDays) / most}%` }} />
            </span>
          </>
        )}
      </td>
      <td class="figures is-number">{satisfaction === null ? t('none') : satisfaction.toFixed(1)}</td>
      <td class={`is-number ${overdue === 0 ? 'board__none' : 'board__late'}`}>
        {overdue === 0 ? t('overdueNone') : countText(overdue)}
      </td>
    </tr>
  );
}

export function FiguresBoard({ board, year }: BoardProps) {
  const sorted = sortBoard(board);
  const most = Math.max(1, ...board.map(({ medianDays }) => medianDays ?? 0));
  return (
    <section class="figures-card">
      <header class="figures-card__head">
        <div>
          <h2 class="section-title">{t('board')}</h2>
          <p class="figures-note">{t('boardLine', { year })}</p>
        </div>
      </header>
      <table class="board">
        <thead>
          <tr>
            <th scope="col">{t('agency')}</th>
            <th scope="col">
              {t('medianDays')}
              <span class="board__hint">{t('medianNote')}</span>
            </th>
            <th scope="col" class="is-number">
              {t('satisfied')}
            </th>
            <th scope="col" class="is-number">
              {t('overdue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((agency) => (
            <Line key={agency.agencyId} agency={agency} most={most} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
