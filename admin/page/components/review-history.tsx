// Who took which step of a record when, and what they said: every passage, newest first.
import type { Review } from '#shared/protocol/workflow-api.ts';
import { formatTime, t } from '../i18n/index.ts';

const looks = { pass: 'tag-good', return: 'tag-bad' } as const;

function Passage({ review }: { readonly review: Review }) {
  const { version, state, submittedBy, submittedAt, note, taken } = review;
  return (
    <li class="passage">
      <p class="passage-head">
        <strong>{t('editor.version', { version })}</strong>{' '}
        <span class="tag">{t(`reviewState.${state}`)}</span>
      </p>
      <ol class="timeline">
        <li>
          <span>
            {t('review.submittedBy', { name: submittedBy })}
            {note !== '' && <q class="opinion">{note}</q>}
          </span>
          <time class="secondary numeric" dateTime={submittedAt}>
            {formatTime(submittedAt)}
          </time>
        </li>
        {taken.map(({ step, decision, displayName, at, opinion }) => (
          <li key={`${step}${at}`}>
            <span>
              {t(`stage.${step}`)} <span class={`tag ${looks[decision]}`}>{t(`decision.${decision}`)}</span>{' '}
              {displayName}
              {opinion !== '' && <q class="opinion">{opinion}</q>}
            </span>
            <time class="secondary numeric" dateTime={at}>
              {formatTime(at)}
            </time>
          </li>
        ))}
      </ol>
    </li>
  );
}

export function ReviewHistory({ reviews }: { readonly reviews: readonly Review[] }) {
  if (reviews.length === 0) return <p class="secondary">{t('review.noHistory')}</p>;
  return (
    <ul class="stack passages">
      {reviews.map((review) => (
        <Passage key={review.id} review={review} />
      ))}
    </ul>
  );
}
