// A pad of digits that leads to an article or a page by its number; only digits that lead to one can be touched.
import { ArrowRight, Delete } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { nextDigits } from './article-numbers.ts';
import { Icon } from './icon.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** Somewhere a whole number leads. */
export interface NumberedPlace {
  readonly label: string;
  readonly go: () => void;
}

interface NumberPadProps {
  readonly title: string;
  /** What stands before and after the number: 第 and 条. */
  readonly around: readonly [string, string];
  readonly hint: string;
  readonly numbers: readonly number[];
  /** The places whose number is typed; several where articles were inserted. */
  readonly placesAt: (typed: string) => readonly NumberedPlace[];
}

export function NumberPad({ title, around: [before, after], hint, numbers, placesAt }: NumberPadProps) {
  const [typed, setTyped] = useState('');
  const next = nextDigits(numbers, typed);
  const places = placesAt(typed);
  const press = (digit: string) => {
    if (next.has(digit)) setTyped(typed + digit);
  };
  const remove = () => setTyped(typed.slice(0, -1));
  // A physical keyboard types the number too, wherever in the sheet the focus is.
  useEffect(() => {
    const type = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) press(event.key);
      else if (event.key === 'Backspace') remove();
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) places[0]?.go();
    };
    document.addEventListener('keydown', type);
    return () => document.removeEventListener('keydown', type);
  });
  return (
    <fieldset class="number-pad" aria-label={title}>
      <div class="number-pad__line">
        <output class="number-pad__typed" aria-label={t('reading.padTyped')}>
          {before}
          <span class="number-pad__number figures">{typed}</span>
          {after}
        </output>
        <button type="button" class="button" disabled={typed === ''} onClick={remove}>
          <Icon node={Delete} />
          {t('reading.padDelete')}
        </button>
        {places.length === 0 && <span class="number-pad__hint">{hint}</span>}
        {places.map(({ label, go }) => (
          <button
            key={label}
            type="button"
            class="button button--primary"
            onClick={go}
            aria-label={t('reading.padGo', { place: label })}
          >
            {label}
            <Icon node={ArrowRight} />
          </button>
        ))}
      </div>
      <div class="number-pad__keys">
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            class="number-pad__key figures"
            disabled={!next.has(digit)}
            onClick={() => press(digit)}
          >
            {digit}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
