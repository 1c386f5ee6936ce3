// SQLite over pairs cut beforehand, from the origin-private file system: newest first, or ranked by bm25.
import init from '@sqlite.org/sqlite-wasm';
import { ftsQuery } from './cut-bigrams.ts';
import { servePeer } from './serve-peer.ts';

const name = '/index.db';
const order = self.name === 'ranked' ? 'rank' : 'rowid DESC';
const sql = `SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY ${order} LIMIT 20`;

async function openPool() {
  const sqlite = await init();
  return await sqlite.installOpfsSAHPoolVfs({ initialCapacity: 4 });
}

let search: (query: string) => number = () => 0;

servePeer(
  {
    open: async () => {
      const { OpfsSAHPoolDb } = await openPool();
      const database = new OpfsSAHPoolDb(name);
      database.exec({ sql: 'PRAGMA cache_size = -16000' });
      search = (query) => database.exec({ sql, bind: [query], rowMode: 0, returnValue: 'resultRows' }).length;
    },
    search: (text) => {
      const query = ftsQuery(text);
      return query === null ? 0 : search(query);
    },
  },
  async ([url = '']) => {
    const pool = await openPool();
    const reader = (await fetch(url)).body?.getReader();
    await pool.importDb(name, async () => (await reader?.read())?.value);
  },
);
