// One matter: what must be public, what is, and how current it is, said honestly when there is nothing.
import { CircleAlert, CircleCheck, Clock } from 'lucide';
import type { MatterDetails } from '#shared/catalogue/details.ts';
import { isPastPeriod } from '#shared/catalogue/duty-age.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { duty } from '../i18n/duty-words.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { now } from '../state/clock.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { type Fulfilment, lookUpFulfilment } from '../state/use-node-matters.ts';
import { DueNote } from './due-note.tsx';
import { Icon } from './icon.tsx';
import { deadlineWords } from './matter-deadline.ts';

const dateOf = (record: CatalogueRecord) => record.publishedOn ?? record.date;

/** 已公开 12 条 · 最近更新 2026-11-20, in words; for lists of matters too. */
export function fulfilmentWords(found: Fulfilment): string {
  if (found.count === 0) return duty('none');
  return duty(found.isLowerBound ? 'atLeast' : 'items', { count: formatCount(found.count) });
}

function Latest({ found, details }: { found: Fulfilment; details: MatterDetails }) {
  const date = found.newest && dateOf(found.newest);
  const isOld = isPastPeriod(details.deadline, date, now.value.getTime());
  return (
    <>
      <strong>{date ? formatDate(date) : duty('undated')}</strong>
      {isOld && (
        <span class="duty__old">
          <Icon node={Clock} />
          {duty('isOld')}
        </span>
      )}
    </>
  );
}

function Facts({ found, details }: { found: Fulfilment; details: MatterDetails }) {
  const isPublic = found.count > 0;
  return (
    <dl class="duty__facts">
      <div>
        <dt>{duty('is')}</dt>
        <dd class={isPublic ? 'duty__is' : 'duty__is duty__is--none'}>
          <Icon node={isPublic ? CircleCheck : CircleAlert} />
          <strong>{fulfilmentWords(found)}</strong>
        </dd>
      </div>
      {isPublic && (
        <div>
          <dt>{duty('latest')}</dt>
          <dd>
            <Latest found={found} details={details} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Above the matter's own table; the list of what fulfils it stands beside. */
export function DutyPanel({ record, details }: { record: CatalogueRecord; details: MatterDetails }) {
  const engine = useEngine();
  const found = useLoaded(`duty ${record.id} ${useContentVersion()}`, (signal) =>
    lookUpFulfilment(engine, record.id, signal),
  );
  const words = details.deadline && deadlineWords(details.deadline);
  return (
    <section class="duty" aria-label={duty('title')}>
      <p class="duty__should" lang="zh-CN">
        <span class="duty__name">{duty('should')}</span>
        {details.elements || record.title}
        {words && <span class="duty__rule"> · {words}</span>}
      </p>
      {found.value && <Facts found={found.value} details={details} />}
      {found.value?.count === 0 && <p class="duty__note">{duty('noneLine')}</p>}
      <DueNote matterId={record.id} isRecord={false} />
      {found.state === 'failed' && !found.value && <p class="duty__note">{duty('unread')}</p>}
    </section>
  );
}
