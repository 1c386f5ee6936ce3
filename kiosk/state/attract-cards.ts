// What the waiting screen shows in turn: notices that hold, what is new, topics, what is held, the hall itself.

import { daysUntil, isStandingEmergency } from '#shared/catalogue/notice-period.ts';
import type { CatalogueRecord, RecordKind } from '#shared/catalogue/record.ts';
import { recordKinds } from '#shared/catalogue/record.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import type { FacetCount } from '#shared/search/types.ts';
import { localToday } from '../components/notice-facts.tsx';
import { now } from './clock.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { useFacets } from './use-facets.ts';
import { useLoaded } from './use-loaded.ts';

/** Looked through for notices that still hold. */
const noticesRead = 40;
const rowsShown = 4;
const topicsShown = 6;
/** A notice without an end leaves the waiting screen after this many days. */
const noticeDays = 30;

export type AttractCard =
  | { readonly kind: 'notices' | 'newest'; readonly records: readonly CatalogueRecord[] }
  | { readonly kind: 'topics'; readonly topics: readonly FacetCount[] }
  | { readonly kind: 'held'; readonly counts: readonly (readonly [RecordKind, number])[] }
  | { readonly kind: 'hall'; readonly venue: VenueProfile };

export interface AttractContent {
  /** Shown always, whatever the card and the hour. */
  readonly emergencies: readonly CatalogueRecord[];
  readonly cards: readonly AttractCard[];
}

/** Whether a notice has begun, has not ended, and is not old. */
export function isNoticeCurrent({ details, publishedOn, date }: CatalogueRecord, today: string): boolean {
  if (details?.type !== 'notice') return false;
  const toStart = details.startsOn === null ? null : daysUntil(details.startsOn, today);
  if (toStart !== null && toStart > 0) return false;
  if (details.endsOn !== null) return (daysUntil(details.endsOn, today) ?? -1) >= 0;
  const since = details.startsOn ?? publishedOn ?? date;
  const age = since === null ? null : daysUntil(since, today);
  return age !== null && age > -noticeDays;
}

interface Parts {
  readonly notices: readonly CatalogueRecord[];
  readonly newest: readonly CatalogueRecord[];
  readonly topics: readonly FacetCount[];
  readonly manifest: ReleaseManifest | null;
}

/** Cards that have something to say, in their order. */
export function attractCards({ notices, newest, topics, manifest }: Parts, today: string): AttractContent {
  if (manifest === null) return { emergencies: [], cards: [] };
  const emergencies = notices.filter((record) => isStandingEmergency(record, today)).slice(0, 2);
  const current = notices.filter((record) => isNoticeCurrent(record, today) && !emergencies.includes(record));
  // Rows of registers would dwarf all else.
  const kinds = recordKinds.filter((kind) => kind !== 'entry');
  const counts = kinds.map((kind) => [kind, manifest.byKind[kind]] as const);
  const held = counts.filter(([, count]) => count > 0);
  const named = topics.filter(({ value, count }) => value !== '' && count > 0);
  const { venue } = manifest;
  const cards: AttractCard[] = [];
  if (current.length > 0) cards.push({ kind: 'notices', records: current.slice(0, rowsShown) });
  if (newest.length > 0) cards.push({ kind: 'newest', records: newest.slice(0, rowsShown) });
  if (named.length > 1) cards.push({ kind: 'topics', topics: named.slice(0, topicsShown) });
  if (held.length > 0) cards.push({ kind: 'held', counts: held });
  if ((venue.hours ?? venue.address ?? venue.phone) !== null) cards.push({ kind: 'hall', venue });
  return { emergencies, cards };
}

/** The content of the waiting screen; it follows new releases and the day. */
export function useAttractContent(): AttractContent {
  const engine = useEngine();
  const today = localToday(now.value);
  const version = useContentVersion();
  const loaded = useLoaded(`attract ${version} ${today}`, async (signal) => {
    const newestOf = async (kind: readonly string[], limit: number) => {
      const query = { text: '', filters: { kind }, sort: 'date', offset: 0, limit } as const;
      return (await engine.search(query, signal)).hits.map(({ record }) => record);
    };
    const notices = await newestOf(['notice'], noticesRead);
    return { notices, newest: await newestOf(['document', 'guide', 'page'], rowsShown) };
  });
  const topics = useFacets().value?.topic ?? [];
  const { notices, newest } = loaded.value ?? { notices: [], newest: [] };
  return attractCards({ notices, newest, topics, manifest: engine.manifest.value }, today);
}
