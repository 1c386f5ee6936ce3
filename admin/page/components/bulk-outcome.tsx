// What an act on many records did, and why some were left as they were.
import { CircleCheck } from 'lucide';
import { formatCount, t } from '../i18n/index.ts';
import type { BulkOutcome } from '../state/bulk-act.ts';
import { Icon } from './icon.tsx';

/** Skipped records by reason, most first. */
function reasonsOf({ skipped }: BulkOutcome): (readonly [message: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { message } of skipped) counts.set(message, (counts.get(message) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

export function BulkOutcomeNotice({ outcome }: { readonly outcome: BulkOutcome }) {
  const { what, done, skipped } = outcome;
  const look = done > 0 ? 'notice-good' : 'notice-warn';
  return (
    <div class={`notice ${look}`} role="status">
      <Icon node={CircleCheck} />
      <div>
        <p>
          {t(`records.${what}Done`, {
            done: formatCount(done),
            skipped: formatCount(skipped.length),
          })}
        </p>
        <ul>
          {reasonsOf(outcome).map(([message, count]) => (
            <li key={message}>
              {message} {t('records.times', { count: formatCount(count) })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
