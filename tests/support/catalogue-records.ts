// Makes records and opens small catalogues of them in memory, for tests of the search engine.
import type { CatalogueRecord, PublishableRecord } from '#shared/catalogue/record.ts';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { buildSegment } from '#shared/search/build-segment.ts';
import type { PhraseLimits } from '#shared/search/frequent-phrases.ts';
import { openCatalogue, type PreloadingReader } from '#shared/search/open-catalogue.ts';
import type { Speller } from '#shared/search/speller.ts';
import type { LiveSegment, SearchQuery, SynonymRule } from '#shared/search/types.ts';
import { deflate, inflate, MemoryBlocks } from './memory-blocks.ts';

/** A record with only what matters to a test; its code follows from its id. */
export function makeRecord(part: Partial<CatalogueRecord> & { id: string }): CatalogueRecord {
  return {
    code: `C${part.id}`,
    version: 1,
    kind: 'document',
    title: part.id,
    agencyId: 'agency-1',
    agencyName: '区政府办公室',
    docNo: null,
    indexNo: null,
    date: null,
    publishedOn: null,
    topic: null,
    genre: null,
    nodeId: null,
    matterId: null,
    summary: '',
    keywords: [],
    validity: 'unknown',
    expiresOn: null,
    details: null,
    attachments: [],
    body: null,
    ...part,
  };
}

/** A record with a body of one paragraph a line. */
export function makePublishable(
  part: Partial<CatalogueRecord> & { id: string },
  bodyText = '',
): PublishableRecord {
  const bodyParts = bodyText === '' ? [] : [`<p>${bodyText.split('\n').join('</p><p>')}</p>`];
  const body = bodyText === '' ? null : { parts: bodyParts.length, characters: bodyText.length };
  return { record: makeRecord({ ...part, body }), bodyParts, bodyText };
}

/** A catalogue in memory, with what it was built into. */
export interface TestCatalogue {
  readonly reader: PreloadingReader;
  readonly blocks: MemoryBlocks;
  readonly segments: readonly LiveSegment[];
}

export interface TestCatalogueOptions {
  readonly deleted?: readonly (readonly number[])[];
  readonly tree?: readonly TreeNode[];
  readonly cacheBytes?: number;
  readonly rankedMost?: number;
  readonly phraseLimits?: PhraseLimits;
  readonly speller?: Speller;
  readonly synonyms?: readonly SynonymRule[];
  readonly now?: () => number;
  readonly onShownChange?: () => void;
}

/** Builds one segment for each list of records; `deleted[i]` names ids of segment i that are superseded. */
export async function openTestCatalogue(
  lists: readonly (readonly PublishableRecord[])[],
  options: TestCatalogueOptions = {},
): Promise<TestCatalogue> {
  const blocks = new MemoryBlocks();
  const segments: LiveSegment[] = [];
  for (const [at, records] of lists.entries()) {
    const id = `segment-${at}`;
    const { speller, rankedMost, phraseLimits } = options;
    const built = {
      deflate,
      inflate,
      ...(speller ? { speller } : {}),
      ...(rankedMost ? { rankedMost } : {}),
      ...(phraseLimits ? { phraseLimits } : {}),
    };
    const header = await buildSegment(id, records, blocks.sink(id), built);
    segments.push({ header, deleted: Uint32Array.from(options.deleted?.[at] ?? []) });
  }
  const { deleted: _deleted, speller: _speller, ...open } = options;
  const reader = await openCatalogue(segments, blocks, { tree: [], ...open, inflate });
  return { reader, blocks, segments };
}

/** A query with the usual rest. */
export function makeQuery(text: string, part: Partial<SearchQuery> = {}): SearchQuery {
  return { text, filters: {}, sort: 'relevance', offset: 0, limit: 20, ...part };
}
