// Finds a record by its words, for fields that name another record.
import { useEffect, useId, useState } from 'preact/hooks';
import type * as z from 'zod';
import { type listedRecordSchema, recordListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { useLoaded } from '../state/loaded.ts';

interface RecordSearchProps {
  readonly label: string;
  readonly hint: string;
  /** Said when nothing is found. */
  readonly none: string;
  /** As the list of records takes them, e.g. `kind` or `state`. */
  readonly filters: Readonly<Record<string, string>>;
  /** Id of the record that cannot be meant. */
  readonly but?: string;
  readonly onChoose: (record: z.infer<typeof listedRecordSchema>) => void;
}

const shownRecords = 8;
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

/** Typing finds records, a touch chooses one. */
export function RecordSearch({ label, hint, none, filters, but, onChoose }: RecordSearchProps) {
  const id = useId();
  const [text, setText] = useState('');
  const asked = useRested(text.trim());
  const found = useLoaded(
    async (signal) => {
      if (asked === '') return null;
      const query = new URLSearchParams({ ...filters, q: asked, limit: String(shownRecords) });
      return await request('GET', `/records?${query}`, recordListSchema, { signal });
    },
    [asked],
  );
  const records = asked === '' ? null : (found.value?.records.filter((record) => record.id !== but) ?? null);
  return (
    <>
      <label for={id}>{label}</label>
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
        {records?.length === 0 ? none : hint}
      </p>
      {records !== null && records.length > 0 && (
        <ul class="matter-list">
          {records.map((record) => (
            <li key={record.id}>
              <button type="button" class="button button-quiet" onClick={() => onChoose(record)}>
                {record.title} · {record.agencyName}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
