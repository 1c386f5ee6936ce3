// What can be done with a case now, the next step first; what is seldom wanted folds away.

import { settledStates } from '#shared/cases/case-kinds.ts';
import type { CaseActName, CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { arrangeActs } from '../state/case-act-drafts.ts';

interface CaseActBarProps {
  readonly detail: CaseDetail;
  readonly onAct: (name: CaseActName) => void;
}

export function CaseActBar({ detail, onAct }: CaseActBarProps) {
  const { next, others, rare } = arrangeActs(detail);
  const button = (name: CaseActName, look = '') => (
    <button key={name} type="button" class={`button ${look}`.trim()} onClick={() => onAct(name)}>
      {t(`act.${name}`)}
    </button>
  );
  const isEmpty = next === null && others.length + rare.length === 0;
  return (
    <section class="card stack" aria-labelledby="case-acts">
      <h2 id="case-acts">{t('act.heading')}</h2>
      {isEmpty && (
        <p class="secondary">{t(settledStates.includes(detail.state) ? 'act.noneSettled' : 'act.none')}</p>
      )}
      {(next !== null || others.length > 0) && (
        <div class="row case-acts">
          {next !== null && button(next, 'button-primary')}
          {others.map((name) => button(name))}
        </div>
      )}
      {rare.length > 0 && (
        <details>
          <summary>{t('act.more')}</summary>
          <div class="row case-acts">{rare.map((name) => button(name))}</div>
        </details>
      )}
    </section>
  );
}
