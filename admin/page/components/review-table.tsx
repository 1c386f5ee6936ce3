// The table of reviews that wait: what it is, whose it is, which step it waits at and since when.
import { Siren } from 'lucide';
import { useRef } from 'preact/hooks';
import { formatTime, t } from '../i18n/index.ts';
import { useListKeys } from '../state/list-keys.ts';
import type { ListedReview, ReviewPages } from '../state/review-list.ts';
import type { Ticked } from '../state/ticked.ts';
import { Icon } from './icon.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { SelectAllHead } from './select-all-head.tsx';

const looks = {
  'in-review': '',
  'follow-up': 'tag-bad',
  returned: 'tag-warn',
  recalled: '',
  approved: 'tag-good',
} as const;

function ReviewRow({ review, ticked }: { readonly review: ListedReview; readonly ticked: Ticked | null }) {
  const { recordId, title, version, agencyName, state, step, submittedBy, submittedAt } = review;
  const isTicked = ticked?.ids.has(review.id) ?? false;
  const classes = [state === 'follow-up' ? 'row-urgent' : '', isTicked ? 'row-selected' : ''].join(' ');
  return (
    <tr data-row class={classes.trim()}>
      {ticked && (
        <td>
          <input
            type="checkbox"
            class="check"
            aria-label={t('records.selectOne', { title })}
            checked={isTicked}
            onChange={() => ticked.toggle(review.id)}
          />
        </td>
      )}
      <td class="grow">
        <a class="record-title" href={`/admin/records/${recordId}`} title={title}>
          {title}
        </a>
        <span class="record-number secondary numeric">{t('editor.version', { version })}</span>
      </td>
      <td>
        <span class={`tag ${looks[state]}`}>
          {state === 'follow-up' && <Icon node={Siren} />} {t(`reviewState.${state}`)}
        </span>
      </td>
      <td>{step === null ? '—' : t(`stage.${step}`)}</td>
      <td class="wide" title={agencyName}>
        {agencyName}
      </td>
      <td class="wide">{submittedBy}</td>
      <td class="wide numeric secondary">{formatTime(submittedAt)}</td>
    </tr>
  );
}

export function ReviewTable({
  pages,
  ticked,
}: {
  readonly pages: ReviewPages;
  readonly ticked: Ticked | null;
}) {
  const list = useRef<HTMLDivElement>(null);
  useListKeys(list);
  return (
    <div ref={list} class="stack">
      <ScrollArea label={t('reviews.list')} isBusy={pages.isLoading}>
        <table class="table">
          <thead>
            <tr>
              {ticked && <SelectAllHead isAllShown={ticked.isAllShown} onToggle={ticked.toggleShown} />}
              <th scope="col">{t('records.title')}</th>
              <th scope="col">{t('records.state')}</th>
              <th scope="col">{t('reviews.step')}</th>
              <th scope="col" class="wide">
                {t('records.agency')}
              </th>
              <th scope="col" class="wide">
                {t('reviews.who')}
              </th>
              <th scope="col" class="wide">
                {t('reviews.since')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.reviews.map((review) => (
              <ReviewRow key={review.id} review={review} ticked={ticked} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {pages.hasMore && (
        <button type="button" class="button" disabled={pages.isLoading} onClick={pages.loadMore}>
          {t(pages.isLoading ? 'app.loading' : 'records.more')}
        </button>
      )}
    </div>
  );
}
