// Public figures as people read them: small ones are told as such, totals that cannot be told as "more than".
import { type ShownCount, type ShownParts, totalOf } from '#shared/statistics/suppress.ts';
import { figuresWords as t } from '../i18n/figures-words.ts';
import { formatCount } from '../i18n/format.ts';

export function countText(count: ShownCount): string {
  return count === null ? t('few') : formatCount(count);
}

export function totalText(figures: ShownParts<string>): string {
  const { is, count } = totalOf(figures);
  if (is === 'exactly') return formatCount(count);
  return t(is === 'above' ? 'atLeast' : 'fewerThan', { count: formatCount(count) });
}
