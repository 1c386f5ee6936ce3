// Questions people often ask of a guide, folded until touched, and the law it rests on, linked where it is held.
import { BookOpenText, ChevronDown } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { t } from '../i18n/translate.ts';
import { type LinkedBasisItem, useLaws } from '../state/use-laws.ts';
import { Icon } from './icon.tsx';

function Question({ question, answer }: GuideDetails['questions'][number]) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <li class="question">
      <button
        type="button"
        class="question__ask"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span lang="zh-CN">{question}</span>
        <Icon node={ChevronDown} class="question__mark" />
      </button>
      <p id={id} class="question__answer" lang="zh-CN" hidden={!isOpen}>
        {answer}
      </p>
    </li>
  );
}

export function GuideQuestions({ questions }: Pick<GuideDetails, 'questions'>) {
  return (
    <ul class="questions">
      {questions.map((one, index) => (
        <Question key={index} {...one} />
      ))}
    </ul>
  );
}

function BasisLine({ item }: { item: LinkedBasisItem }) {
  return (
    <li class="basis">
      <span class="basis__words" lang="zh-CN">
        {item.words}
      </span>
      {item.links.map(({ url, title, article }) => (
        <a
          key={url}
          class="button button--form"
          href={url}
          aria-label={`${t('guide.openLaw')} ${title}${article ?? ''}`}
        >
          <Icon node={BookOpenText} />
          {article === null ? t('guide.openLaw') : t('guide.openArticle', { article })}
        </a>
      ))}
    </li>
  );
}

export function GuideBasis({ recordId, details }: { recordId: string; details: GuideDetails }) {
  return (
    <ul class="lines">
      {useLaws(recordId, details).map((item, index) => (
        <BasisLine key={index} item={item} />
      ))}
    </ul>
  );
}
