// Emergency notices that hold: of what is shown, and of a release that came while somebody is here.
import { isStandingEmergency } from '#shared/catalogue/notice-period.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { localToday } from '../components/notice-facts.tsx';
import { now } from './clock.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { useLoaded } from './use-loaded.ts';

/** Notices that are looked through, newest first. */
const noticesRead = 100;

export interface Emergency {
  readonly record: CatalogueRecord | null;
  /** Whether it stands in a release that is not shown yet. */
  readonly isAhead: boolean;
}

/** The most pressing emergency: what has just come before what is known. */
export function useEmergencies(): Emergency {
  const engine = useEngine();
  const today = localToday(now.value);
  const version = useContentVersion();
  const loaded = useLoaded(`emergencies ${version}`, async (signal) => {
    if (version === null) return [];
    const filters = { kind: ['notice'] };
    const query = { text: '', filters, sort: 'date', offset: 0, limit: noticesRead } as const;
    return (await engine.search(query, signal)).hits.map((hit) => hit.record);
  });
  const stands = (record: CatalogueRecord) => isStandingEmergency(record, today);
  const known = (loaded.value ?? []).filter(stands);
  const isKnown = ({ id }: CatalogueRecord) => known.some((one) => one.id === id);
  const ahead = engine.noticesAhead.value.find((record) => stands(record) && !isKnown(record));
  return ahead ? { record: ahead, isAhead: true } : { record: known[0] ?? null, isAhead: false };
}
