// A pad of digits for a number nobody else should read: dots instead of digits, large keys, a keyboard works too.
import { Delete } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { longestPin, shortestPin } from '../state/staff-pin.ts';
import { Icon } from './icon.tsx';

interface PinPadProps {
  readonly title: string;
  readonly line: string | null;
  /** Shown under the dots, and told. */
  readonly problem: string | null;
  readonly isDisabled: boolean;
  /** The pad empties itself with every number given. */
  readonly onGiven: (pin: string) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function PinPad({ title, line, problem, isDisabled, onGiven }: PinPadProps) {
  const [pin, showPin] = useState('');
  /** What is entered, ahead of what is drawn: keys may come faster than frames. */
  const entered = useRef('');
  const setPin = (next: string) => {
    entered.current = next;
    showPin(next);
  };
  const add = (digit: string) => setPin((entered.current + digit).slice(0, longestPin));
  const give = () => {
    const given = entered.current;
    if (isDisabled || given.length < shortestPin) return;
    setPin('');
    onGiven(given);
  };
  const press = useRef((_: KeyboardEvent) => {});
  press.current = (event) => {
    if (isDisabled) return;
    if (/^\d$/.test(event.key)) add(event.key);
    else if (event.key === 'Backspace') setPin(entered.current.slice(0, -1));
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) give();
  };
  // Before the pad is painted: the first digit may come as soon as it is seen.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <section class="pin-pad" aria-labelledby="pin-title">
      <h1 id="pin-title" class="screen-title">
        {title}
      </h1>
      {line !== null && <p class="pin-pad__line">{line}</p>}
      <p class="pin-pad__dots" role="status" aria-label={t('pin.entered', { count: pin.length })}>
        {Array.from({ length: Math.max(pin.length, shortestPin) }, (_, at) => (
          <span key={at} class={at < pin.length ? 'pin-pad__dot pin-pad__dot--on' : 'pin-pad__dot'} />
        ))}
      </p>
      <p class="pin-pad__problem figures" role="alert">
        {problem ?? '\u00a0'}
      </p>
      <fieldset class="pin-pad__keys" aria-label={t('pin.pad')}>
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            class="pin-pad__key"
            disabled={isDisabled}
            onClick={() => add(digit)}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          class="pin-pad__key"
          disabled={isDisabled || pin === ''}
          aria-label={t('pin.delete')}
          onClick={() => setPin(entered.current.slice(0, -1))}
        >
          <Icon node={Delete} />
        </button>
        <button type="button" class="pin-pad__key" disabled={isDisabled} onClick={() => add('0')}>
          0
        </button>
        <button
          type="button"
          class="pin-pad__key pin-pad__key--done"
          disabled={isDisabled || pin.length < shortestPin}
          onClick={give}
        >
          {t('pin.done')}
        </button>
      </fieldset>
    </section>
  );
}
