// The end of what a visitor writes: the warning, how long it is, the button, and what is missing before it can be sent.
import { useEffect, useState } from 'preact/hooks';
import { voiceWords } from '../../i18n/voice-words.ts';

interface SendFootProps {
  /** What was written. */
  readonly text: string;
  readonly fewest: number;
  readonly most: number;
  /** The button's words. */
  readonly act: string;
  /** What to do about too few characters. */
  readonly tooShort: string;
  readonly isBusy: boolean;
  readonly onSend: (words: string) => void;
}

/** Names the field's warning. */
export const warningId = 'voice-warning';

/** The button is never closed: touched too early, it says what is missing. */
export function SendFoot({ text, fewest, most, act, tooShort, isBusy, onSend }: SendFootProps) {
  const [isShort, setIsShort] = useState(false);
  useEffect(() => setIsShort(false), [text]);
  const words = text.trim();
  const send = () => (words.length < fewest ? setIsShort(true) : onSend(words));
  return (
    <>
      <div class="voice-send">
        <p id={warningId} class="voice-warning">
          {voiceWords('warning')}
          <span class="figures">{voiceWords('characters', { count: text.length, most })}</span>
        </p>
        <button type="button" class="button button--primary" disabled={isBusy} onClick={send}>
          {act}
        </button>
      </div>
      <p class="voice-outcome" role="status">
        {isShort ? tooShort : ''}
      </p>
    </>
  );
}
