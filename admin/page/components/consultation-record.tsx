// Chooses the notice or document that is put out.
import { useId, useState } from 'preact/hooks';
import { recordDetailSchema, recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { ct } from '../i18n/consultation-words.ts';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { ProblemNotice } from './problem.tsx';

const shownOfKind = 6;

interface RecordChoiceProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export function RecordChoice({ value, onChange }: RecordChoiceProps) {
  return value === '' ? (
    <RecordSearch onChoose={onChange} />
  ) : (
    <ChosenRecord id={value} onClear={() => onChange('')} />
  );
}

function ChosenRecord({ id, onClear }: { readonly id: string; readonly onClear: () => void }) {
  const record = useLoaded(
    (signal) => request('GET', `/records/${id}`, recordDetailSchema, { signal }),
    [id],
  );
  if (record.error !== null) return <ProblemNotice error={record.error} retry={record.reload} />;
  return (
    <div class="row consult-record">
      <span>{ct('chosenRecord', { title: record.value?.content.title ?? t('app.loading') })}</span>
      <button type="button" class="button button-small" onClick={onClear}>
        {ct('change')}
      </button>
    </div>
  );
}

/** Notices first: they can carry it themselves. */
async function findRecords(q: string, signal: AbortSignal) {
  const lists = await Promise.all(
    (['notice', 'document'] as const).map((kind) => {
      const query = new URLSearchParams({ kind, limit: String(shownOfKind), ...(q === '' ? {} : { q }) });
      return request('GET', `/records?${query}`, recordListSchema, { signal });
    }),
  );
  return lists.flatMap(({ records }) => records);
}

function RecordSearch({ onChoose }: { readonly onChoose: (id: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const found = useLoaded((signal) => findRecords(text.trim(), signal), [text.trim()]);
  return (
    <div class="stack">
      <div class="field">
        <label for={id}>{ct('find')}</label>
        <input
          id={id}
          class="input"
          type="search"
          maxLength={100}
          value={text}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`}>
          {ct('recordHint')}
        </p>
      </div>
      {found.error !== null && <ProblemNotice error={found.error} retry={found.reload} />}
      {found.value?.length === 0 && <p class="secondary">{ct('noRecord')}</p>}
      <ul class="consult-found">
        {(found.value ?? []).map((record) => (
          <li key={record.id}>
            <button type="button" class="consult-pick" onClick={() => onChoose(record.id)}>
              <span class="tag">{t(`kind.${record.kind}`)}</span>
              <span>{record.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
