// What belongs to one of the fixed sections, looked up by what pages say and by where things hang.
import {
  type ListedSection,
  mostSectionRecords,
  recordsOfSection,
  sectionFilters,
} from '#shared/catalogue/disclosure-sections.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { useContentVersion, useEngine } from './engine-context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

export function useSection(
  section: ListedSection,
): Loaded<readonly CatalogueRecord[]> & { readonly retry: () => void } {
  const engine = useEngine();
  return useLoaded(
    `section ${section} ${useContentVersion()}`,
    async (signal) => {
      const found: CatalogueRecord[] = [];
      for (const filters of sectionFilters(section)) {
        const query = { text: '', filters, sort: 'date', offset: 0, limit: mostSectionRecords } as const;
        found.push(...(await engine.search(query, signal)).hits.map((hit) => hit.record));
      }
      return recordsOfSection(section, found);
    },
    { isFresh: true },
  );
}
