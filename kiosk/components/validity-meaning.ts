// What a record's validity means for whoever reads it today.
import type { CatalogueRecord, PartialIsoDate } from '#shared/catalogue/record.ts';

/** `date` is the day the meaning turns on; null where none is stated. */
export interface ValidityMeaning {
  readonly meaning:
    | 'holds'
    | 'holdsUntil'
    | 'endsSoon'
    | 'overdue'
    | 'amended'
    | 'ended'
    | 'endedOn'
    | 'repealed'
    | 'repealedOn'
    | 'willEnd'
    | 'notYet';
  readonly tone: 'good' | 'care' | 'over';
  readonly date: PartialIsoDate | null;
}

/** Months before its end from which on a text is said to end soon. */
const soonMonths = 3;

/** Whether a date, whole or partial, lies wholly before the day `today`. */
function isPast(date: PartialIsoDate, today: string): boolean {
  return date < today.slice(0, date.length);
}

/** The same day some months later, as `YYYY-MM`. */
function monthsLater(today: string, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

/** Null where the issuer states nothing. `today` is `YYYY-MM-DD`. */
export function validityMeaning(
  { validity, expiresOn, date }: Pick<CatalogueRecord, 'validity' | 'expiresOn' | 'date'>,
  today: string,
): ValidityMeaning | null {
  if (validity === 'unknown') return null;
  const isOver = validity === 'expired' || validity === 'repealed';
  if (isOver && expiresOn !== null && expiresOn > today)
    return { meaning: 'willEnd', tone: 'care', date: expiresOn };
  if (validity === 'repealed')
    return { meaning: expiresOn === null ? 'repealed' : 'repealedOn', tone: 'over', date: expiresOn };
  if (validity === 'expired')
    return { meaning: expiresOn === null ? 'ended' : 'endedOn', tone: 'over', date: expiresOn };
  if (date !== null && date.length === 10 && date > today) return { meaning: 'notYet', tone: 'care', date };
  if (expiresOn !== null && isPast(expiresOn, today))
    return { meaning: 'overdue', tone: 'care', date: expiresOn };
  if (validity === 'amended') return { meaning: 'amended', tone: 'care', date: null };
  if (expiresOn === null) return { meaning: 'holds', tone: 'good', date: null };
  const isSoon = expiresOn.slice(0, 7) <= monthsLater(today, soonMonths);
  return { meaning: isSoon ? 'endsSoon' : 'holdsUntil', tone: isSoon ? 'care' : 'good', date: expiresOn };
}

/** What a text is about without what changes from one version to the next: years, 试行, brackets, 关于…的. */
export function titleCore(title: string): string {
  return title
    .replace(/[（(〔[][^）)〕\]]*[）)〕\]]/gu, '')
    .replace(/\d{4}\s*年?(?:度)?|暂行|试行|修订|修正|关于印发|的通知|[《》“”\s]/gu, '');
}
