// How each column of a file is understood, open to correction.
import { useId } from 'preact/hooks';
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { deskLanguage, t } from '../i18n/index.ts';

interface ColumnPickerProps {
  readonly columns: ImportJob['files'][number]['columns'];
  readonly fields: readonly { readonly field: string; readonly zh: string; readonly en: string }[];
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly isBusy: boolean;
  readonly onChange: (chosen: Record<string, string | null>) => void;
}

/** A tick column of one channel is recognised by its heading and cannot be chosen for another column. */
function ownFieldWords(field: string): string {
  return field.startsWith('channel:')
    ? t('import.channelColumn', { name: field.slice('channel:'.length) })
    : field;
}

export function ColumnPicker({ columns, fields, chosen, isBusy, onChange }: ColumnPickerProps) {
  const id = useId();
  const fieldOf = (index: number, recognised: string | null) =>
    chosen[index] ?? (index in chosen ? null : recognised);
  const unused = columns.filter(({ index, field }) => fieldOf(index, field) === null).length;
  return (
    <details class="column-picker">
      <summary>{t('import.columns', { count: columns.length, unused })}</summary>
      <ul class="column-grid">
        {columns.map(({ index, heading, field }) => {
          const now = fieldOf(index, field);
          const words = heading.trim() || t('import.noHeading', { column: index + 1 });
          return (
            <li key={index} class="field">
              <label for={`${id}-${index}`} title={words}>
                {words}
              </label>
              <select
                id={`${id}-${index}`}
                class={`input${now === null ? ' column-unused' : ''}`}
                disabled={isBusy}
                value={now ?? ''}
                onChange={(event) => onChange({ ...chosen, [index]: event.currentTarget.value || null })}
              >
                <option value="">{t('import.unused')}</option>
                {now !== null && !fields.some((option) => option.field === now) && (
                  <option value={now}>{ownFieldWords(now)}</option>
                )}
                {fields.map((option) => (
                  <option key={option.field} value={option.field}>
                    {deskLanguage.value === 'en' ? option.en : option.zh}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
