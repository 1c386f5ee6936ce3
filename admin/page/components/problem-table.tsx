// Problems of a file by row and column.
import type { RowProblemView } from '#shared/protocol/import-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { ScrollArea } from './scroll-area.tsx';

interface ProblemTableProps {
  readonly label: string;
  readonly problems: readonly RowProblemView[];
  /** How many there are in all; the list may hold fewer. */
  readonly total: number;
}

export function ProblemTable({ label, problems, total }: ProblemTableProps) {
  return (
    <>
      <ScrollArea label={label} isLow>
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
                <td class="numeric">{problem.row ?? t('import.wholeFile')}</td>
                <td title={problem.column ?? ''}>{problem.column ?? '—'}</td>
                <td class="grow">{problem.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {total > problems.length && (
        <p class="secondary">{t('import.moreProblems', { count: formatCount(total - problems.length) })}</p>
      )}
    </>
  );
}
