// The rows of a transfer list: read, and put right by hand while the batch is being prepared.
import { Plus, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import { type Transfer, type TransferRow, transferSchema } from '#shared/protocol/transfers-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import type { Saving } from '../state/saving.ts';
import { Icon } from './icon.tsx';
import { ScrollArea } from './scroll-area.tsx';

/** Columns in the order of the paper list. */
export const rowColumns = [
  'indexNo',
  'docNo',
  'title',
  'date',
  'copies',
  'pages',
  'file',
  'matter',
  'note',
] as const;
type Column = (typeof rowColumns)[number];

const emptyRow: TransferRow = {
  ...{
    title: '',
    docNo: '',
    indexNo: '',
    date: '',
    copies: null,
    pages: null,
    file: '',
    matter: '',
    note: '',
  },
};

function changed(row: TransferRow, column: Column, text: string): TransferRow {
  if (column !== 'copies' && column !== 'pages') return { ...row, [column]: text };
  return { ...row, [column]: /^\d{1,5}$/.test(text) ? Number(text) : null };
}

interface RowsProps {
  readonly transfer: Transfer;
  readonly rows: readonly TransferRow[];
  readonly saving: Saving;
  readonly onChanged: (transfer: Transfer) => void;
}

export function TransferRows({ transfer, rows: stored, saving, onChanged }: RowsProps) {
  const [rows, setRows] = useState<readonly TransferRow[] | null>(null);
  const mayEdit = transfer.mayDo.includes('edit');
  const isEditing = rows !== null;
  const shown = rows ?? stored;
  const save = () =>
    saving.save(async () => {
      const { month, isEmpty, contact, note, revision } = transfer;
      const body = { month, isEmpty, contact, note, revision, rows };
      onChanged(await request('PUT', `/transfers/${transfer.id}`, transferSchema, { body }));
    });
  const edit = (at: number, column: Column, text: string) =>
    setRows(shown.map((row, index) => (index === at ? changed(row, column, text) : row)));
  return (
    <>
      <ScrollArea label={t('transfers.listTitle')}>
        <table class="table transfer-rows">
          <thead>
            <tr>
              <th scope="col">{t('transfers.row')}</th>
              {rowColumns.map((column) => (
                <th key={column} scope="col">
                  {t(`transfers.col.${column}`)}
                </th>
              ))}
              {isEditing && <th scope="col" />}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <tr key={at}>
                <td class="numeric">{at + 1}</td>
                {rowColumns.map((column) => (
                  <td key={column} class={column === 'title' ? 'grow' : ''}>
                    {isEditing ? (
                      <input
                        class="input"
                        aria-label={`${t('transfers.place.row', { row: at + 1 })} ${t(`transfers.col.${column}`)}`}
                        value={row[column] ?? ''}
                        onInput={(event) => edit(at, column, event.currentTarget.value)}
                      />
                    ) : (
                      row[column]
                    )}
                  </td>
                ))}
                {isEditing && (
                  <td>
                    <button
                      type="button"
                      class="button button-small button-quiet"
                      aria-label={t('transfers.removeRow', { row: at + 1 })}
                      onClick={() => setRows(shown.filter((_, index) => index !== at))}
                    >
                      <Icon node={Trash2} />
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {mayEdit && (
        <div class="row">
          {isEditing ? (
            <>
              <button type="button" class="button" onClick={() => setRows([...shown, emptyRow])}>
                <Icon node={Plus} /> {t('transfers.addRow')}
              </button>
              <button type="button" class="button button-primary" disabled={saving.isBusy} onClick={save}>
                {t('transfers.saveRows')}
              </button>
              <button type="button" class="button" onClick={() => setRows(null)}>
                {t('app.cancel')}
              </button>
            </>
          ) : (
            <button type="button" class="button" onClick={() => setRows(stored)}>
              {t('transfers.editRows')}
            </button>
          )}
        </div>
      )}
    </>
  );
}
