// The words a keypad offers: each finds something, and says how much.
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';

export interface OfferedWord {
  readonly text: string;
  /** Null where it is not known, as for a number. */
  readonly count: number | null;
  readonly countIsLowerBound?: boolean;
}

interface KeypadWordsProps {
  readonly words: readonly OfferedWord[];
  readonly onPick: (word: string) => void;
  /** Shown in place of words when there are none. */
  readonly empty: string;
}

export function KeypadWords({ words, onPick, empty }: KeypadWordsProps) {
  if (words.length === 0) return <p class="keypad__words keypad__words--none">{empty}</p>;
  return (
    <ul class="keypad__words" aria-label={t('keypad.words')}>
      {words.map(({ text, count, countIsLowerBound }) => (
        <li key={text}>
          <button type="button" class="keypad__word" onClick={() => onPick(text)}>
            <span lang="zh-CN">{text}</span>
            {count !== null && (
              <span class="keypad__count figures">
                {formatCount(count)}
                {countIsLowerBound ? '+' : ''}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
