// Problems of a file by row and column, refusals first to be read.
import type { RowProblemView } from '#shared/protocol/hub-api.ts';
import { formatCount, t } from '../i18n/index.ts';

interface ProblemTableProps {
  readonly title: string;
  readonly problems: readonly RowProblemView[];
  /** How many there are in all; the list may hold fewer. */
  readonly total: number;
  readonly isRefusal?: boolean;
}

export function ProblemTable({ title, problems, total, isRefusal = false }: ProblemTableProps) {
  return (
    <details open={isRefusal}>
      <summary class={isRefusal ? 'refusal' : ''}>
        {title} · {formatCount(total)}
      </summary>
      <div class="table-wrap change-list">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index}>
                <td class="numeric">{problem.row ?? '—'}</td>
                <td>{problem.column ?? '—'}</td>
                <td class="grow">{problem.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > problems.length && (
        <p class="secondary">{t('import.moreProblems', { count: total - problems.length })}</p>
      )}
    </details>
  );
}
