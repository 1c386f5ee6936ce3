// A picture of a case looked at in place: it lives in this dialog only, and is gone when the dialog closes.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { requestFile } from '../api/client.ts';
import { t } from '../i18n/case-words.ts';
import { useLoaded } from '../state/loaded.ts';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';

/** An address for bytes the page holds; taken back when they are no longer shown. */
function useObjectUrl(file: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}

interface CasePictureProps {
  readonly caseId: string;
  readonly fileId: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function CasePicture({ caseId, fileId, name, onClose }: CasePictureProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const file = useLoaded(
    (signal) => requestFile('GET', `/cases/${caseId}/files/${fileId}`, { signal }),
    [fileId],
  );
  const address = useObjectUrl(file.value);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} class="dialog dialog-wide case-dialog" aria-labelledby={id} onClose={onClose}>
      <div class="stack">
        <h2 id={id}>{name}</h2>
        {file.error !== null && <ProblemNotice error={file.error} retry={file.reload} />}
        {address === null && file.error === null && <Loading />}
        {address !== null && <img class="case-picture" src={address} alt={name} />}
        <div class="case-dialog-foot">
          <div class="dialog-acts">
            <button type="button" class="button" onClick={() => element.current?.close()}>
              {t('entry.close')}
            </button>
          </div>
        </div>
      </div>
    </dialog>
  );
}
