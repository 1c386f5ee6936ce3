// Questions people asked, with their answers: a touch opens one in its place.
import { ChevronDown } from 'lucide';
import { useState } from 'preact/hooks';
import type { PublicAnswer } from '#shared/statistics/public-figures.ts';
import { figuresWords as t } from '../i18n/figures-words.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { Icon } from './icon.tsx';

/** As many stand there at once, and as many more with each touch. */
const shownAtOnce = 8;

function Answer({ answer }: { readonly answer: PublicAnswer }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li class="asked">
      <button type="button" class="asked__head" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span class="asked__words">
          <span class="asked__title" lang="zh-CN">
            {answer.title}
          </span>
          <span class="asked__facts">
            {answer.agencyName !== '' && <span lang="zh-CN">{answer.agencyName}</span>}
            <span class="figures">{formatDate(answer.on)}</span>
          </span>
        </span>
        <Icon node={ChevronDown} class={isOpen ? 'asked__sign asked__sign--open' : 'asked__sign'} />
      </button>
      {isOpen && (
        <dl class="asked__text" lang="zh-CN">
          <div>
            <dt>{t('question')}</dt>
            <dd>{answer.question}</dd>
          </div>
          <div>
            <dt>{t('answer')}</dt>
            <dd>{answer.answer}</dd>
          </div>
        </dl>
      )}
    </li>
  );
}

export function FiguresAnswers({ answers }: { readonly answers: readonly PublicAnswer[] }) {
  const [shown, setShown] = useState(shownAtOnce);
  const left = answers.length - shown;
  return (
    <section class="figures-card">
      <header class="figures-card__head">
        <div>
          <h2 class="section-title">{t('answers')}</h2>
          <p class="figures-note">{t('answersLine')}</p>
        </div>
      </header>
      <ul class="asked-list">
        {answers.slice(0, shown).map((answer, at) => (
          <Answer key={at} answer={answer} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="button button--more" onClick={() => setShown(shown + shownAtOnce)}>
          {t('more', { count: formatCount(Math.min(left, shownAtOnce)) })}
        </button>
      )}
    </section>
  );
}
