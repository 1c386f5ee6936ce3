// The rows of a register as a table: heads that sort, sub-items set in, total rows where the table has them.
import { ArrowDown, ArrowDownUp, ArrowUp, Pencil } from 'lucide';
import type { RegisterColumn } from '#shared/catalogue/register.ts';
import type { RegisterRow, TotalLine } from '#shared/protocol/registers-api.ts';
import { titleColumn } from '#shared/registers/register-definition.ts';
import { t } from '../i18n/index.ts';
import { isFigure } from '../state/edit-definition.ts';
import type { RegisterRows, RowSort } from '../state/register-rows.ts';
import type { OpenedRegister } from '../state/registers.ts';
import { Icon } from './icon.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface RowTableProps {
  readonly register: OpenedRegister;
  readonly rows: readonly RegisterRow[];
  readonly pages: RegisterRows;
  readonly sort: RowSort | null;
  readonly onSort: (sort: RowSort | null) => void;
  readonly onOpen: (row: RegisterRow) => void;
  readonly onOpenTotal: (total: TotalLine) => void;
  /** Rows by id, and totals by key, of which a figure does not add up. */
  readonly faulty: ReadonlySet<string>;
}

/** More columns than these are read in the row's own form; those that sort are listed all the same. */
const listedColumns = 5;
const deepest = 4;
const looks = { approved: 'tag-good', added: 'tag-warn', changed: 'tag-warn', removed: 'tag-bad' } as const;

/** The name, the first columns of which these rows say anything, and every one rows are sorted by. */
function listedOf({ definition }: OpenedRegister, rows: readonly RegisterRow[]): readonly RegisterColumn[] {
  const title = titleColumn(definition);
  const isUsed = (key: string) => rows.some(({ cells }) => (cells[key] ?? '') !== '');
  const shown = definition.columns.filter((column) => column !== title && column.isShown);
  const first = new Set(shown.filter(({ key }) => isUsed(key)).slice(0, listedColumns - 1));
  return [title, ...shown.filter((column) => first.has(column) || column.isSortable)];
}

/** Up, down, and back to the order of the table. */
function nextSort({ key }: RegisterColumn, sort: RowSort | null): RowSort | null {
  if (sort?.key !== key) return { key, isDescending: false };
  return sort.isDescending ? null : { key, isDescending: true };
}

function Head({ column, sort, onSort }: Pick<RowTableProps, 'sort' | 'onSort'> & { column: RegisterColumn }) {
  const look = isFigure(column.type) ? 'numeric' : '';
  const title = column.unit === null ? column.title : `${column.title}（${column.unit}）`;
  if (!column.isSortable)
    return (
      <th scope="col" class={look}>
        {title}
      </th>
    );
  const isActive = sort?.key === column.key;
  const direction = sort?.isDescending ? 'descending' : 'ascending';
  const sign = isActive ? (sort.isDescending ? ArrowDown : ArrowUp) : ArrowDownUp;
  return (
    <th scope="col" class={look} aria-sort={isActive ? direction : 'none'}>
      <button type="button" class="sort-head" onClick={() => onSort(nextSort(column, sort))}>
        {title} <Icon node={sign} />
      </button>
    </th>
  );
}

function Cells(props: {
  readonly columns: readonly RegisterColumn[];
  readonly cells: RegisterRow['cells'];
  readonly level?: number;
}) {
  const { columns, cells, level = 0 } = props;
  return (
    <>
      {columns.map(({ key, type }, index) => {
        const text = (cells[key] ?? '').trim();
        const step = index === 0 && level > 0 ? ` register-level-${Math.min(level, deepest)}` : '';
        return (
          <td key={key} class={`register-cell${isFigure(type) ? ' numeric' : ''}${step}`} title={text}>
            {text}
          </td>
        );
      })}
    </>
  );
}

const FaultTag = () => <span class="tag tag-bad">{t('register.fault.mark')}</span>;

function EditButton({ title, onOpen }: { readonly title: string; readonly onOpen: () => void }) {
  return (
    <button
      type="button"
      class="button button-quiet"
      aria-label={t('register.editOne', { title })}
      onClick={onOpen}
    >
      <Icon node={Pencil} /> {t('register.edit')}
    </button>
  );
}

function RowLine(props: {
  readonly columns: readonly RegisterColumn[];
  readonly row: RegisterRow;
  readonly isFaulty: boolean;
  readonly onOpen: () => void;
}) {
  const { columns, row, isFaulty, onOpen } = props;
  const title = (row.cells[columns[0]?.key ?? ''] ?? '').trim() || '—';
  return (
    <tr class={row.standing === 'removed' ? 'register-removed' : ''}>
      <Cells columns={columns} cells={row.cells} level={row.level ?? 0} />
      <td>
        <span class={`tag ${looks[row.standing]}`}>{t(`register.standing.${row.standing}`)}</span>{' '}
        {isFaulty && <FaultTag />}
      </td>
      <td>
        <EditButton title={title} onOpen={onOpen} />
      </td>
    </tr>
  );
}

/** Adds up, and counts for nothing. */
function TotalRow(props: {
  readonly columns: readonly RegisterColumn[];
  readonly cells: TotalLine['cells'];
  readonly isFaulty: boolean;
  readonly onOpen: () => void;
}) {
  const { columns, cells, isFaulty, onOpen } = props;
  return (
    <tr class="register-total">
      <Cells columns={columns} cells={cells} />
      <td>
        <span class="secondary">{t('register.totalLine')}</span> {isFaulty && <FaultTag />}
      </td>
      <td>
        <EditButton title={(cells[columns[0]?.key ?? ''] ?? '').trim()} onOpen={onOpen} />
      </td>
    </tr>
  );
}

export function RegisterRowTable(props: RowTableProps) {
  const { register, rows, pages, sort, onSort, onOpen, onOpenTotal, faulty } = props;
  const columns = listedOf(register, rows);
  const totalsAfter = (id: string | null) =>
    pages.totals
      .filter(({ after }) => after === id)
      .map((total, index) => (
        <TotalRow
          key={`${total.key}-${index}`}
          columns={columns}
          cells={total.cells}
          isFaulty={faulty.has(total.key)}
          onOpen={() => onOpenTotal(total)}
        />
      ));
  return (
    <ScrollArea label={t('register.rows')} isBusy={pages.isLoading}>
      <table class="table register-row-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
            <th scope="col">{t('register.standing')}</th>
            <th scope="col">{t('register.edit')}</th>
          </tr>
        </thead>
        <tbody>
          {totalsAfter(null)}
          {rows.map((row) => [
            <RowLine
              key={row.id}
              columns={columns}
              row={row}
              isFaulty={faulty.has(row.id)}
              onOpen={() => onOpen(row)}
            />,
            ...totalsAfter(row.id),
          ])}
        </tbody>
      </table>
    </ScrollArea>
  );
}
