// The heat map of matter coverage: a figure in every cell, its shade beside it, and a word for those who see neither.
import type { Coverage } from '#shared/protocol/bulletins-api.ts';
import { t } from '../i18n/index.ts';
import { ScrollArea } from './scroll-area.tsx';

export interface OpenedCell {
  /** Null for all of them. */
  readonly agencyId: string | null;
  readonly fieldId: string | null;
  readonly title: string;
}

interface Share {
  readonly due: number;
  readonly there: number;
}

/** None, up to a third, up to two thirds, nearly all, all. */
export function shadeOf({ due, there }: Share): 0 | 1 | 2 | 3 | 4 {
  if (there === 0) return 0;
  if (there === due) return 4;
  const share = there / due;
  return share <= 1 / 3 ? 1 : share <= 2 / 3 ? 2 : 3;
}

interface CellProps {
  readonly share: Share;
  readonly agency: string;
  readonly field: string;
  readonly onOpen: () => void;
}

function Cell({ share, agency, field, onOpen }: CellProps) {
  const { due, there } = share;
  return (
    <td class={`shade shade-${shadeOf(share)}`}>
      <button type="button" onClick={onOpen} aria-label={t('coverage.cell', { agency, field, due, there })}>
        {there}/{due}
      </button>
    </td>
  );
}

interface CoverageMatrixProps {
  readonly coverage: Coverage;
  readonly onOpen: (cell: OpenedCell) => void;
}

export function CoverageMatrix({ coverage, onOpen }: CoverageMatrixProps) {
  const { fields, agencies } = coverage;
  const nameOf = (title: string) => title || t('coverage.noField');
  const open = (agency: { id: string; name: string } | null, field: { id: string; title: string } | null) => {
    const agencyName = agency?.name ?? t('coverage.everyAgency');
    const fieldName = field === null ? t('coverage.everyField') : nameOf(field.title);
    const title = t('coverage.mattersOf', { agency: agencyName, field: fieldName });
    onOpen({ agencyId: agency?.id ?? null, fieldId: field?.id ?? null, title });
  };
  return (
    <ScrollArea label={t('reports.tab.coverage')}>
      <table class="table heat named-rows">
        <thead>
          <tr>
            <th scope="col">{t('coverage.agency')}</th>
            <th scope="col" class="heat-field">
              <span>{t('coverage.all')}</span>
            </th>
            {fields.map((field) => (
              <th key={field.id} scope="col" class="heat-field">
                <span>{nameOf(field.title)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => (
            <tr key={agency.id}>
              <th scope="row">{agency.name}</th>
              <Cell
                share={agency}
                agency={agency.name}
                field={t('coverage.all')}
                onOpen={() => open(agency, null)}
              />
              {agency.cells.map((cell, at) => {
                const field = fields[at];
                if (field === undefined) return null;
                if (cell === null) {
                  return (
                    <td key={field.id} class="shade-none">
                      <span aria-hidden="true">·</span>
                      <span class="visually-hidden">{t('coverage.empty')}</span>
                    </td>
                  );
                }
                return (
                  <Cell
                    key={field.id}
                    share={cell}
                    agency={agency.name}
                    field={nameOf(field.title)}
                    onOpen={() => open(agency, field)}
                  />
                );
              })}
            </tr>
          ))}
          <tr class="heat-sum">
            <th scope="row">{t('coverage.all')}</th>
            <Cell
              share={coverage}
              agency={t('coverage.everyAgency')}
              field={t('coverage.all')}
              onOpen={() => open(null, null)}
            />
            {fields.map((field) => (
              <Cell
                key={field.id}
                share={field}
                agency={t('coverage.everyAgency')}
                field={nameOf(field.title)}
                onOpen={() => open(null, field)}
              />
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollArea>
  );
}

const shades = [0, 1, 2, 3, 4] as const;
const shadeWords = ['0', '≤33%', '≤67%', '<100%', '100%'] as const;

/** What the shades mean. */
export function CoverageLegend() {
  return (
    <p class="row secondary heat-legend">
      {t('coverage.legend')}
      {shades.map((shade) => (
        <span key={shade} class={`shade shade-${shade} heat-key`}>
          {shadeWords[shade]}
        </span>
      ))}
    </p>
  );
}
