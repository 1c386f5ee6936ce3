// Who owes how much: by agency and by the person who answers for it; a row leads to what they owe.
import type { Escalation } from '#shared/protocol/deadlines-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { ScrollArea } from './scroll-area.tsx';

interface EscalationTableProps {
  readonly rows: Escalation['rows'];
  readonly onChoose: (row: Escalation['rows'][number]) => void;
}

export function EscalationTable({ rows, onChoose }: EscalationTableProps) {
  return (
    <ScrollArea label={t('deadlines.agencies')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('deadlines.agency')}</th>
            <th scope="col">{t('deadlines.person')}</th>
            <th scope="col">{t('deadlines.overdue')}</th>
            <th scope="col">{t('deadlines.soon')}</th>
            <th scope="col">{t('deadlines.oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.agencyId} ${row.person}`}>
              <td class="grow">
                <button type="button" class="button button-quiet button-small" onClick={() => onChoose(row)}>
                  {row.agencyName}
                </button>
              </td>
              <td>{row.person || t('deadlines.nobody')}</td>
              <td class="numeric">
                {row.overdue > 0 ? <span class="tag tag-bad">{formatCount(row.overdue)}</span> : 0}
              </td>
              <td class="numeric">{formatCount(row.soon)}</td>
              <td class="numeric">{row.oldestDueOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
