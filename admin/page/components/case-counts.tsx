// The figures at the top of the ledger: each says how many need somebody, and pressed shows only those.
import { t } from '../i18n/case-words.ts';
import { formatCount } from '../i18n/index.ts';
import type { CountChoice } from '../state/case-list.ts';

interface CaseCountsProps {
  readonly choices: readonly CountChoice[];
  readonly onChoose: (choice: CountChoice) => void;
}

export function CaseCounts({ choices, onChoose }: CaseCountsProps) {
  return (
    <fieldset class="case-counts" aria-label={t('cases.counts')}>
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          class={`case-count case-count-${choice.id}${choice.count > 0 ? ' case-count-some' : ''}`}
          aria-pressed={choice.isOn}
          onClick={() => onChoose(choice)}
        >
          <span class="case-count-figure numeric">{formatCount(choice.count)}</span>
          <span>{t(`cases.count.${choice.id}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
