// When something is shown: times as staff write them, by the clock the whole country keeps, and what follows from them.
import type { RecordDetails } from './details.ts';
import type { CatalogueRecord, IsoInstant, ShownSpan } from './record.ts';

/** China keeps one time, eight hours ahead of UTC, and has no summer time. */
const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const wholeDate = /^\d{4}-\d{2}-\d{2}$/;
const localTime = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/** An instant on the wall: `2026-05-08T09:30`, as a field for date and time holds it; empty when it is none. */
export function localTimeOf(instant: IsoInstant | null): string {
  const time = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + offsetMs).toISOString().slice(0, 16);
}

/** The opposite of `localTimeOf`; null for anything that is no such time. */
export function instantOfLocalTime(text: string): IsoInstant | null {
  if (!localTime.test(text)) return null;
  const time = Date.parse(`${text}:00Z`);
  // 2026-02-30 is no day, although it can be counted on.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 16) !== text) return null;
  return new Date(time - offsetMs).toISOString();
}

/** The first instant of a day; null for what is no whole date. */
export function startOfDay(date: string): IsoInstant | null {
  return wholeDate.test(date) ? instantOfLocalTime(`${date}T00:00`) : null;
}

/** The first instant after a day. */
export function endOfDay(date: string): IsoInstant | null {
  const start = startOfDay(date);
  return start === null ? null : new Date(Date.parse(start) + dayMs).toISOString();
}

/** The end a notice asks for by itself: that of its public-notice period. */
function endOfPeriod(details: RecordDetails | null): IsoInstant | null {
  if (details?.type !== 'notice' || details.withdrawsAtEnd !== true) return null;
  return details.endsOn === null ? null : endOfDay(details.endsOn);
}

/** When content is shown: as staff planned it, and no longer than its public-notice period where that ends it. */
export function shownSpanOf({
  shown,
  details,
}: Pick<CatalogueRecord, 'shown' | 'details'>): ShownSpan | null {
  const from = shown?.from ?? null;
  const ends = [shown?.until ?? null, endOfPeriod(details)].filter((end) => end !== null);
  // All are written alike, so the order of texts is that of times.
  const until = ends.sort()[0] ?? null;
  return from === null && until === null ? null : { from, until };
}

/** How a span stands to a moment: its beginning belongs to it, its end does not. */
export function showingAt(span: ShownSpan | null, timeMs: number): 'always' | 'waiting' | 'showing' | 'over' {
  if (span === null || (span.from === null && span.until === null)) return 'always';
  if (span.until !== null && timeMs >= Date.parse(span.until)) return 'over';
  return span.from !== null && timeMs < Date.parse(span.from) ? 'waiting' : 'showing';
}

/** A span as it is kept: instants in one spelling, null without limits. Null ends stay null. */
export function normaliseSpan({ from, until }: ShownSpan): ShownSpan | null {
  const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());
  return from === null && until === null ? null : { from: instant(from), until: instant(until) };
}
