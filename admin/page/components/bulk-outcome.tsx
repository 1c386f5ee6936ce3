// What an act on many records did, and which were left as they were, by reason.
import { CircleAlert, CircleCheck } from 'lucide';
import { formatCount, t } from '../i18n/index.ts';
import type { BulkOutcome } from '../state/bulk-act.ts';
import { Icon } from './icon.tsx';

/** Of the records left alone for one reason so many are listed. */
const listedItems = 50;

/** Skipped records by reason, most first. */
function reasonsOf({ skipped }: BulkOutcome): (readonly [message: string, ids: readonly string[]])[] {
  const reasons = new Map<string, string[]>();
  for (const { message, id } of skipped) reasons.set(message, [...(reasons.get(message) ?? []), id]);
  return [...reasons].sort((a, b) => b[1].length - a[1].length);
}

function Items({ ids, titles }: { readonly ids: readonly string[]; readonly titles: BulkOutcome['titles'] }) {
  const known = ids.filter((id) => titles.has(id)).slice(0, listedItems);
  if (known.length === 0) return null;
  return (
    <details>
      <summary>{t('records.whichSkipped')}</summary>
      <ul>
        {known.map((id) => (
          <li key={id}>
            <a href={`/admin/records/${id}`}>{titles.get(id)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function BulkOutcomeNotice({ outcome }: { readonly outcome: BulkOutcome }) {
  const { what, done, skipped, titles } = outcome;
  const look = done > 0 ? 'notice-good' : 'notice-warn';
  return (
    <div class={`notice ${look}`} role="status">
      <Icon node={done > 0 ? CircleCheck : CircleAlert} />
      <div>
        <p>
          {t(`records.${what}Done`, {
            done: formatCount(done),
            skipped: formatCount(skipped.length),
          })}
        </p>
        <ul>
          {reasonsOf(outcome).map(([message, ids]) => (
            <li key={message}>
              {message} {t('records.times', { count: formatCount(ids.length) })}
              <Items ids={ids} titles={titles} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
