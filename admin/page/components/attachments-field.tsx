// The files that go with a record: add, open, remove.
import { FileText, Paperclip, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { formatBytes, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

type Attachments = RecordInput['attachments'];

const attachmentSchema = z.object({
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
});

async function upload(file: File, to: string): Promise<Attachments[number]> {
  const form = new FormData();
  form.append('file', file, file.name);
  return await request('POST', to, attachmentSchema, { form });
}

interface AttachmentsFieldProps {
  readonly value: Attachments;
  readonly onChange: (value: Attachments) => void;
  /** Where files are sent. */
  readonly to?: string;
}

export function AttachmentsField({ value, onChange, to = '/attachments' }: AttachmentsFieldProps) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const add = async (files: readonly File[]) => {
    setBusy(true);
    setError(null);
    const added: Attachments = [];
    try {
      for (const file of files) added.push(await upload(file, to));
    } catch (failure) {
      setError(failure);
    }
    if (added.length > 0) onChange([...value, ...added]);
    setBusy(false);
  };
  return (
    <section class="card stack" aria-labelledby="editor-attachments">
      <h2 id="editor-attachments">{t('editor.attachments')}</h2>
      {error !== null && <ProblemNotice error={error} />}
      <ul class="stack">
        {value.map((file, index) => (
          <li key={`${file.sha256}${file.name}`} class="row">
            <Icon node={FileText} />
            <a href={`/api/attachments/${file.sha256}`} target="_blank" rel="noopener">
              {file.name}
            </a>
            <span class="secondary numeric">{formatBytes(file.bytes)}</span>
            <button
              type="button"
              class="button button-quiet"
              aria-label={t('editor.removeFile', { name: file.name })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <Icon node={Trash2} />
            </button>
          </li>
        ))}
      </ul>
      <label class={`button attach-button${isBusy ? ' attach-busy' : ''}`}>
        <Icon node={Paperclip} /> {t(isBusy ? 'import.uploading' : 'editor.addFile')}
        <input
          type="file"
          class="visually-hidden"
          multiple
          disabled={isBusy}
          onChange={(event) => {
            void add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
    </section>
  );
}
