// What makes two rows the same record: normalised numbers, names and titles.
import type { MatterDetails, RecordDetails } from '#shared/catalogue/details.ts';
import type { WrittenKind } from '#shared/catalogue/record.ts';

/** A name with spelling differences folded away: width, case, blanks and invisible characters. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\u00ad]/g, '');
}

/**
 * A document or index number: as a name, and every bracket one bracket, since 〔2024〕, [2024] and （2024） are one
 * number. Null for what cannot number anything, such as 无 or a dash.
 */
export function numberKey(text: string | null): string | null {
  if (text === null) return null;
  const key = nameKey(text)
    .replace(/[〔【［[(]/g, '(')
    .replace(/[〕】］\])]/g, ')');
  return /[\d〇零一二三四五六七八九十百]/.test(key) ? key : null;
}

/** The parts of a record or draft that identify it. */
export interface Identified {
  readonly kind: WrittenKind;
  readonly title: string;
  readonly agencyId: string;
  readonly date: string | null;
  readonly details: RecordDetails | null;
}

/**
 * What identifies a record without numbers: matters by agency, field and level path; guides by item code, else
 * agency and title; everything else by agency, title and date. A document may be filed as notice or page later,
 * so those kinds share one form.
 */
export function identityKey(record: Identified): string {
  const { details } = record;
  if (details?.type === 'matter') return joinKey('m', record.agencyId, ...matterPath(details));
  if (details?.type === 'guide') {
    return details.itemCode === null
      ? joinKey('g', record.agencyId, nameKey(record.title))
      : joinKey('c', nameKey(details.itemCode));
  }
  return joinKey('d', record.agencyId, nameKey(record.title), record.date ?? '');
}

function matterPath(details: MatterDetails): readonly string[] {
  return [details.field ?? '', ...details.levels].map(nameKey);
}

/** The separator cannot occur in a key: `nameKey` removes control characters only when they are blanks, so strip it. */
function joinKey(...parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('\u001f', '')).join('\u001f');
}
