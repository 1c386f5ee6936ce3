// From the notes of one visit to the sums of its hours: what a visit was is forgotten here.
import { addSums, isSumKey, type SumKey } from './sum-keys.ts';

/** Something that happened in a visit, kept in the page's memory until the visit ends. */
export interface VisitNote {
  /**
   * `touch`, `search` (its words in `subject`, hits in `found`), `opened` (id of the record in `subject`, its kind in
   * `kind`), or a sum key that counts by itself (`handed.qr`, `mode.elder`, `rated`).
   */
  readonly what: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly subject?: string;
  readonly kind?: string;
  readonly found?: number;
}

/** A search as it was meant, after the typing. */
export interface SettledSearch {
  readonly words: string;
  readonly hasFound: boolean;
  readonly at: number;
}

/** One visit in sums: by hour, by record and day, and its searches. */
export interface VisitSums {
  readonly hours: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Day → record → times opened. */
  readonly records: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Each words once, however often they were searched in the visit. */
  readonly searches: readonly SettledSearch[];
}

/** Words replaced within this time were still being typed, in milliseconds. */
export const typingPauseMs = 4_000;

/** China keeps one time, eight hours ahead of UTC. */
const chinaOffsetMs = 8 * 3_600_000;

/** The hour of an instant, `YYYY-MM-DDTHH`, as the clocks of China show it. */
export function hourOf(at: number): string {
  return new Date(at + chinaOffsetMs).toISOString().slice(0, 13);
}

/**
 * Searches follow the typing: words that grow, shrink or are replaced at once are one search, at its last form. A
 * search ends where the visitor does something with it.
 */
export function settleSearches(notes: readonly VisitNote[]): SettledSearch[] {
  const settled: SettledSearch[] = [];
  let open: VisitNote | null = null;
  const settle = () => {
    if (open) settled.push({ words: open.subject ?? '', hasFound: (open.found ?? 0) > 0, at: open.at });
    open = null;
  };
  for (const note of notes) {
    if (note.what === 'touch' || note.what.startsWith('mode.')) continue;
    if (note.what !== 'search') settle();
    else {
      if (open !== null && !isTyping(open, note)) settle();
      open = note;
    }
  }
  settle();
  return settled;
}

function isTyping(before: VisitNote, after: VisitNote): boolean {
  const [a, b] = [before.subject ?? '', after.subject ?? ''];
  return a.startsWith(b) || b.startsWith(a) || after.at - before.at < typingPauseMs;
}

/** Adds one visit up. Nothing in it tells one visit from another. */
export function sumVisit(notes: readonly VisitNote[]): VisitSums {
  const hours: Record<string, Record<string, number>> = {};
  const records: Record<string, Record<string, number>> = {};
  const add = (at: number, key: SumKey) => {
    const hour = hourOf(at);
    hours[hour] ??= {};
    addSums(hours[hour], { [key]: 1 });
  };
  // An aid that is on when the page starts is no visit yet.
  const first = notes.find(({ what }) => !what.startsWith('mode.'));
  if (!first) return { hours, records, searches: [] };
  add(first.at, 'visits');
  const once = new Set<string>();
  const addOnce = (at: number, key: string) => {
    if (!isSumKey(key) || once.has(key)) return;
    once.add(key);
    add(at, key);
  };
  for (const { what, at, subject = '', kind = '' } of notes) {
    if (what === 'opened' && isSumKey(`opened.${kind}`)) {
      add(at, `opened.${kind}` as SumKey);
      addOnce(at, `used.${kind === 'entry' ? 'register' : kind}`);
      const day = hourOf(at).slice(0, 10);
      records[day] ??= {};
      addSums(records[day], { [subject]: 1 });
    } else if (what.startsWith('mode.')) addOnce(at, what);
    else if (what.startsWith('handed.') || what === 'rated') isSumKey(what) && add(at, what);
  }
  const searches = settleSearches(notes);
  for (const { at, hasFound } of searches) {
    add(at, 'searches');
    if (!hasFound) add(at, 'found-nothing');
  }
  const distinct = new Map(searches.map((search) => [search.words, search]));
  return { hours, records, searches: [...distinct.values()] };
}
