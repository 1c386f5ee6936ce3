// The scores of a bulletin: every number opens to what was counted.
import type { Bulletin, ScoredAgency } from '#shared/protocol/bulletins-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import type { OpenedNumber } from './facts-dialog.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface ScoreTableProps {
  readonly figures: Bulletin['figures'];
  readonly onOpen: (number: OpenedNumber) => void;
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points));

interface ScoreRowProps {
  readonly agency: ScoredAgency;
  readonly onOpen: ScoreTableProps['onOpen'];
}

function ScoreRow({ agency, onOpen }: ScoreRowProps) {
  const { agencyId, agencyName, rank, total, parts } = agency;
  return (
    <tr>
      <td class="numeric">{rank}</td>
      <th scope="row">{agencyName}</th>
      {parts.map(({ measure, count, points }) => (
        <td key={measure} class="numeric">
          {count === 0 ? (
            <span class="secondary score-none">0</span>
          ) : (
            <>
              <button
                type="button"
                class="button button-quiet button-small"
                aria-label={t('bulletin.factsOf', {
                  agency: agencyName,
                  measure: t(`measure.${measure}`),
                  count,
                })}
                onClick={() => onOpen({ agencyId, agencyName, measure, count })}
              >
                {formatCount(count)}
              </button>{' '}
              <span class="secondary">{t('bulletin.points', { points: signed(points) })}</span>
            </>
          )}
        </td>
      ))}
      <td class="numeric">
        <strong>{total}</strong>
      </td>
    </tr>
  );
}

export function ScoreTable({ figures, onOpen }: ScoreTableProps) {
  return (
    <ScrollArea label={t('bulletin.scores')}>
      <table class="table named-rows">
        <thead>
          <tr>
            <th scope="col">{t('bulletin.rank')}</th>
            <th scope="col">{t('bulletin.agency')}</th>
            {figures.rules.rules.map(({ measure }) => (
              <th key={measure} scope="col">
                {t(`measure.${measure}`)}
              </th>
            ))}
            <th scope="col">{t('bulletin.total')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.agencies.map((agency) => (
            <ScoreRow key={agency.agencyId} agency={agency} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
