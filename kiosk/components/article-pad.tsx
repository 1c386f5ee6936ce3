// A pad of digits that leads to an article by its number; only digits that lead to one can be touched.
import { ArrowRight, Delete } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/translate.ts';
import { articlesNamed, nextDigits, numberArticles } from './article-numbers.ts';
import type { BodyMark } from './body-articles.ts';
import { Icon } from './icon.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

interface ArticlePadProps {
  readonly marks: readonly BodyMark[];
  readonly onGo: (mark: BodyMark) => void;
}

export function ArticlePad({ marks, onGo }: ArticlePadProps) {
  const [typed, setTyped] = useState('');
  const articles = numberArticles(marks);
  const next = nextDigits(articles, typed);
  const named = articlesNamed(articles, typed);
  const press = (digit: string) => {
    if (next.has(digit)) setTyped(typed + digit);
  };
  const remove = () => setTyped(typed.slice(0, -1));
  // A physical keyboard types the number too, wherever in the sheet the focus is.
  useEffect(() => {
    const type = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) press(event.key);
      else if (event.key === 'Backspace') remove();
      else if (event.key === 'Enter' && named[0] && !(event.target instanceof HTMLButtonElement)) {
        onGo(named[0]);
      }
    };
    document.addEventListener('keydown', type);
    return () => document.removeEventListener('keydown', type);
  });
  return (
    <fieldset class="article-pad" aria-label={t('reading.pad')}>
      <div class="article-pad__line">
        <output class="article-pad__typed" aria-label={t('reading.padTyped')} lang="zh-CN">
          第<span class="article-pad__number figures">{typed}</span>条
        </output>
        <button type="button" class="button" disabled={typed === ''} onClick={remove}>
          <Icon node={Delete} />
          {t('reading.padDelete')}
        </button>
        {named.length === 0 && <span class="article-pad__hint">{t('reading.padHint')}</span>}
        {named.map((mark) => (
          <button
            key={mark.label}
            type="button"
            class="button button--primary"
            onClick={() => onGo(mark)}
            aria-label={t('reading.padGo', { article: mark.label })}
          >
            <span lang="zh-CN">{mark.label}</span>
            <Icon node={ArrowRight} />
          </button>
        ))}
      </div>
      <div class="article-pad__keys">
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            class="article-pad__key figures"
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
