// A guide at a glance: how long it takes by promise and by law, what it costs, how often one must come.

import { parseChineseNumber } from '#shared/catalogue/chinese-number.ts';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { t } from '../i18n/translate.ts';

/** How often one must come, in words; null where the guide does not say. */
export function visitsWords(visits: number | null): string | null {
  if (visits === null) return null;
  return visits === 0 ? t('guide.visitsNone') : t('guide.visitsCount', { count: visits });
}

const daysPattern = /^\D{0,6}?([0-9零〇一二三四五六七八九十百]+)\s*个?(工作日|自然日|日|天)(?:内|以内)?$/u;

/** By how much the promise beats the law; null where the two cannot be compared. */
export function savedDays(
  promised: string | null,
  statutory: string | null,
): { readonly days: number; readonly unit: 'working-day' | 'day' } | null {
  const [, ours, unit] = daysPattern.exec(promised ?? '') ?? [];
  const [, laws, other] = daysPattern.exec(statutory ?? '') ?? [];
  if (ours === undefined || laws === undefined || unit === undefined || unit !== other) return null;
  const days = (parseChineseNumber(laws) ?? 0) - (parseChineseNumber(ours) ?? 0);
  return days > 0 ? { days, unit: unit === '工作日' ? 'working-day' : 'day' } : null;
}

interface GlanceProps {
  readonly name: string;
  readonly value: string;
  readonly isMain?: boolean;
  readonly note?: string | null;
}

/** Beyond this many characters a value is a sentence and set as one. */
const longestLarge = 14;

function Glance({ name, value, isMain = false, note = null }: GlanceProps) {
  const size = value.length > longestLarge ? 'glance__value glance__value--long' : 'glance__value';
  return (
    <div class={isMain ? 'glance glance--main' : 'glance'}>
      <dt class="glance__name">{name}</dt>
      <dd class={`${size} figures`} lang="zh-CN">
        {value}
      </dd>
      {note && <dd class="glance__note">{note}</dd>}
    </div>
  );
}

export function GuideGlance({ details }: { details: GuideDetails }) {
  const { promisedLimit, statutoryLimit, fee, method } = details;
  const visits = visitsWords(details.visits);
  const saved = savedDays(promisedLimit, statutoryLimit);
  return (
    <dl class="glances">
      {promisedLimit && (
        <Glance
          name={t('guide.promisedLimit')}
          value={promisedLimit}
          isMain
          note={saved && t(`guide.promisedNote.${saved.unit}`, { days: saved.days })}
        />
      )}
      {statutoryLimit && <Glance name={t('guide.statutoryLimit')} value={statutoryLimit} />}
      {fee && <Glance name={t('guide.fee')} value={fee} />}
      {visits && <Glance name={t('guide.visits')} value={visits} />}
      {method && <Glance name={t('guide.method')} value={method} />}
    </dl>
  );
}

/** Whether a guide has anything to say at a glance. */
export function hasGlance({ promisedLimit, statutoryLimit, fee, method, visits }: GuideDetails): boolean {
  return [promisedLimit, statutoryLimit, fee, method].some(Boolean) || visits !== null;
}
