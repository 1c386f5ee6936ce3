// Reviews: what I may decide now, and all that waits, to be opened one by one or decided together.
import { Check, CircleCheck, CornerUpLeft } from 'lucide';
import { BulkOutcomeNotice } from '../components/bulk-outcome.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReviewFilters } from '../components/review-filters.tsx';
import { ReviewTable } from '../components/review-table.tsx';
import { useWordsDialog } from '../components/words-dialog.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { type BulkItem, useBulkAct } from '../state/bulk-act.ts';
import { type ReviewPages, reviewsAddress, useReviewPages } from '../state/review-list.ts';
import { may } from '../state/session.ts';
import { type Ticked, useTicked } from '../state/ticked.ts';

type Decision = 'pass' | 'return';

function DecideBar({
  ticked,
  isBusy,
  onDecide,
}: {
  readonly ticked: Ticked;
  readonly isBusy: boolean;
  readonly onDecide: (decision: Decision) => void;
}) {
  const count = ticked.ids.size;
  const isIdle = count === 0 || isBusy;
  return (
    <div class="row bulk-bar">
      <span role="status">
        {count === 0 ? t('reviews.selectHint') : t('records.selected', { count: formatCount(count) })}
      </span>
      <button type="button" class="button" disabled={isIdle} onClick={() => onDecide('pass')}>
        <Icon node={Check} /> {t('act.pass')}
      </button>
      <button type="button" class="button" disabled={isIdle} onClick={() => onDecide('return')}>
        <Icon node={CornerUpLeft} /> {t('act.return')}
      </button>
    </div>
  );
}

function NothingWaits({ isMine }: { readonly isMine: boolean }) {
  return (
    <div class="card empty">
      <Icon node={CircleCheck} />
      <p>{t(isMine ? 'reviews.noneMine' : 'reviews.none')}</p>
      {isMine && (
        <a class="button" href={reviewsAddress({ mine: '0' })}>
          {t('reviews.all')}
        </a>
      )}
    </div>
  );
}

const itemsOf = (pages: ReviewPages, ids: ReadonlySet<string>): BulkItem[] =>
  pages.reviews
    .filter(({ id }) => ids.has(id))
    .map(({ recordId, version, title }) => ({ recordId, version, title }));

export function Reviews() {
  const pages = useReviewPages();
  const ticked = useTicked(
    pages.reviews.map(({ id }) => id),
    reviewsAddress(pages.filter),
  );
  const bulk = useBulkAct();
  const words = useWordsDialog();
  const isEmpty = pages.total === 0 && !pages.isLoading;
  const error = pages.error ?? bulk.error;
  const decide = async (decision: Decision) => {
    const items = itemsOf(pages, ticked.ids);
    const answer = await words.ask({
      title: t(`act.${decision}`),
      lead: t(`reviews.${decision}Lead`, { count: formatCount(items.length) }),
      label: t('act.opinion'),
      least: decision === 'return' ? 1 : 0,
      act: t(`act.${decision}`),
    });
    if (answer === null || !(await bulk.run(decision, items, answer.words))) return;
    ticked.clear();
    pages.reload();
  };
  const mayDecide = may('records.review');
  const lead =
    pages.total === null ? t('app.loading') : t('reviews.total', { count: formatCount(pages.total) });
  return (
    <div class="stack">
      <WorkHead title={t('place.reviews')} lead={<span role="status">{lead}</span>} />
      <ReviewFilters pages={pages} />
      {error !== null && <ProblemNotice error={error} retry={pages.reload} />}
      {bulk.outcome && <BulkOutcomeNotice outcome={bulk.outcome} />}
      {isEmpty && <NothingWaits isMine={pages.filter.mine === '1'} />}
      {pages.total === null && pages.isLoading && <Loading />}
      {!isEmpty && pages.total !== null && (
        <section class="card stack" aria-label={t('place.reviews')}>
          {mayDecide && (
            <DecideBar ticked={ticked} isBusy={bulk.isBusy} onDecide={(decision) => void decide(decision)} />
          )}
          <ReviewTable pages={pages} ticked={mayDecide ? ticked : null} />
        </section>
      )}
      {words.dialog}
    </div>
  );
}
