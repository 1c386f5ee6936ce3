// A list as a visitor collects it, of any length, from the fixture's records.
import type { TakenRecord } from '#kiosk/state/take-home.ts';
import { allRecords } from './kiosk-fixture/many-records.ts';

/** The first `count` records of the fixture, each once. */
export function takenRecords(count: number): TakenRecord[] {
  return allRecords.slice(0, count).map(({ record }) => {
    const { id, code, version, kind, title, agencyName } = record;
    return { id, code, version, kind, title, agencyName };
  });
}
