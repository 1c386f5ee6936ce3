// What a screen says of a record whose time was over while it was open: which one, until when, and where to go on.
import { CalendarX2 } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { StatePanel } from './state-panel.tsx';

export function EndedPanel({ record }: { record: CatalogueRecord }) {
  const until = record.shown?.until ?? null;
  const isPeriod = record.details?.type === 'notice' && record.details.endsOn !== null;
  const title = t(isPeriod ? 'record.noticeEnded' : 'record.ended');
  return (
    <StatePanel icon={CalendarX2} title={title} isWholeScreen>
      <p class="state__line" lang="zh-CN">
        {record.title}
      </p>
      {until !== null && (
        <p class="state__line">{t('record.endedAt', { moment: formatInstant(until, now.value) })}</p>
      )}
      <div class="state__actions">
        <a class="button button--primary" href="/">
          {t('state.home')}
        </a>
      </div>
    </StatePanel>
  );
}
