// The last question before personal data is gone for good: a reason, and a word typed by hand.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { erasedSchema } from '#shared/protocol/case-privacy-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/case-words.ts';
import { useSaving } from '../state/saving.ts';
import { TextField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';

interface CaseEraseDialogProps {
  readonly ids: readonly string[];
  readonly onErased: (count: number) => void;
  readonly onClose: () => void;
}

export function CaseEraseDialog({ ids, onErased, onClose }: CaseEraseDialogProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const saving = useSaving();
  useEffect(() => element.current?.showModal(), []);
  const word = t('privacy.eraseWord');
  const isSure = typed.trim() === word && reason.trim() !== '';
  const erase = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isSure) return;
    void saving.save(async () => {
      const body = { ids, reason: reason.trim() };
      onErased((await request('POST', '/case-privacy/erase', erasedSchema, { body })).erased);
    });
  };
  return (
    <dialog ref={element} class="dialog case-dialog" aria-labelledby={id} onClose={onClose}>
      <form class="stack" autocomplete="off" onSubmit={erase}>
        <h2 id={id}>{t('privacy.eraseTitle')}</h2>
        <p class="notice notice-problem">{t('privacy.eraseLine', { count: ids.length })}</p>
        <TextField
          label={t('privacy.eraseReason')}
          value={reason}
          isLong
          isRequired
          rows={2}
          maxLength={500}
          onChange={(text) => setReason(text ?? '')}
        />
        <TextField
          label={t('privacy.eraseType', { word })}
          value={typed}
          isRequired
          maxLength={20}
          autocomplete="off"
          onChange={(text) => setTyped(text ?? '')}
        />
        <div class="case-dialog-foot">
          {saving.error !== null && <ProblemNotice error={saving.error} />}
          <div class="dialog-acts">
            <button type="button" class="button" onClick={() => element.current?.close()}>
              {t('act.cancel')}
            </button>
            <button type="submit" class="button button-danger" disabled={!isSure || saving.isBusy}>
              {t('privacy.eraseNow')}
            </button>
          </div>
        </div>
      </form>
    </dialog>
  );
}
