// How each column of a file is understood, open to correction.
import type { ImportJob } from '#shared/protocol/hub-api.ts';
import { deskLanguage, t } from '../i18n/index.ts';

interface ColumnPickerProps {
  readonly columns: ImportJob['files'][number]['columns'];
  readonly fields: readonly { readonly field: string; readonly zh: string; readonly en: string }[];
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly isBusy: boolean;
  readonly onChange: (chosen: Readonly<Record<string, string | null>>) => void;
}

export function ColumnPicker({ columns, fields, chosen, isBusy, onChange }: ColumnPickerProps) {
  const fieldOf = (index: number, recognised: string | null) =>
    chosen[index] ?? (index in chosen ? null : recognised);
  const unused = columns.filter(({ index, field }) => fieldOf(index, field) === null).length;
  return (
    <details class="column-picker">
      <summary>{t('import.columns', { count: columns.length, unused })}</summary>
      <ul class="column-grid">
        {columns.map(({ index, heading, field }) => (
          <li key={index} class="field">
            <label for={`column-${index}`}>{heading || t('import.noHeading', { column: index + 1 })}</label>
            <select
              id={`column-${index}`}
              class="input"
              disabled={isBusy}
              value={fieldOf(index, field) ?? ''}
              onChange={(event) => onChange({ ...chosen, [index]: event.currentTarget.value || null })}
            >
              <option value="">{t('import.unused')}</option>
              {fields.map((option) => (
                <option key={option.field} value={option.field}>
                  {deskLanguage.value === 'en' ? option.en : option.zh}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  );
}
