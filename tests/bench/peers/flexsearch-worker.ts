// FlexSearch over the same pairs, brought back from what it exported.
import { Index } from 'flexsearch';
import { flexOptions } from './cut-bigrams.ts';
import { readStored, servePeer } from './serve-peer.ts';

const index = new Index(flexOptions);

servePeer({
  open: async () => {
    const lines = (await readStored('index.txt')).split('\n');
    for (let at = 0; at + 1 < lines.length; at += 2) index.import(lines[at] ?? '', lines[at + 1] ?? '');
  },
  search: (text) => index.search(text, { limit: 20 }).length,
});
