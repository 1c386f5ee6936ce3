// The procedure of a record as a line: what is behind it, where it stands, and what comes.
import type { IconNode } from 'lucide';
import { Check, Circle, CircleDot, CornerUpLeft, Siren } from 'lucide';
import { formatTime, type MessageKey, t } from '../i18n/index.ts';
import type { Stage, StageState } from '../state/review-stages.ts';
import { Icon } from './icon.tsx';

const icons: Readonly<Record<StageState, IconNode>> = {
  done: Check,
  now: CircleDot,
  ahead: Circle,
  returned: CornerUpLeft,
  owed: Siren,
};

const stageName = (key: Stage['key']) => t(`stage.${key}` satisfies MessageKey);

export function ReviewLine({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <ol class="review-line" aria-label={t('review.line')}>
      {stages.map(({ key, state, by }) => (
        <li
          key={key}
          class={`review-stage is-${state}`}
          {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span class="review-dot">
            <Icon node={icons[state]} />
          </span>
          <span class="review-stage-words">
            <span class="review-stage-name">{stageName(key)}</span>
            <span class="review-stage-state">{by ? by.name : t(`stageState.${state}`)}</span>
            {by && (
              <time class="review-stage-state numeric" dateTime={by.at}>
                {formatTime(by.at)}
              </time>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
