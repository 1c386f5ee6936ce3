// What the letters typed so far may mean: words of the catalogue first, then characters by their sound.
import { ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import { voiceWords } from '../../i18n/voice-words.ts';
import { compose } from '../../pinyin/compose.ts';
import { useEngine } from '../../state/engine-context.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Icon } from '../icon.tsx';

const mostWords = 4;
const longestWord = 8;
const charactersAtOnce = 12;

interface WritingOffersProps {
  readonly letters: string;
  /** Called with what was chosen, and the letters that remain. */
  readonly onChoose: (chosen: string, rest: string) => void;
}

/** Null until the catalogue has answered: what came after would move what a finger is about to touch. */
function useWords(letters: string): readonly string[] | null {
  const engine = useEngine();
  const { state, value: answer } = useLoaded(
    `writing ${letters}`,
    (signal) => (letters.length < 2 ? Promise.resolve(null) : engine.keypad(letters, {}, signal)),
    { isFresh: true },
  );
  if (state === 'loading') return null;
  const words = (answer?.words ?? []).map(({ text }) => text);
  return words.filter((word) => word.length > 1 && word.length <= longestWord).slice(0, mostWords);
}

export function WritingOffers({ letters, onChoose }: WritingOffersProps) {
  const [shown, setShown] = useState({ letters, from: 0 });
  const from = shown.letters === letters ? shown.from : 0;
  const words = useWords(letters);
  const { syllable, characters } = compose(letters);
  const page = words === null ? [] : characters.slice(from, from + charactersAtOnce);
  const next = from + charactersAtOnce < characters.length ? from + charactersAtOnce : 0;
  if (letters === '') return <p class="keypad__words keypad__words--none">{voiceWords('pinyinHint')}</p>;
  return (
    <div class="writing__offers">
      <p class="writing__letters" aria-live="polite">
        {voiceWords('letters', { letters })}
      </p>
      <ul class="keypad__words writing__choices" aria-label={voiceWords('offers')}>
        {words?.map((word) => (
          <li key={word}>
            <button type="button" class="keypad__word" lang="zh-CN" onClick={() => onChoose(word, '')}>
              {word}
            </button>
          </li>
        ))}
        {page.map((character) => (
          <li key={character}>
            <button
              type="button"
              class="keypad__word writing__character"
              lang="zh-CN"
              onClick={() => onChoose(character, letters.slice(syllable.length))}
            >
              {character}
            </button>
          </li>
        ))}
        {words !== null && characters.length > charactersAtOnce && (
          <li>
            <button
              type="button"
              class="keypad__word writing__next"
              aria-label={voiceWords('nextOffers')}
              onClick={() => setShown({ letters, from: next })}
            >
              <Icon node={ChevronRight} />
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
