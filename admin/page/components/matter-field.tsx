// Ties a record to the matter (公开事项) it fulfils: visitors are shown what belongs together.
import { X } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { recordDetailSchema, recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { Icon } from './icon.tsx';

interface MatterFieldProps {
  readonly value: string | null;
  readonly onChange: (matterId: string | null) => void;
}

const shownMatters = 8;
const restMs = 250;

/** The words once the hands have rested. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
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

function MatterSearch({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const asked = useRested(text.trim());
  const found = useLoaded(
    async (signal) => {
      if (asked === '') return null;
      const query = new URLSearchParams({ kind: 'matter', q: asked, limit: String(shownMatters) });
      return await request('GET', `/records?${query}`, recordListSchema, { signal });
    },
    [asked],
  );
  const list = asked === '' ? null : found.value;
  return (
    <>
      <label for={id}>{t('header.matter')}</label>
      <input
        id={id}
        class="input"
        type="search"
        maxLength={200}
        value={text}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`} role="status">
        {list && list.records.length === 0 ? t('header.matterNone') : t('header.matterHint')}
      </p>
      {list && list.records.length > 0 && (
        <ul class="matter-list">
          {list.records.map((matter) => (
            <li key={matter.id}>
              <button type="button" class="button button-quiet" onClick={() => onChoose(matter.id)}>
                {matter.title} · {matter.agencyName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function MatterField({ value, onChange }: MatterFieldProps) {
  return (
    <div class="field field-wide">
      {value === null ? (
        <MatterSearch onChoose={onChange} />
      ) : (
        <>
          <span class="label">{t('header.matter')}</span>
          <ChosenMatter value={value} onChange={() => onChange(null)} />
        </>
      )}
    </div>
  );
}
