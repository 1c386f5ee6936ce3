// Letters and handwriting for finding words within a text, on a terminal without a keyboard.
import { useState } from 'preact/hooks';
import { splitTyped } from '#shared/search/keypad/typed-text.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { KeypadLetters } from './keypad-letters.tsx';
import { KeypadWords } from './keypad-words.tsx';
import { LazyHandwritingPad } from './lazy-handwriting.ts';

const ways = ['pinyin', 'handwriting'] as const;
const mostWords = 8;

export interface FindKeypadProps {
  /** What stands in the field. */
  readonly text: string;
  /** The paragraphs that are searched. */
  readonly passages: readonly string[];
  readonly countOf: (word: string) => number;
  readonly onType: (text: string) => void;
}

function ByLetters({ text, passages, countOf, onType }: FindKeypadProps) {
  const engine = useEngine();
  // A word that was picked is whole: the next letter begins another.
  const { letters } = splitTyped(/^[a-z]*$/i.test(text) ? text : '');
  const answer = useLoaded(`within ${passages.length} ${letters}`, (signal) =>
    engine.keypadWithin(passages, letters, signal),
  ).value;
  const offers = (answer?.words ?? []).map((word) => ({ text: word, count: countOf(word) }));
  const words = offers.filter(({ count }) => count > 0).slice(0, mostWords);
  const lit = answer?.letters === letters ? answer.next : null;
  return (
    <>
      <KeypadWords words={words} onPick={onType} empty={t('find.padHint')} />
      <KeypadLetters text={letters} lit={lit} onPress={onType} />
    </>
  );
}

export function FindKeypad(props: FindKeypadProps) {
  const { text, onType } = props;
  const [way, setWay] = useState<(typeof ways)[number]>('pinyin');
  const written = /^[a-z]*$/i.test(text) ? '' : text;
  return (
    <section class="keypad keypad--find" aria-label={t('keypad.label')}>
      <fieldset class="keypad__ways" aria-label={t('keypad.ways')}>
        {ways.map((one) => (
          <button
            key={one}
            type="button"
            class="keypad__way"
            aria-pressed={one === way}
            onClick={() => setWay(one)}
          >
            {t(`keypad.${one}`)}
          </button>
        ))}
      </fieldset>
      {way === 'pinyin' ? (
        <ByLetters {...props} />
      ) : (
        <LazyHandwritingPad
          onChoose={(character) => onType(written + character)}
          onDelete={() => onType([...written].slice(0, -1).join(''))}
        />
      )}
    </section>
  );
}
