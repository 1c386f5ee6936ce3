// The honest baseline: all lines as one string, gone through with indexOf until a page of results is full.
import { readStored, servePeer } from './serve-peer.ts';

const pageSize = 20;
let text = '';

servePeer({
  open: async () => {
    text = `\n${await readStored('scan.txt')}`;
  },
  search: (query) => {
    const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
    const [first = '', ...others] = words.sort((a, b) => b.length - a.length);
    const lines: string[] = [];
    for (let at = text.indexOf(first); at >= 0 && lines.length < pageSize; ) {
      const end = text.indexOf('\n', at);
      const line = text.slice(text.lastIndexOf('\n', at) + 1, end);
      if (others.every((word) => line.includes(word))) lines.push(line);
      at = text.indexOf(first, end);
    }
    return lines.length;
  },
});
