// Says in one word where a record stands between draft and public.
import type { ListedRecord } from '#shared/protocol/hub-api.ts';
import { type MessageKey, t } from '../i18n/index.ts';

type Standing = Pick<ListedRecord, 'state' | 'version' | 'approvedVersion' | 'isPublished'> &
  Partial<Pick<ListedRecord, 'review'>>;

function standingOf(record: Standing): { label: MessageKey; look: string } {
  if (record.state === 'withdrawn') return { label: 'state.withdrawn', look: 'tag-bad' };
  if (record.approvedVersion === null) return { label: 'state.draft', look: 'tag-warn' };
  if (record.approvedVersion !== record.version) return { label: 'state.changed', look: 'tag-warn' };
  return record.isPublished
    ? { label: 'state.public', look: 'tag-good' }
    : { label: 'state.approved', look: '' };
}

/** What a review adds that the record itself does not say; null when it says nothing new. */
function reviewWords({ review }: Standing): { words: string; look: string } | null {
  if (review?.state === 'in-review') {
    const step = review.step === null ? t('reviewState.in-review') : t(`stage.${review.step}`);
    return { words: t('state.inReview', { step }), look: '' };
  }
  if (review?.state === 'returned') return { words: t('reviewState.returned'), look: 'tag-warn' };
  return review?.state === 'follow-up' ? { words: t('reviewState.follow-up'), look: 'tag-bad' } : null;
}

export function StateTag({ record }: { readonly record: Standing }) {
  const { label, look } = standingOf(record);
  const review = record.state === 'withdrawn' ? null : reviewWords(record);
  const isOut = record.approvedVersion === record.version;
  return (
    <>
      {(review === null || isOut) && <span class={`tag ${look}`}>{t(label)}</span>}{' '}
      {review && <span class={`tag ${review.look}`}>{review.words}</span>}
    </>
  );
}
