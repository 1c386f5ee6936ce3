// A field and four ways to fill it without a keyboard: by sound, by hand, with ready phrases, with signs and digits.
import { useRef, useState } from 'preact/hooks';
import { voiceWords } from '../../i18n/voice-words.ts';
import { LazyHandwritingPad } from '../lazy-handwriting.ts';
import { DeleteCharacter, WritingLetters } from './writing-letters.tsx';
import { WritingOffers } from './writing-offers.tsx';

const ways = ['pinyin', 'handwriting', 'phrases', 'marks'] as const;
type Way = (typeof ways)[number];
const longestLetters = 24;
const marks = [...'，。？！、：（）《》'];
const digits = [...'1234567890'];

interface WritingPadProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly most: number;
  readonly rows: number;
  readonly onWrite: (text: string) => void;
  /** Names what stands below, such as a warning, for people who cannot see it. */
  readonly describedBy?: string;
}

/** Letters belong to the way of writing; the text to whoever asked for it. */
function usePad({ text, most, onWrite }: WritingPadProps) {
  const [letters, setLetters] = useState('');
  const latest = useRef(text);
  latest.current = text;
  const write = (next: string) => {
    const kept = next.slice(0, most);
    latest.current = kept;
    onWrite(kept);
  };
  const add = (words: string) => write(latest.current + words);
  const remove = () => {
    if (letters !== '') setLetters(letters.slice(0, -1));
    else write([...latest.current].slice(0, -1).join(''));
  };
  return { letters, setLetters, write, add, remove, canDelete: text !== '' || letters !== '' };
}
type Pad = ReturnType<typeof usePad>;

function ByPinyin({ pad }: { pad: Pad }) {
  const press = (letter: string) => pad.setLetters((pad.letters + letter).slice(0, longestLetters));
  return (
    <>
      <WritingOffers
        letters={pad.letters}
        onChoose={(chosen, rest) => {
          pad.add(chosen);
          pad.setLetters(rest);
        }}
      />
      <WritingLetters onPress={press} onDelete={pad.remove} canDelete={pad.canDelete} />
    </>
  );
}

function ByPhrases({ pad }: { pad: Pad }) {
  return (
    <div class="writing__phrases chips">
      {voiceWords('phrases')
        .split('|')
        .map((phrase) => (
          <button key={phrase} type="button" class="chip" lang="zh-CN" onClick={() => pad.add(phrase)}>
            {phrase}
          </button>
        ))}
    </div>
  );
}

function Keys({ keys, pad }: { keys: readonly string[]; pad: Pad }) {
  return (
    <div class="keypad__row">
      {keys.map((key) => (
        <button key={key} type="button" class="keypad__key" onClick={() => pad.add(key)}>
          {key}
        </button>
      ))}
    </div>
  );
}

function ByMarks({ pad }: { pad: Pad }) {
  return (
    <div class="keypad__letters">
      <Keys keys={marks} pad={pad} />
      <Keys keys={digits} pad={pad} />
      <div class="keypad__row">
        <button type="button" class="keypad__key keypad__key--wide" onClick={() => pad.add(' ')}>
          {voiceWords('space')}
        </button>
        <DeleteCharacter onDelete={pad.remove} canDelete={pad.canDelete} />
      </div>
    </div>
  );
}

export function WritingPad(props: WritingPadProps) {
  const { label, placeholder, text, most, rows, describedBy } = props;
  const [way, setWay] = useState<Way>('pinyin');
  const pad = usePad(props);
  return (
    <div class="writing">
      <textarea
        class="writing__field"
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={text}
        rows={rows}
        maxLength={most}
        autoComplete="off"
        spellcheck={false}
        inputMode="none"
        lang="zh-CN"
        onInput={(event) => pad.write(event.currentTarget.value)}
      />
      <section class="writing__pad" aria-label={voiceWords('pad')}>
        <div class="keypad__head">
          <fieldset class="keypad__ways" aria-label={voiceWords('ways')}>
            {ways.map((one) => (
              <button
                key={one}
                type="button"
                class="keypad__way"
                aria-pressed={one === way}
                onClick={() => setWay(one)}
              >
                {voiceWords(`way.${one}`)}
              </button>
            ))}
          </fieldset>
          <button
            type="button"
            class="keypad__close"
            disabled={!pad.canDelete}
            onClick={() => {
              pad.setLetters('');
              pad.write('');
            }}
          >
            {voiceWords('clear')}
          </button>
        </div>
        {way === 'pinyin' && <ByPinyin pad={pad} />}
        {way === 'handwriting' && <LazyHandwritingPad onChoose={pad.add} onDelete={pad.remove} />}
        {way === 'phrases' && <ByPhrases pad={pad} />}
        {way === 'marks' && <ByMarks pad={pad} />}
      </section>
    </div>
  );
}
