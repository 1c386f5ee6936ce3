// Reads from when and until when a row is to be shown: a day, or a day and a time.
import { cleanLine, shorten } from '#shared/catalogue/clean-text.ts';
import type { IsoInstant, ShownSpan } from '#shared/catalogue/record.ts';
import { endOfDay, instantOfLocalTime, startOfDay } from '#shared/catalogue/shown-span.ts';
import type { FieldBag } from './field-bag.ts';

const clock = /(?:^|[T\s日号])(\d{1,2})\s*[:：时点]\s*(\d{1,2})?/u;

/** Null where the row says nothing. A span that ends before it begins is left out, with a warning. */
export function readShownSpan(bag: FieldBag): ShownSpan | null {
  const from = momentOf(bag, 'shownFrom', startOfDay);
  const until = momentOf(bag, 'shownUntil', endOfDay);
  if (from === null && until === null) return null;
  if (from !== null && until !== null && until <= from) {
    const value = shorten(`${bag.text('shownFrom')} — ${bag.text('shownUntil')}`, 60);
    bag.warn('ingest.value-not-understood', 'shownUntil', { value });
    return null;
  }
  return { from, until };
}

/** A day alone means its beginning for the start, and for the end that it is still shown on that day. */
function momentOf(
  bag: FieldBag,
  field: 'shownFrom' | 'shownUntil',
  ofDay: (date: string) => IsoInstant | null,
): IsoInstant | null {
  const date = bag.date(field);
  if (date === null) return null;
  const time = clock.exec(cleanLine(bag.text(field)).normalize('NFKC'));
  const two = (digits: string | undefined) => (digits ?? '0').padStart(2, '0');
  const moment = time === null ? ofDay(date) : instantOfLocalTime(`${date}T${two(time[1])}:${two(time[2])}`);
  if (moment === null)
    bag.warn('ingest.value-not-understood', field, { value: shorten(bag.text(field), 60) });
  return moment;
}
