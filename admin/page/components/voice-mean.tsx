// A mean of votes as a figure and a bar, with how many it comes from; few votes are said to be few.
import type { VoteMean } from '#shared/protocol/voice-api.ts';
import { fewVotes } from '#shared/voice/votes.ts';
import { formatCount, t } from '../i18n/index.ts';

const highest = 5;

export function MeanCell({
  mean: { mean, votes },
  hasCount = false,
}: {
  mean: VoteMean;
  hasCount?: boolean;
}) {
  if (mean === null) return <span class="secondary">—</span>;
  const isFew = votes < fewVotes;
  return (
    <span class={`mean ${isFew ? 'mean-few' : ''}`}>
      <span class="mean-figure numeric">{mean.toFixed(1)}</span>
      <span class="mean-bar" aria-hidden="true">
        <span class="mean-fill" style={{ width: `${(mean / highest) * 100}%` }} />
      </span>
      {hasCount && <span class="secondary numeric">{t('voice.votes', { count: formatCount(votes) })}</span>}
      {hasCount && isFew && <span class="tag">{t('voice.few')}</span>}
    </span>
  );
}
