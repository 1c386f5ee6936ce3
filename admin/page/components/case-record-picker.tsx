// Records that go with a reply: found by title or number among everything the desk holds, and taken off again.
import { X } from 'lucide';
import { useEffect, useId, useState } from 'preact/hooks';
import { type ListedRecord, recordDetailSchema, recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/case-words.ts';
import { useLoaded } from '../state/loaded.ts';
import { Icon } from './icon.tsx';

const shown = 8;
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

function useFound(asked: string): readonly ListedRecord[] | null {
  const found = useLoaded(
    async (signal) => {
      if (asked === '') return null;
      const query = new URLSearchParams({ q: asked, limit: String(shown) });
      return (await request('GET', `/records?${query}`, recordListSchema, { signal })).records;
    },
    [asked],
  );
  return asked === '' ? null : found.value;
}

function Chosen({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const record = useLoaded(
    (signal) => request('GET', `/records/${id}`, recordDetailSchema, { signal }),
    [id],
  );
  const title = record.value?.content.title ?? id;
  return (
    <li class="row">
      <a href={`/admin/records/${id}`} target="_blank" rel="noopener">
        {title}
      </a>
      <button
        type="button"
        class="button button-quiet button-small"
        aria-label={t('act.reply.remove', { name: title })}
        onClick={onRemove}
      >
        <Icon node={X} />
      </button>
    </li>
  );
}

interface CaseRecordPickerProps {
  readonly ids: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

export function CaseRecordPicker({ ids, onChange }: CaseRecordPickerProps) {
  const id = useId();
  const [text, setText] = useState('');
  const found = useFound(useRested(text.trim()));
  const fresh = (found ?? []).filter((record) => !ids.includes(record.id));
  const add = (recordId: string) => {
    onChange([...ids, recordId]);
    setText('');
  };
  return (
    <div class="field field-wide">
      <label for={id}>{t('act.reply.records')}</label>
      {ids.length > 0 && (
        <ul>
          {ids.map((one) => (
            <Chosen key={one} id={one} onRemove={() => onChange(ids.filter((other) => other !== one))} />
          ))}
        </ul>
      )}
      <input
        id={id}
        class="input"
        type="search"
        maxLength={200}
        placeholder={t('act.reply.recordsHint')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {found !== null && (
        <p class="hint" role="status">
          {fresh.length === 0 ? t('act.reply.recordsNone') : ''}
        </p>
      )}
      {fresh.length > 0 && (
        <ul class="matter-list">
          {fresh.map((record) => (
            <li key={record.id}>
              <button type="button" class="button button-quiet" onClick={() => add(record.id)}>
                {record.title} · {record.agencyName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
