// Other records of the same matter, or of the same place in the catalogue when there is no matter.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { FilterField } from '#shared/search/types.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import type { Filters } from './search-address.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

const shownCount = 5;

export interface Related {
  readonly records: readonly CatalogueRecord[];
  readonly total: number;
  readonly filters: Filters;
}

/** A matter looks for what fulfils it; anything else for its matter's or its node's other records. */
function relation(record: CatalogueRecord): [FilterField, string] | null {
  if (record.kind === 'matter') return ['matter', record.id];
  if (record.matterId) return ['matter', record.matterId];
  return record.nodeId ? ['node', record.nodeId] : null;
}

export function useRelated(record: CatalogueRecord): Loaded<Related | null> {
  const engine = useEngine();
  return useLoaded(
    `related ${record.id} ${record.version} ${useContentVersion()}`,
    async (signal) => {
      const related = relation(record);
      if (!related) return null;
      const [field, value] = related;
      const filters: Filters = { [field]: [value] };
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
