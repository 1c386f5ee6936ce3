// A question before an act that reaches other people: says what will happen, waits for yes or no.
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';

export interface Confirm {
  /** Opens the dialog and resolves with the answer; Escape means no. `act` names what yes does. */
  readonly ask: (question: string, act: string) => Promise<boolean>;
  readonly dialog: preact.JSX.Element;
}

/** Gives a screen its own dialog; the screen renders `dialog` once. */
export function useConfirm(): Confirm {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const answer = useRef<(isYes: boolean) => void>(() => {});
  const [words, setWords] = useState({ question: '', act: '' });
  const ask = (question: string, act: string) => {
    setWords({ question, act });
    element.current?.showModal();
    return new Promise<boolean>((resolve) => {
      answer.current = resolve;
    });
  };
  const close = (isYes: boolean) => {
    answer.current(isYes);
    answer.current = () => {};
    element.current?.close();
  };
  const dialog = (
    <dialog ref={element} class="dialog" aria-labelledby={id} onClose={() => answer.current(false)}>
      <p id={id}>{words.question}</p>
      <div class="dialog-acts">
        <button type="button" class="button" onClick={() => close(false)}>
          {t('app.cancel')}
        </button>
        <button type="button" class="button button-primary" onClick={() => close(true)}>
          {words.act}
        </button>
      </div>
    </dialog>
  );
  return { ask, dialog };
}
