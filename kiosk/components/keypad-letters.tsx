// The letters of the keypad, as on every keyboard; those that lead to no record are dimmed.
import { Delete } from 'lucide';
import { withLetter } from '#shared/search/keypad/typed-text.ts';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

interface KeypadLettersProps {
  readonly text: string;
  /** The letters that lead on; null while that is not known, when all may be pressed. */
  readonly lit: string | null;
  readonly onPress: (text: string) => void;
}

export function KeypadLetters({ text, lit, onPress }: KeypadLettersProps) {
  return (
    <div class="keypad__letters">
      {rows.map((row) => (
        <div key={row} class="keypad__row">
          {[...row].map((letter) => {
            const isDim = lit !== null && !lit.includes(letter);
            return (
              <button
                key={letter}
                type="button"
                class="keypad__key"
                aria-disabled={isDim}
                tabIndex={isDim ? -1 : 0}
                onClick={() => {
                  if (!isDim) onPress(withLetter(text, letter));
                }}
              >
                {letter.toUpperCase()}
              </button>
            );
          })}
          {row === rows[2] && <DeleteKey text={text} onPress={onPress} />}
        </div>
      ))}
    </div>
  );
}

/** Takes the last character away, with the blank before it. */
export function DeleteKey({ text, onPress }: { text: string; onPress: (text: string) => void }) {
  const shorter = Array.from(text).slice(0, -1).join('').trimEnd();
  return (
    <button
      type="button"
      class="keypad__key keypad__key--wide"
      aria-label={t('keypad.delete')}
      disabled={text === ''}
      onClick={() => onPress(shorter)}
    >
      <Icon node={Delete} />
    </button>
  );
}
