// Asks the catalogue what leads on from what is typed, and takes a key back that led nowhere.
import { useEffect, useRef } from 'preact/hooks';
import { useContentVersion, useEngine } from './engine-context.ts';
import { isKeypadOpen, isKeyTakenBack, keypadAnswer } from './keypad.ts';
import { typedText } from './typed-text.ts';
import { useTypedFilters, useTyping } from './use-typing.ts';

export interface KeypadKeys {
  /** Sets the field as a key does: taken back when nothing is found. */
  readonly press: (text: string) => void;
}

export function useKeypad(): KeypadKeys {
  const engine = useEngine();
  const version = useContentVersion();
  const type = useTyping();
  const latestType = useRef(type);
  latestType.current = type;
  /** What the field goes back to when the key that was pressed leads nowhere; null when no key was. */
  const before = useRef<string | null>(null);
  const text = typedText.value;
  const isOpen = isKeypadOpen.value;
  const filters = useTypedFilters();
  const scope = JSON.stringify(filters);

  // What was offered under other filters may find nothing under these.
  useEffect(() => {
    keypadAnswer.value = null;
  }, [scope]);
  useEffect(() => {
    if (!isOpen) return;
    const cancel = new AbortController();
    engine.keypad(text, filters, cancel.signal).then(
      (answer) => {
        if (cancel.signal.aborted) return;
        const back = before.current;
        before.current = null;
        if (answer.findsSomething || back === null) {
          keypadAnswer.value = answer;
          return;
        }
        isKeyTakenBack.value = true;
        latestType.current(back);
      },
      // Without suggestions the field still searches, and that says what is wrong.
      () => undefined,
    );
    return () => cancel.abort();
  }, [text, scope, version, isOpen]);

  const press = (next: string) => {
    isKeyTakenBack.value = false;
    // Of several keys in haste the field goes back to where all was well.
    if (next.length > text.length) before.current ??= text;
    else before.current = null;
    latestType.current(next);
  };
  return { press };
}
