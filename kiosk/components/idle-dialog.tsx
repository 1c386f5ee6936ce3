// Asks a silent visitor whether they are still there; any touch keeps everything as it is.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { idleSecondsLeft, warningSeconds } from '../state/idle-watch.ts';

function Countdown({ seconds }: { seconds: number }) {
  const length = 2 * Math.PI * 45;
  return (
    <svg class="idle__ring" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <circle class="idle__track" cx="50" cy="50" r="45" />
      <circle
        class="idle__left"
        cx="50"
        cy="50"
        r="45"
        stroke-dasharray={length}
        stroke-dashoffset={length * (1 - seconds / warningSeconds)}
      />
      <text class="idle__number" x="50" y="50">
        {seconds}
      </text>
    </svg>
  );
}

function IdleQuestion({ seconds, onEnd }: { seconds: number; onEnd: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    stay.current?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="idle"
      role="alertdialog"
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
    >
      <Countdown seconds={seconds} />
      <h2 id="idle-title" class="idle__title">
        {t('idle.title')}
      </h2>
      <p id="idle-text" class="idle__text">
        {t('idle.text', { seconds })}
      </p>
      <div class="idle__actions">
        <button ref={stay} type="button" class="button button--primary button--large">
          {t('idle.stay')}
        </button>
        <button type="button" class="button button--large" data-ends-visit onClick={onEnd}>
          {t('idle.end')}
        </button>
      </div>
    </dialog>
  );
}

export function IdleDialog({ onEnd }: { onEnd: () => void }) {
  const seconds = idleSecondsLeft.value;
  return seconds === null ? null : <IdleQuestion seconds={seconds} onEnd={onEnd} />;
}
