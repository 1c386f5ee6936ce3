// The papers of a batch: its files with what was read in them, its list, the scan of the stamped list.
import { FileText, Upload } from 'lucide';
import type { Transfer, TransferFile } from '#shared/protocol/transfers-api.ts';
import { transferSchema } from '#shared/protocol/transfers-api.ts';
import { request } from '../api/client.ts';
import { formatBytes, t } from '../i18n/index.ts';
import type { Saving } from '../state/saving.ts';
import { actOn, paperAddress, sendPapers } from '../state/transfers.ts';
import type { Confirm } from './confirm.tsx';
import { Icon } from './icon.tsx';
import { TransferRows } from './transfer-rows.tsx';

export interface PapersProps {
  readonly transfer: Transfer;
  readonly saving: Saving;
  readonly confirm: Confirm;
  readonly onChanged: (transfer: Transfer) => void;
}

interface PickProps {
  readonly label: string;
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the picker of files. */
function PickFiles({ label, accept, isMultiple = false, isBusy, onFiles }: PickProps) {
  return (
    <label class="button pick-files" aria-disabled={isBusy}>
      <Icon node={Upload} /> {label}
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        multiple={isMultiple}
        disabled={isBusy}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}

const documents = '.docx,.pdf,.html,.htm,.txt,.md,.csv,.tsv,.xlsx,.jsonl,.zip';

function FileLine({
  transfer,
  file,
  onRemove,
}: {
  readonly transfer: Transfer;
  readonly file: TransferFile;
  readonly onRemove: (() => void) | null;
}) {
  return (
    <li class="transfer-file">
      <Icon node={FileText} />
      <div>
        <a href={paperAddress(transfer.id, file.sha256)}>{file.name}</a>{' '}
        <span class="secondary numeric">{formatBytes(file.bytes)}</span>
        {file.problem !== null && <p class="fault-line">{file.problem.text}</p>}
        {file.items.length === 1 && <p class="secondary">{file.items[0]?.title}</p>}
        {file.items.length > 1 && (
          <details>
            <summary>{t('transfers.fileItems', { count: file.items.length })}</summary>
            <ul>
              {file.items.slice(0, 200).map((item, index) => (
                <li key={`${index}${item.title}`}>
                  {item.title} <span class="secondary">{item.docNo}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {onRemove !== null && (
        <button type="button" class="button button-small" onClick={onRemove}>
          {t('transfers.removeFile')}
        </button>
      )}
    </li>
  );
}

export function TransferPapers({ transfer, saving, confirm, onChanged }: PapersProps) {
  const mayEdit = transfer.mayDo.includes('edit');
  const run = (act: () => Promise<Transfer>) => saving.save(async () => onChanged(await act()));
  const upload = (field: 'file' | 'list' | 'scan') => (files: readonly File[]) =>
    run(() => sendPapers(transfer.id, field, files));
  const remove = (file: TransferFile) =>
    run(() => request('DELETE', `/transfers/${transfer.id}/files/${file.id}`, transferSchema));
  const derive = async () => {
    const isReplacing = (transfer.rows?.length ?? 0) > 0;
    if (isReplacing && !(await confirm.ask(t('transfers.deriveAsk'), t('transfers.derive')))) return;
    await run(() => actOn(transfer.id, 'derive-list'));
  };
  return (
    <>
      <section class="card stack" aria-labelledby="transfer-files">
        <div class="row card-head">
          <h2 id="transfer-files">{t('transfers.files')}</h2>
          {mayEdit && (
            <PickFiles
              label={t('transfers.addFiles')}
              accept={documents}
              isMultiple
              isBusy={saving.isBusy}
              onFiles={upload('file')}
            />
          )}
        </div>
        {mayEdit && <p class="secondary">{t('transfers.addFilesHint')}</p>}
        {saving.isBusy && <p role="status">{t('transfers.uploading')}</p>}
        {transfer.fileList.length === 0 && <p class="secondary">{t('transfers.filesNone')}</p>}
        <ul class="stack">
          {transfer.fileList.map((file) => (
            <FileLine
              key={file.id}
              transfer={transfer}
              file={file}
              onRemove={mayEdit && !saving.isBusy ? () => remove(file) : null}
            />
          ))}
        </ul>
      </section>
      <section class="card stack" aria-labelledby="transfer-list">
        <div class="row card-head">
          <h2 id="transfer-list">{t('transfers.listTitle')}</h2>
          {mayEdit && (
            <div class="row">
              <PickFiles
                label={t('transfers.listUpload')}
                accept=".xlsx,.csv,.tsv"
                isBusy={saving.isBusy}
                onFiles={upload('list')}
              />
              <button type="button" class="button" disabled={saving.isBusy} onClick={derive}>
                {t('transfers.derive')}
              </button>
            </div>
          )}
        </div>
        {mayEdit && <p class="secondary">{t('transfers.listHint')}</p>}
        {transfer.list !== null && (
          <p>
            <a href={paperAddress(transfer.id, transfer.list.sha256)}>{transfer.list.name}</a>
          </p>
        )}
        {transfer.rows === null ? (
          <p class="secondary">{t('transfers.listNone')}</p>
        ) : (
          <TransferRows
            key={transfer.revision}
            transfer={transfer}
            rows={transfer.rows}
            saving={saving}
            onChanged={onChanged}
          />
        )}
        <div class="row card-head">
          <h3>{t('transfers.scan')}</h3>
          {mayEdit && (
            <PickFiles
              label={t('transfers.scanUpload')}
              accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
              isBusy={saving.isBusy}
              onFiles={upload('scan')}
            />
          )}
        </div>
        {transfer.scan === null ? (
          <p class="secondary">{t('transfers.scanNone')}</p>
        ) : (
          <p>
            <a href={paperAddress(transfer.id, transfer.scan.sha256)}>{transfer.scan.name}</a>
          </p>
        )}
      </section>
    </>
  );
}
