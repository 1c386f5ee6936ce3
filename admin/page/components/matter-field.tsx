// Ties a record to the matter (公开事项) it fulfils: visitors are shown what belongs together.
import { X } from 'lucide';
import { recordDetailSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Icon } from './icon.tsx';
import { RecordSearch } from './record-search.tsx';

interface MatterFieldProps {
  readonly value: string | null;
  readonly onChange: (matterId: string | null) => void;
}

function ChosenMatter({ value, onChange }: { readonly value: string; readonly onChange: () => void }) {
  const matter = useLoaded(
    (signal) => request('GET', `/records/${value}`, recordDetailSchema, { signal }),
    [value],
  );
  return (
    <div class="row chosen-matter">
      <a href={`/admin/records/${value}`}>{matter.value?.content.title ?? value}</a>
      <button
        type="button"
        class="button button-quiet"
        aria-label={t('header.matterRemove')}
        onClick={onChange}
      >
        <Icon node={X} />
      </button>
    </div>
  );
}

export function MatterField({ value, onChange }: MatterFieldProps) {
  return (
    <div class="field field-wide">
      {value === null ? (
        <RecordSearch
          label={t('header.matter')}
          hint={t('header.matterHint')}
          none={t('header.matterNone')}
          filters={{ kind: 'matter' }}
          onChoose={({ id }) => onChange(id)}
        />
      ) : (
        <>
          <span class="label">{t('header.matter')}</span>
          <ChosenMatter value={value} onChange={() => onChange(null)} />
        </>
      )}
    </div>
  );
}
