// What a terminal keeps between two visits: sums of hours that are not over, and words of today that nobody can be known by.
import type { OutboxItem } from '../protocol/outbox-api.ts';
import { fewestSessions, isShareable, normaliseWords } from './shareable-words.ts';
import { addSums, mostRecordSums, recordKeyStart } from './sum-keys.ts';
import type { SettledSearch, VisitSums } from './visit-notes.ts';
import { markOf } from './word-mark.ts';

/** A search that so many visits of the day made, in its words. */
export interface SharedWords {
  readonly sessions: number;
  /** As it was at the last of these searches. */
  readonly foundNothing: boolean;
}

/** One day of a terminal, wiped once it is sent. */
export interface DayTally {
  /** Random, of this day alone: marks of two days say nothing of each other. */
  readonly salt: string;
  readonly records: Readonly<Record<string, number>>;
  /** Marks of words of fewer than five visits: the words themselves are not kept, they come with the fifth visit. */
  readonly marks: Readonly<Record<string, number>>;
  readonly words: Readonly<Record<string, SharedWords>>;
}

export interface Tally {
  /** Hour `YYYY-MM-DDTHH` → sums. */
  readonly hours: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly days: Readonly<Record<string, DayTally>>;
  /** Taken out of the sums and on their way to the outbox: each keeps its id until it is there. */
  readonly closing: readonly OutboxItem[];
}

export const emptyTally: Tally = { hours: {}, days: {}, closing: [] };

/** Bounds: a terminal that nobody empties for weeks stays small. */
export const tallyLimits = { marks: 1_000, words: 500, records: 2_000, closing: 2_000 } as const;

/** Adds a visit that ended. `newSalt` is asked for on the first visit of a day. */
export function addVisit(tally: Tally, visit: VisitSums, newSalt: () => string): Tally {
  const hours: Record<string, Record<string, number>> = {};
  for (const [hour, sums] of [...Object.entries(tally.hours), ...Object.entries(visit.hours)]) {
    hours[hour] = { ...hours[hour] };
    addSums(hours[hour], sums);
  }
  const days: Record<string, DayTally> = { ...tally.days };
  for (const day of new Set(Object.keys(visit.hours).map((hour) => hour.slice(0, 10)))) {
    days[day] ??= { salt: newSalt(), records: {}, marks: {}, words: {} };
  }
  const [firstDay] = Object.keys(visit.hours).map((hour) => hour.slice(0, 10));
  for (const [day, before] of Object.entries(days)) {
    const records = cappedSums(before.records, visit.records[day] ?? {});
    // The words of a visit count once, on the day it began.
    const searches = day === firstDay ? visit.searches : [];
    days[day] = searches.reduce(addSearch, { ...before, records });
  }
  return { ...tally, hours, days };
}

function addSearch(day: DayTally, { words: typed, hasFound }: SettledSearch): DayTally {
  const words = normaliseWords(typed);
  if (!isShareable(words)) return day;
  const foundNothing = !hasFound;
  const known = Object.hasOwn(day.words, words) ? day.words[words] : undefined;
  if (known)
    return { ...day, words: { ...day.words, [words]: { sessions: known.sessions + 1, foundNothing } } };
  const mark = markOf(day.salt, words);
  const sessions = (Object.hasOwn(day.marks, mark) ? (day.marks[mark] ?? 0) : 0) + 1;
  const { [mark]: _, ...others } = day.marks;
  if (sessions < fewestSessions)
    return { ...day, marks: capped({ ...others, [mark]: sessions }, tallyLimits.marks) };
  // A day that has as many words already keeps those it has.
  if (Object.keys(day.words).length >= tallyLimits.words) return { ...day, marks: others };
  return { ...day, marks: others, words: { ...day.words, [words]: { sessions, foundNothing } } };
}

/** Makes room by dropping the least counted, of these the one seen longest ago: counts can only be too low. */
function capped(counts: Record<string, number>, most: number): Record<string, number> {
  const keys = Object.keys(counts);
  if (keys.length <= most) return counts;
  const newest = keys.at(-1);
  const least = keys
    .slice(0, -1)
    .reduce((a, b) => ((counts[b] ?? 0) < (counts[a] ?? 0) ? b : a), keys[0] ?? '');
  return Object.fromEntries(Object.entries(counts).filter(([key]) => key === newest || key !== least));
}

function cappedSums(counts: Readonly<Record<string, number>>, added: Readonly<Record<string, number>>) {
  let sums: Record<string, number> = { ...counts };
  for (const [key, count] of Object.entries(added)) {
    sums = capped({ ...sums, [key]: (sums[key] ?? 0) + count }, tallyLimits.records);
  }
  return sums;
}

/**
 * Turns every hour and day but the present ones into items for the outbox, and forgets them. A clock that was set back
 * leaves nothing behind: what is not now is over.
 * @param newId gives ids nothing else has
 */
export function closeTally(tally: Tally, hourNow: string, newId: () => string): Tally {
  const dayNow = hourNow.slice(0, 10);
  const [openHours, overHours] = split(tally.hours, (hour) => hour === hourNow);
  const [openDays, overDays] = split(tally.days, (day) => day === dayNow);
  const closing = [
    ...tally.closing,
    ...overHours.map(([hour, sums]) => countsItem(newId(), hour.slice(0, 10), Number(hour.slice(11)), sums)),
    ...overDays.flatMap(([day, sums]) => itemsOfDay(day, sums, newId)),
  ];
  return {
    hours: Object.fromEntries(openHours),
    days: Object.fromEntries(openDays),
    closing: closing.slice(-tallyLimits.closing),
  };
}

/** Forgets items that lie in the outbox now. */
export function dropClosed(tally: Tally, ids: ReadonlySet<string>): Tally {
  return { ...tally, closing: tally.closing.filter(({ id }) => !ids.has(id)) };
}

function split<Value>(all: Readonly<Record<string, Value>>, isOpen: (key: string) => boolean) {
  const entries = Object.entries(all);
  return [entries.filter(([key]) => isOpen(key)), entries.filter(([key]) => !isOpen(key))] as const;
}

function countsItem(
  id: string,
  on: string,
  hour: number,
  sums: Readonly<Record<string, number>>,
): OutboxItem {
  return { kind: 'counts', id, on, hour, sums: { ...sums } };
}

/** The last hour of a day carries what is summed by the day: the most opened records. */
const lastHour = 23;

function itemsOfDay(day: string, { records, words }: DayTally, newId: () => string): OutboxItem[] {
  const most = Object.entries(records)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostRecordSums)
    .map(([id, count]) => [recordKeyStart + id, count] as const);
  const shared = Object.entries(words)
    .filter(([, { sessions }]) => sessions >= fewestSessions)
    .map(([text, rest]) => ({ words: text, ...rest }));
  return [
    ...(most.length > 0 ? [countsItem(newId(), day, lastHour, Object.fromEntries(most))] : []),
    ...(shared.length > 0 ? [{ kind: 'queries' as const, id: newId(), on: day, words: shared }] : []),
  ];
}
