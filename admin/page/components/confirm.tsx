// A question before an act that reaches other people: says what will happen, waits for yes or no.
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';

export interface Confirm {
  /** Opens the dialog and resolves with the answer; Escape means no. */
  readonly ask: (question: string) => Promise<boolean>;
  readonly dialog: preact.JSX.Element;
}

/** Gives a screen its own dialog; the screen renders `dialog` once. */
export function useConfirm(): Confirm {
  const element = useRef<HTMLDialogElement>(null);
  const answer = useRef<(isYes: boolean) => void>(() => {});
  const [question, setQuestion] = useState('');
  const ask = (next: string) => {
    setQuestion(next);
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
    <dialog ref={element} aria-labelledby="confirm-question" onClose={() => answer.current(false)}>
      <p id="confirm-question">{question}</p>
      <div class="dialog-acts">
        <button type="button" class="button" onClick={() => close(false)}>
          {t('app.cancel')}
        </button>
        <button type="button" class="button button-primary" onClick={() => close(true)}>
          {t('app.confirm')}
        </button>
      </div>
    </dialog>
  );
  return { ask, dialog };
}
