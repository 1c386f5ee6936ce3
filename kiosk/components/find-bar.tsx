// Finds words within the text that is open: typed or touched, all of them marked, gone through one by one.
import { ChevronDown, ChevronUp, Search, X } from 'lucide';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatCount } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { type Find, useFind } from '../state/use-find.ts';
import type { BodyMark } from './body-articles.ts';
import { chapterTopic, chooseWords, definedTerms, type FindWord } from './find-words.ts';
import { Icon } from './icon.tsx';
import { LazyFindKeypad } from './lazy-keypad.ts';

const longestText = 40;

interface FindBarProps {
  /** Its children are the parts searched in. */
  readonly container: RefObject<HTMLElement | null>;
  readonly shownParts: number;
  readonly marks: readonly BodyMark[];
  /** What the visitor searched for on the way here. */
  readonly queryWords: readonly string[];
  readonly keywords: readonly string[];
  readonly onClose: () => void;
}

function Words({
  words,
  text,
  onChoose,
}: {
  words: FindWord[];
  text: string;
  onChoose: (word: string) => void;
}) {
  return (
    <fieldset class="find__words" aria-label={t('find.words')}>
      {words.map(({ word, count }) => (
        <button
          key={word}
          type="button"
          class="chip"
          lang="zh-CN"
          aria-pressed={word === text}
          onClick={() => onChoose(word)}
        >
          {word}
          <span class="chip__count figures">{formatCount(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Steps({ find }: { find: Find }) {
  const isAlone = find.count < 2;
  return (
    <>
      <button
        type="button"
        class="button find__step"
        aria-label={t('find.previous')}
        disabled={isAlone}
        onClick={() => find.go(-1)}
      >
        <Icon node={ChevronUp} />
      </button>
      <button
        type="button"
        class="button find__step"
        aria-label={t('find.next')}
        disabled={isAlone}
        onClick={() => find.go(1)}
      >
        <Icon node={ChevronDown} />
      </button>
    </>
  );
}

function countWords(text: string, { count, current }: Find): string {
  if (text.trim() === '') return '';
  return count === 0 ? t('find.none') : `${formatCount(current + 1)} / ${formatCount(count)}`;
}

export function FindBar({ container, shownParts, marks, queryWords, keywords, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isPadOpen, setIsPadOpen] = useState(false);
  const find = useFind(container.current, shownParts, text);
  const words = useMemo(() => {
    const terms = definedTerms(find.texts.flatMap(({ paragraphs }) => paragraphs));
    const topics = marks.filter(({ kind }) => kind === 'chapter').map(({ label }) => chapterTopic(label));
    return chooseWords([queryWords, keywords, terms, topics], find.countOf);
  }, [find.texts]);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const type = (event: KeyboardEvent) => {
    if (event.key === 'Enter') find.go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <section class="dock find" aria-label={t('find.title')}>
      {words.length > 0 && <Words words={words} text={text} onChoose={setText} />}
      <div class="find__line">
        <label class="find__field">
          <Icon node={Search} />
          <span class="visually-hidden">{t('find.label')}</span>
          <input
            ref={input}
            class="find__input"
            type="text"
            lang="zh-CN"
            autocomplete="off"
            spellcheck={false}
            maxLength={longestText}
            placeholder={t('find.label')}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={type}
            inputMode="none"
            onClick={() => setIsPadOpen(true)}
          />
        </label>
        <output class="find__count figures" aria-label={t('find.count')}>
          {countWords(text, find)}
        </output>
        <Steps find={find} />
        <button type="button" class="button find__step" aria-label={t('find.close')} onClick={onClose}>
          <Icon node={X} />
        </button>
      </div>
      {isPadOpen && (
        <LazyFindKeypad
          text={text}
          passages={find.texts.flatMap(({ paragraphs }) => paragraphs)}
          countOf={find.countOf}
          onType={setText}
        />
      )}
    </section>
  );
}
