// Digits, and what document numbers are made of, so that nobody hunts for brackets: 〔2024〕12号.
import { withDigit } from '#shared/search/keypad/typed-text.ts';
import { t } from '../i18n/translate.ts';
import { useLeadingYears } from '../state/use-number-offers.ts';
import { DeleteKey } from './keypad-letters.tsx';

const digitRows = ['12345', '67890'] as const;

interface KeypadNumbersProps {
  readonly text: string;
  /** The digits that lead on; null while that is not known. */
  readonly lit: string | null;
  readonly onPress: (text: string) => void;
}

export function KeypadNumbers({ text, lit, onPress }: KeypadNumbersProps) {
  const years = useLeadingYears(text);
  return (
    <div class="keypad__numbers">
      <fieldset class="keypad__years" aria-label={t('keypad.years')}>
        {years.map((year) => (
          <button
            key={year}
            type="button"
            class="keypad__key keypad__key--year figures"
            onClick={() => onPress(`${text}〔${year}〕`)}
          >
            〔{year}〕
          </button>
        ))}
      </fieldset>
      {digitRows.map((row, at) => (
        <div key={row} class="keypad__row">
          {[...row].map((digit) => {
            const isDim = lit !== null && !lit.includes(digit);
            return (
              <button
                key={digit}
                type="button"
                class="keypad__key keypad__key--digit"
                aria-disabled={isDim}
                tabIndex={isDim ? -1 : 0}
                onClick={() => {
                  if (!isDim) onPress(withDigit(text, digit));
                }}
              >
                {digit}
              </button>
            );
          })}
          {at === 0 ? (
            <button
              type="button"
              class="keypad__key keypad__key--wide"
              disabled={!/\d$/.test(text)}
              onClick={() => onPress(`${text}号`)}
            >
              号
            </button>
          ) : (
            <DeleteKey text={text} onPress={onPress} />
          )}
        </div>
      ))}
    </div>
  );
}
