// Reads the guides of a catalogue as a shelf of them, page by page, so that nobody waits long for any other question.
import { type GuideShelf, mostShelved, type ShelvedGuide, shelve } from '../catalogue/guide-shelf.ts';
import type { TreeNode } from '../catalogue/venue.ts';
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import type { Filters } from './filters.ts';
import type { CatalogueReader } from './types.ts';

const pageSize = 100;

/** The guides that pass the filters, newest first, as many as a shelf holds. Throws what the reader throws. */
export async function loadGuideShelf<Signal extends CancelSignal>(
  reader: {
    search(
      ...asked: [Parameters<CatalogueReader['search']>[0], Signal?]
    ): ReturnType<CatalogueReader['search']>;
  },
  tree: readonly TreeNode[],
  filters: Filters,
  signal?: Signal,
): Promise<GuideShelf> {
  const guides: ShelvedGuide[] = [];
  let total = 0;
  do {
    const paged = { offset: guides.length, limit: pageSize, sort: 'date' } as const;
    const found = await reader.search(
      { text: '', filters: { ...filters, kind: ['guide'] }, ...paged },
      signal,
    );
    total = found.total;
    guides.push(...found.hits.map(({ record }) => shelve(record, tree)));
    if (found.hits.length < pageSize) break;
  } while (guides.length < Math.min(total, mostShelved) && signal?.aborted !== true);
  return { guides, isCut: total > guides.length };
}
