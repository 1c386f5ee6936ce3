// The deadline of a matter in plain words.
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import { t } from '../i18n/translate.ts';

/** A deadline in plain words; rules that stayed text are their own words. */
export function deadlineWords(rule: DeadlineRule): string {
  switch (rule.type) {
    case 'working-days':
    case 'calendar-days':
      // Nothing is said of a start the source does not name, or names in words nobody has put in order.
      return t(`deadline.${rule.type}`, {
        from: rule.from === 'other' ? '' : t(`trigger.${rule.from}`),
        days: rule.days,
      }).trim();
    case 'frequency':
      return t('deadline.frequency', { every: t(`period.${rule.every}`), times: rule.times });
    case 'before-event':
      return t('deadline.before-event', { amount: rule.amount, unit: t(`unit.${rule.unit}`) });
    case 'at-once':
    case 'long-term':
      return t(`deadline.${rule.type}`);
    case 'text':
      return rule.text;
  }
}
