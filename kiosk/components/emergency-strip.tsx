// The one red thing a home screen may have: an emergency notice that still holds.
import { ChevronRight, Siren } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { recordUrl } from '../state/record-url.ts';
import { Icon } from './icon.tsx';
import { daysUntil, localToday } from './notice-facts.tsx';

/** Days an emergency notice without an end stays on the home screen. */
const shownDays = 3;

/** Whether `record` is an emergency notice that has not ended on `today`, `YYYY-MM-DD`. */
export function isStandingEmergency(record: CatalogueRecord, today: string): boolean {
  const { details } = record;
  if (details?.type !== 'notice' || details.level !== 'emergency') return false;
  if (details.endsOn !== null) return (daysUntil(details.endsOn, today) ?? -1) >= 0;
  const published = record.publishedOn ?? record.date;
  const age = published === null ? null : daysUntil(published, today);
  return age !== null && age > -shownDays;
}

/** The first emergency among `records`; nothing when there is none. */
export function EmergencyStrip({ records }: { records: readonly CatalogueRecord[] }) {
  const today = localToday(now.value);
  const record = records.find((one) => isStandingEmergency(one, today));
  if (!record) return null;
  return (
    <a class="emergency" href={recordUrl(record)}>
      <Icon node={Siren} />
      <span class="emergency__words">
        <span class="emergency__level">{t('notice.emergency')}</span>
        <span lang="zh-CN">{record.title}</span>
      </span>
      <Icon node={ChevronRight} />
    </a>
  );
}
