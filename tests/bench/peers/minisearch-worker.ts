// MiniSearch over the same pairs of the first 100,000 records, which is what it can hold.
import MiniSearch from 'minisearch';
import { miniOptions } from './cut-bigrams.ts';
import { readStored, servePeer } from './serve-peer.ts';

let index: MiniSearch | null = null;
const options = { combineWith: 'AND', prefix: (term: string) => /^[a-z0-9]+$/.test(term) };

servePeer({
  open: async () => {
    index = await MiniSearch.loadJSONAsync(await readStored('index.json'), miniOptions);
  },
  search: (text) => Math.min(20, index?.search(text, options).length ?? 0),
});
