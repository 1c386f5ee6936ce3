// A small table edited row by row: materials, steps, questions.
import type { WrittenKind } from '#shared/catalogue/record.ts';
import { t } from '../i18n/index.ts';
import { type DetailField, detailLabel } from '../state/detail-fields.ts';
import { RemoveRow, RowsFrame } from './rows-frame.tsx';

type Row = Readonly<Record<string, unknown>>;

interface RowsFieldProps {
  readonly kind: WrittenKind;
  readonly field: DetailField & { readonly type: 'rows' };
  readonly value: unknown;
  readonly onChange: (rows: readonly Row[]) => void;
}

function emptyRow({ cells, flag }: RowsFieldProps['field']): Row {
  // Only the first cell must be filled; the others are null until someone types.
  const row: Record<string, unknown> = Object.fromEntries(cells.map((cell) => [cell, null]));
  row[cells[0] ?? 'name'] = '';
  if (cells.includes('answer')) row.answer = '';
  if (flag) row[flag] = true;
  return row;
}

export function RowsField({ kind, field, value, onChange }: RowsFieldProps) {
  const rows: readonly Row[] = Array.isArray(value) ? value : [];
  const change = (index: number, part: Row) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const label = t(detailLabel(kind, field.key));
  const labelOf = (cell: string) => t(detailLabel(kind, `${field.key}.${cell}`));
  return (
    <RowsFrame label={label} onAdd={() => onChange([...rows, emptyRow(field)])}>
      {rows.map((row, index) => (
        <div key={index} class="rows-line">
          {field.cells.map((cell) => (
            <input
              key={cell}
              class="input"
              aria-label={`${labelOf(cell)} ${index + 1}`}
              placeholder={labelOf(cell)}
              value={typeof row[cell] === 'string' ? row[cell] : ''}
              onInput={(event) => change(index, { [cell]: event.currentTarget.value })}
            />
          ))}
          {field.flag && (
            <label class="row">
              <input
                type="checkbox"
                class="check"
                checked={row[field.flag] === true}
                onChange={(event) => change(index, { [field.flag ?? '']: event.currentTarget.checked })}
              />
              {labelOf(field.flag)}
            </label>
          )}
          <RemoveRow
            label={label}
            row={index + 1}
            onRemove={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
    </RowsFrame>
  );
}
