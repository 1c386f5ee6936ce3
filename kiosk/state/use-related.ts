// Other records of the same matter, or of the same place in the catalogue when there is no matter; other rows of a register.
import { type CatalogueRecord, recordKinds } from '#shared/catalogue/record.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import type { Filters } from './search-address.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

const shownCount = 5;

export interface Related {
  readonly records: readonly CatalogueRecord[];
  readonly total: number;
  readonly filters: Filters;
}

/** What stands in a catalogue by itself: rows are read in their register. */
const listedKinds = recordKinds.filter((kind) => kind !== 'entry');

/** A matter looks for what fulfils it; anything else for its matter's, its register's or its node's other records. */
function relation(record: CatalogueRecord): Filters | null {
  if (record.kind === 'matter') return { matter: [record.id] };
  if (record.details?.type === 'entry') return { register: [record.details.registerId] };
  if (record.matterId) return { matter: [record.matterId] };
  return record.nodeId ? { node: [record.nodeId], kind: listedKinds } : null;
}

export function useRelated(record: CatalogueRecord): Loaded<Related | null> {
  const engine = useEngine();
  return useLoaded(
    `related ${record.id} ${record.version} ${useContentVersion()}`,
    async (signal) => {
      const filters = relation(record);
      if (!filters) return null;
      const query = { text: '', filters, sort: 'date', offset: 0, limit: shownCount + 1 } as const;
      const found = await engine.search(query, signal);
      const others = found.hits.map((hit) => hit.record).filter((other) => other.id !== record.id);
      const hasSelf = others.length < found.hits.length;
      const total = Math.max(found.total - (hasSelf ? 1 : 0), others.length);
      return { records: others.slice(0, shownCount), total, filters };
    },
    { isFresh: true },
  );
}
