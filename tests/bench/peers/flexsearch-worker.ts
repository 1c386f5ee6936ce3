// FlexSearch over the same pairs, brought back from what it exported.
import { Index } from 'flexsearch';
import { flexOptions } from './cut-bigrams.ts';
import { readStored, servePeer, storedNames } from './serve-peer.ts';

const index = new Index(flexOptions);

servePeer({
  open: async () => {
    for (const name of await storedNames()) index.import(name, await readStored(name));
  },
  search: (text) => index.search(text, { limit: 20 }).length,
});
