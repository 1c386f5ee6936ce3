// One finding: what, where, the masked words, and how somebody answered it.
import { CircleAlert, CircleCheck, Info, LocateFixed } from 'lucide';
import { fieldName } from '#shared/lint/field-words.ts';
import { placeWords } from '#shared/lint/place-words.ts';
import { ruleAdvice, ruleName } from '#shared/lint/rule-words.ts';
import type { ListedFinding } from '#shared/protocol/lint-api.ts';
import { deskLanguage, formatTime, t } from '../i18n/index.ts';
import { showFinding } from '../state/finding-place.ts';
import { Icon } from './icon.tsx';

/** Missing fields are told by their names; everything else in the masked words of the finding. */
export function excerptWords({ rule, excerpt }: Pick<ListedFinding, 'rule' | 'excerpt'>): string {
  const language = deskLanguage.value;
  if (rule !== 'missing-field') return excerpt;
  const names = excerpt.split(' ').map((key) => fieldName(key, language));
  return names.join(language === 'en' ? ', ' : '、');
}

/** Where a finding stands, in the language of the desk. */
export const whereWords = (place: ListedFinding['place']): string =>
  placeWords(place, deskLanguage.value, (label) => fieldName(label, deskLanguage.value));

export function AnswerWords({ answer }: { readonly answer: NonNullable<ListedFinding['answer']> }) {
  return (
    <p class="finding-answer">
      <Icon node={CircleCheck} />
      <span>
        <strong>{t(`lint.answer.${answer.answer}`)}</strong>
        {answer.reason !== '' && `：${answer.reason}`}
        <span class="secondary">
          {' '}
          {t('lint.answeredBy', { who: answer.displayName, at: formatTime(answer.at) })} ·{' '}
          {t('lint.fromVersion', { version: answer.version })}
        </span>
      </span>
    </p>
  );
}

interface FindingItemProps {
  readonly finding: ListedFinding;
  readonly isSelected: boolean;
  /** Null where it cannot be answered here. */
  readonly onToggle: (() => void) | null;
}

export function FindingItem({ finding, isSelected, onToggle }: FindingItemProps) {
  const { rule, severity, place, count, answer } = finding;
  const language = deskLanguage.value;
  const name = ruleName(rule, language);
  const isOpen = severity === 'must-answer' && answer === null;
  const icon = answer !== null ? CircleCheck : severity === 'hint' ? Info : CircleAlert;
  return (
    <li class={`finding${isOpen ? ' finding-open' : ''}`}>
      {onToggle === null ? (
        <Icon node={icon} />
      ) : (
        <input
          type="checkbox"
          class="check"
          checked={isSelected}
          aria-label={t('lint.select', { name, excerpt: excerptWords(finding) })}
          onChange={onToggle}
        />
      )}
      <div class="finding-words">
        <p class="row">
          <strong>{name}</strong>
          {isOpen && <span class="tag tag-bad">{t('lint.must')}</span>}
          {count > 1 && <span class="secondary numeric">{t('lint.times', { count })}</span>}
        </p>
        <p class="finding-excerpt">{excerptWords(finding)}</p>
        <p class="secondary">
          {whereWords(place)} — {ruleAdvice(rule, language)}
        </p>
        {answer && <AnswerWords answer={answer} />}
      </div>
      <button type="button" class="button button-small" onClick={() => showFinding(place)}>
        <Icon node={LocateFixed} /> {t('lint.show')}
      </button>
    </li>
  );
}
