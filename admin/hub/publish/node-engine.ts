// The search engine of shared/search on Node: zlib for its groups, a dictionary for its pinyin.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { buildSegment } from '#shared/search/build-segment.ts';
import { openCatalogue } from '#shared/search/open-catalogue.ts';
import type { CatalogueEngine } from './catalogue-engine.ts';
import { createSpeller } from './speller.ts';

const deflateAsync = promisify(deflateRaw);
const inflateAsync = promisify(inflateRaw);
/** A group holds at most one item past its limit, and an item is at most 64 MB. */
const largestGroupBytes = 80 * 1024 * 1024;

const deflate = async (bytes: Uint8Array): Promise<Uint8Array> => deflateAsync(bytes);
/** For what is only held while building: copied, for zlib's answer keeps a buffer of 16 KB however short it is. */
const deflateFast = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await deflateAsync(bytes, { level: 1 }));
const inflate = async (bytes: Uint8Array): Promise<Uint8Array> =>
  inflateAsync(bytes, { maxOutputLength: largestGroupBytes });

export const nodeEngine = {
  build: async (id, records, blocks) => {
    let ordinals = new Uint32Array();
    const header = await buildSegment(id, records, blocks, {
      deflate,
      deflateFast,
      inflate,
      speller: createSpeller(),
      onOrdinals: (found) => {
        ordinals = found;
      },
    });
    return { header, ordinals };
  },
  open: (segments, blocks, { tree, synonyms }, now?: () => number) =>
    openCatalogue(segments, blocks, { inflate, tree, synonyms, ...(now ? { now } : {}) }),
} satisfies CatalogueEngine;
