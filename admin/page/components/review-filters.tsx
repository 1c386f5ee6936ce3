// What the list of reviews is narrowed to: mine or all, step, state, agency.
import { reviewStates, reviewSteps } from '#shared/protocol/workflow-api.ts';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import type { ReviewPages } from '../state/review-list.ts';
import { Choice } from './choice.tsx';

export function ReviewFilters({ pages }: { readonly pages: ReviewPages }) {
  const agencies = useAgencies();
  const { filter, setFilter } = pages;
  const isMine = filter.mine === '1';
  const whose = (value: '0' | '1', words: string) => (
    <button
      type="button"
      class="segment"
      aria-pressed={(value === '1') === isMine}
      onClick={() => setFilter(value === '1' ? { mine: value, state: '' } : { mine: value })}
    >
      {words}
    </button>
  );
  return (
    <search aria-label={t('reviews.filter')} class="card filters review-filters">
      <fieldset class="segments" aria-label={t('reviews.whose')}>
        {whose('1', t('reviews.mine'))}
        {whose('0', t('reviews.all'))}
      </fieldset>
      <Choice
        label={t('reviews.step')}
        value={filter.step}
        options={reviewSteps.map((step) => [step, t(`stage.${step}`)])}
        onChange={(step) => setFilter({ step })}
      />
      {!isMine && (
        <Choice
          label={t('records.state')}
          value={filter.state}
          options={reviewStates.map((state) => [state, t(`reviewState.${state}`)])}
          onChange={(state) => setFilter({ state })}
        />
      )}
      <Choice
        label={t('records.agency')}
        value={filter.agencyId}
        options={(agencies.value ?? []).map(({ id, name }) => [id, name])}
        onChange={(agencyId) => setFilter({ agencyId })}
      />
    </search>
  );
}
