// The scans and photos that go with a case taken down by staff.
import { Paperclip, X } from 'lucide';
import { useState } from 'preact/hooks';
import { caseFileBounds, caseFileTypes } from '#shared/protocol/cases-api.ts';
import { t } from '../i18n/case-words.ts';
import { formatBytes } from '../i18n/index.ts';
import { uploadCaseFile } from '../state/case-upload.ts';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

export interface EntryFile {
  readonly uploadId: string;
  readonly name: string;
  readonly bytes: number;
}

interface CaseEntryFilesProps {
  readonly files: readonly EntryFile[];
  readonly onChange: (files: readonly EntryFile[]) => void;
}

export function CaseEntryFiles({ files, onChange }: CaseEntryFilesProps) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const add = async (chosen: readonly File[]) => {
    setBusy(true);
    setError(null);
    const added: EntryFile[] = [];
    try {
      for (const file of chosen.slice(0, caseFileBounds.files - files.length))
        added.push({ uploadId: await uploadCaseFile(file), name: file.name, bytes: file.size });
    } catch (failure) {
      setError(failure);
    }
    if (added.length > 0) onChange([...files, ...added]);
    setBusy(false);
  };
  const isFull = files.length >= caseFileBounds.files;
  return (
    <div class="stack">
      <p class="secondary">{t('entry.case.filesHint')}</p>
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.uploadId} class="row">
              {file.name} <span class="secondary numeric">{formatBytes(file.bytes)}</span>
              <button
                type="button"
                class="button button-quiet button-small"
                aria-label={t('act.reply.remove', { name: file.name })}
                onClick={() => onChange(files.filter((one) => one !== file))}
              >
                <Icon node={X} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {error !== null && <ProblemNotice error={error} />}
      <label class="button pick-files case-add-file" aria-disabled={isBusy || isFull}>
        <Icon node={Paperclip} /> {t(isBusy ? 'act.reply.uploading' : 'act.reply.addFile')}
        <input
          type="file"
          class="visually-hidden"
          multiple
          accept={caseFileTypes.join(',')}
          disabled={isBusy || isFull}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (chosen.length > 0) void add(chosen);
          }}
        />
      </label>
    </div>
  );
}
