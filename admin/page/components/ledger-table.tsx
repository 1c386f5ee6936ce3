// The rows of a ledger as the hub gives them.
import type { ShownTable } from '#shared/protocol/ledgers-api.ts';
import { shownValue } from '#shared/reports/report-table.ts';
import { formatCount, t } from '../i18n/index.ts';
import { ScrollArea } from './scroll-area.tsx';

type Row = ShownTable['rows'][number];
type Column = ShownTable['columns'][number];

interface CellProps {
  readonly column: Column;
  readonly value: Row['cells'][number];
}

function Cell({ column, value }: CellProps) {
  const { kind, width } = column;
  const look = kind === 'text' ? (width >= 24 ? 'ledger-long' : 'ledger-short') : 'numeric';
  return <td class={look}>{shownValue(value, kind)}</td>;
}

interface LedgerTableProps {
  readonly table: ShownTable;
  readonly onOpen: (entryId: string) => void;
}

export function LedgerTable({ table, onOpen }: LedgerTableProps) {
  const { title, columns, rows, isCut } = table;
  if (rows.length === 0) return <p class="secondary">{t('ledgers.none')}</p>;
  return (
    <>
      {isCut && <p class="secondary">{t('ledgers.cut', { count: formatCount(rows.length) })}</p>}
      <ScrollArea label={title}>
        <table class="table ledger">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <LedgerRow key={at} row={row} columns={columns} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}

interface LedgerRowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly onOpen: (entryId: string) => void;
}

/** The row's number opens what it is about. */
function LedgerRow({ row, columns, onOpen }: LedgerRowProps) {
  const { cells, link, isVoid } = row;
  const [serial, ...rest] = cells;
  const label = t('ledgers.open', { serial: String(serial ?? '') });
  return (
    <tr class={isVoid === true ? 'ledger-void' : ''}>
      <td class="numeric">
        {(link?.kind === 'record' || link?.kind === 'case') && (
          <a href={`/admin/${link.kind}s/${link.id}`} aria-label={label}>
            {serial}
          </a>
        )}
        {link?.kind === 'entry' && (
          <button
            type="button"
            class="button button-quiet button-small"
            aria-label={label}
            onClick={() => onOpen(link.id)}
          >
            {serial}
          </button>
        )}
        {link === undefined && serial}
      </td>
      {rest.map((value, at) => {
        const column = columns[at + 1];
        return column === undefined ? null : <Cell key={column.key} column={column} value={value} />;
      })}
    </tr>
  );
}
