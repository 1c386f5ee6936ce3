// Ties a record to the matter (公开事项) it fulfils: visitors are shown what belongs together.
import { t } from '../i18n/index.ts';
import { RecordField } from './record-field.tsx';

interface MatterFieldProps {
  readonly value: string | null;
  readonly onChange: (matterId: string | null) => void;
}

export function MatterField({ value, onChange }: MatterFieldProps) {
  return (
    <RecordField
      label={t('header.matter')}
      hint={t('header.matterHint')}
      none={t('header.matterNone')}
      remove={t('header.matterRemove')}
      filters={{ kind: 'matter' }}
      value={value}
      onChange={onChange}
    />
  );
}
