// The keypad for people who have no keyboard: words of the catalogue, letters, digits. No key leads to nothing.
import { ChevronDown } from 'lucide';
import { useEffect } from 'preact/hooks';
import { withPicked } from '#shared/search/keypad/typed-text.ts';
import { t } from '../i18n/translate.ts';
import {
  closeKeypad,
  currentAnswer,
  isKeyTakenBack,
  type KeypadWay,
  keypadAnswer,
  keypadWay,
  keypadWays,
} from '../state/keypad.ts';
import { typedText } from '../state/typed-text.ts';
import { useKeypad } from '../state/use-keypad.ts';
import { useLeadingCharacters } from '../state/use-leading-characters.ts';
import { useNumberOffers } from '../state/use-number-offers.ts';
import { Icon } from './icon.tsx';
import { KeypadLetters } from './keypad-letters.tsx';
import { KeypadNumbers } from './keypad-numbers.tsx';
import { KeypadWords } from './keypad-words.tsx';
import { LazyHandwritingPad } from './lazy-handwriting.ts';

const mostWords = 8;

function WayTabs({ way }: { way: KeypadWay }) {
  return (
    <div class="keypad__head">
      <fieldset class="keypad__ways" aria-label={t('keypad.ways')}>
        {keypadWays.map((one) => (
          <button
            key={one}
            type="button"
            class="keypad__way"
            aria-pressed={one === way}
            onClick={() => {
              keypadWay.value = one;
            }}
          >
            {t(`keypad.${one}`)}
          </button>
        ))}
      </fieldset>
      <button type="button" class="keypad__close" onClick={closeKeypad}>
        {t('keypad.close')}
        <Icon node={ChevronDown} />
      </button>
    </div>
  );
}

function ByLetters({ text, press }: { text: string; press: (text: string) => void }) {
  const lit = currentAnswer()?.letters ?? null;
  const words = (keypadAnswer.value?.words ?? []).slice(0, mostWords);
  const empty = isKeyTakenBack.value ? t('keypad.nothing') : t('keypad.pinyinHint');
  return (
    <>
      <KeypadWords words={words} onPick={(word) => press(withPicked(text, word))} empty={empty} />
      <KeypadLetters text={text} lit={lit} onPress={press} />
    </>
  );
}

function ByNumber({ text, press }: { text: string; press: (text: string) => void }) {
  const lit = currentAnswer()?.digits ?? null;
  const numbers = useNumberOffers(text).map((number) => ({ text: number, count: null }));
  const empty = isKeyTakenBack.value ? t('keypad.nothing') : t('keypad.numberHint');
  return (
    <>
      <KeypadWords words={numbers} onPick={press} empty={empty} />
      <KeypadNumbers text={text} lit={lit} onPress={press} />
    </>
  );
}

function ByHandwriting({ text, press }: { text: string; press: (text: string) => void }) {
  return (
    <LazyHandwritingPad
      useLeading={(characters) => useLeadingCharacters(text, characters)}
      onChoose={(character) => press(text + character)}
      onDelete={() => press([...text].slice(0, -1).join(''))}
      {...(isKeyTakenBack.value ? { note: t('handwriting.takenBack') } : {})}
    />
  );
}

export function Keypad() {
  const { press } = useKeypad();
  const text = typedText.value;
  const way = keypadWay.value;
  useEffect(() => closeKeypad, []);
  return (
    <section class="keypad" aria-label={t('keypad.label')}>
      <WayTabs way={way} />
      {way === 'pinyin' && <ByLetters text={text} press={press} />}
      {way === 'number' && <ByNumber text={text} press={press} />}
      {way === 'handwriting' && <ByHandwriting text={text} press={press} />}
    </section>
  );
}
