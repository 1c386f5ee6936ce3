// Asks for the address of a link in the body.
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';

export interface LinkDialog {
  /** Opens with the present address; resolves with the new one, `''` to remove the link, null when called off. */
  readonly ask: (present: string) => Promise<string | null>;
  readonly dialog: preact.JSX.Element;
}

/** Addresses without a scheme are taken for web addresses. */
function completeAddress(typed: string): string {
  const text = typed.trim();
  return text === '' || /^(?:https?:\/\/|mailto:|tel:|#|\/)/i.test(text) ? text : `https://${text}`;
}

export function useLinkDialog(): LinkDialog {
  const element = useRef<HTMLDialogElement>(null);
  const answer = useRef<(address: string | null) => void>(() => {});
  const [text, setText] = useState('');
  const close = (address: string | null) => {
    answer.current(address);
    answer.current = () => {};
    element.current?.close();
  };
  const ask = (present: string) => {
    setText(present);
    element.current?.showModal();
    return new Promise<string | null>((resolve) => {
      answer.current = resolve;
    });
  };
  const dialog = (
    <dialog ref={element} class="dialog" aria-labelledby="link-label" onClose={() => answer.current(null)}>
      <div class="field">
        <label for="link-address" id="link-label">
          {t('body.linkAddress')}
        </label>
        <input
          id="link-address"
          class="input"
          value={text}
          maxLength={2000}
          aria-describedby="link-hint"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // The dialog sits inside the record's form; Enter must not save the record.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            close(completeAddress(text));
          }}
        />
        <p class="hint" id="link-hint">
          {t('body.linkHint')}
        </p>
      </div>
      <div class="dialog-acts">
        <button type="button" class="button" onClick={() => close(null)}>
          {t('app.cancel')}
        </button>
        <button type="button" class="button button-primary" onClick={() => close(completeAddress(text))}>
          {t('body.linkSet')}
        </button>
      </div>
    </dialog>
  );
  return { ask, dialog };
}
