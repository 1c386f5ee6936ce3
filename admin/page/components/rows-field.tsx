// A small table edited row by row: materials with their forms, steps, places, fees, laws, questions.
import type { WrittenKind } from '#shared/catalogue/record.ts';
import { t } from '../i18n/index.ts';
import { type DetailField, detailLabel } from '../state/detail-fields.ts';
import { RaiseRow, RemoveRow, RowsFrame } from './rows-frame.tsx';

type Row = Readonly<Record<string, unknown>>;

interface RowsFieldProps {
  readonly kind: WrittenKind;
  readonly field: DetailField & { readonly type: 'rows' };
  readonly value: unknown;
  /** Names of the record's files, for cells that name one. */
  readonly files: readonly string[];
  readonly onChange: (rows: readonly Row[]) => void;
}

function emptyRow({ cells, fileCells = [], flag }: RowsFieldProps['field']): Row {
  // Only the first cell must be filled; the others are null until someone types.
  const row: Record<string, unknown> = Object.fromEntries(
    [...cells, ...fileCells].map((cell) => [cell, null]),
  );
  row[cells[0] ?? 'name'] = '';
  if (cells.includes('answer')) row.answer = '';
  if (flag) row[flag] = true;
  return row;
}

/** The row changes places with the one above it. */
function raised(rows: readonly Row[], index: number): readonly Row[] {
  const [row] = rows.slice(index, index + 1);
  return row === undefined ? rows : rows.toSpliced(index, 1).toSpliced(index - 1, 0, row);
}

interface TextCellProps {
  readonly label: string;
  readonly row: number;
  readonly value: unknown;
  /** In a row of many cells, and above those of few, the name stays in sight once something is typed. */
  readonly isNamed: boolean;
  readonly onInput: (text: string) => void;
}

function TextCell({ label, row, value, isNamed, onInput }: TextCellProps) {
  const input = (
    <input
      class="input"
      aria-label={`${label} ${row}`}
      placeholder={label}
      value={typeof value === 'string' ? value : ''}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
  if (!isNamed) return input;
  return (
    <span class="rows-cell">
      <span class="rows-cell-name" aria-hidden="true">
        {label}
      </span>
      {input}
    </span>
  );
}

interface FileCellProps {
  readonly label: string;
  readonly row: number;
  readonly value: unknown;
  readonly files: readonly string[];
  readonly onChange: (name: string | null) => void;
}

/** One of the record's files; a name that none of them has any more stays to be seen and changed. */
function FileCell({ label, row, value, files, onChange }: FileCellProps) {
  const chosen = typeof value === 'string' ? value : '';
  const names = chosen === '' || files.includes(chosen) ? files : [chosen, ...files];
  return (
    <select
      class="input"
      aria-label={`${label} ${row}`}
      value={chosen}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">{t('editor.noFile', { what: label })}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {label} · {name}
        </option>
      ))}
    </select>
  );
}

export function RowsField({ kind, field, value, files, onChange }: RowsFieldProps) {
  const rows: readonly Row[] = Array.isArray(value) ? value : [];
  const change = (index: number, part: Row) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const label = t(detailLabel(kind, field.key));
  const labelOf = (cell: string) => t(detailLabel(kind, `${field.key}.${cell}`));
  const isWide = field.cells.length + (field.fileCells?.length ?? 0) > 4;
  const isNamed = (index: number) => isWide || (index === 0 && field.cells.length > 1);
  const hint = field.hasHint ? { hint: labelOf('hint') } : {};
  return (
    <RowsFrame label={label} {...hint} onAdd={() => onChange([...rows, emptyRow(field)])}>
      {rows.map((row, index) => (
        <div key={index} class={isWide ? 'rows-line rows-line-wide' : 'rows-line'}>
          {field.cells.map((cell) => (
            <TextCell
              key={cell}
              label={labelOf(cell)}
              row={index + 1}
              value={row[cell]}
              isNamed={isNamed(index)}
              onInput={(text) => change(index, { [cell]: text })}
            />
          ))}
          {field.fileCells?.map((cell) => (
            <FileCell
              key={cell}
              label={labelOf(cell)}
              row={index + 1}
              value={row[cell]}
              files={files}
              onChange={(name) => change(index, { [cell]: name })}
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
          {rows.length > 1 && (
            <RaiseRow
              label={label}
              row={index + 1}
              isDisabled={index === 0}
              onRaise={() => onChange(raised(rows, index))}
            />
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
