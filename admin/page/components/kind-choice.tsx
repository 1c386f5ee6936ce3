// What a file is read as: as recognised, or as staff say.
import { useId } from 'preact/hooks';
import { importKindSchema } from '#shared/protocol/import-api.ts';
import { t } from '../i18n/index.ts';
import type { ImportedFile } from '../state/import-figures.ts';
import type { FileChoice } from '../state/kept-import.ts';

interface KindChoiceProps {
  readonly file: ImportedFile;
  readonly choice: FileChoice | undefined;
  readonly isBusy: boolean;
  readonly onChoose: (choice: FileChoice) => void;
}

export function KindChoice({ file, choice, isBusy, onChoose }: KindChoiceProps) {
  const id = useId();
  const recognised = file.as === null ? '' : ` · ${t(`importKind.${file.as}`)}`;
  return (
    <div class="field">
      <label for={id}>{t('import.readAs')}</label>
      <select
        id={id}
        class="input"
        disabled={isBusy}
        value={choice?.as ?? ''}
        onChange={(event) => {
          const parsed = importKindSchema.safeParse(event.currentTarget.value);
          // Another kind has other fields: columns corrected for the old one mean nothing to it.
          onChoose({ as: parsed.success ? parsed.data : null, columns: {} });
        }}
      >
        <option value="">
          {t('import.recognise')}
          {choice?.as ? '' : recognised}
        </option>
        {importKindSchema.options.map((option) => (
          <option key={option} value={option}>
            {t(`importKind.${option}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
