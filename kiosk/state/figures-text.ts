// Public figures as people read them: small ones are told as such, totals that cannot be told as "more than".
import type { ShownCount, ShownParts } from '#shared/statistics/suppress.ts';
import { figuresWords as t } from '../i18n/figures-words.ts';
import { formatCount } from '../i18n/format.ts';

export function countText(count: ShownCount): string {
  return count === null ? t('few') : formatCount(count);
}

export function totalText({ total, isWhole }: ShownParts<string>): string {
  if (isWhole) return formatCount(total);
  return total === 0 ? t('few') : t('atLeast', { count: formatCount(total) });
}
