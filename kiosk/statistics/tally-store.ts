// The terminal's tally in its database: read, changed and written in one transaction, so that no two tabs undo each other.
import { emptyTally, type Tally } from '#shared/statistics/tally.ts';
import type { KioskStore } from '../store/kiosk-store.ts';

export interface TallyStore {
  /** Applies `change` to what is kept; it must not wait for anything. */
  update(change: (tally: Tally) => Tally): Promise<Tally>;
}

/** Throws `kiosk.store-…` like the store below it. */
export function openTallyStore(store: KioskStore): TallyStore {
  return {
    update: (change) =>
      store.use(async (database) => {
        const work = database.transaction('settings', 'readwrite');
        const before = (await work.store.get('tally')) as Tally | undefined;
        const after = change(before ?? emptyTally);
        await Promise.all([work.store.put(after, 'tally'), work.done]);
        return after;
      }),
  };
}
