// The strongest peer's database: an FTS5 index of pairs cut beforehand, and the records it has to show.
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { PublishableRecord } from '../../../shared/catalogue/record.ts';
import { cutBigrams } from './cut-bigrams.ts';

export const linesOf = (path: string) => createInterface({ input: createReadStream(path) });

const columns = [
  'id',
  'code',
  'kind',
  'title',
  'agencyId',
  'agencyName',
  'docNo',
  'indexNo',
  'date',
  'topic',
  'genre',
  'nodeId',
  'summary',
  'validity',
] as const;

/** Resolves with the bytes of the index alone. */
export async function buildSqlite(lines: string, folder: string, records: string): Promise<number> {
  const path = join(folder, 'index.db');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000');
  // Without content of its own: ids come out of it, and what is shown comes out of the table of records.
  database.exec("CREATE VIRTUAL TABLE entries USING fts5(text, content = '', tokenize = 'ascii')");
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO entries (rowid, text) VALUES (?, ?)');
  let row = 0;
  for await (const line of linesOf(lines)) insert.run(++row, line.split('\t').map(cutCell).join(' '));
  database.exec("COMMIT; INSERT INTO entries (entries) VALUES ('optimize'); VACUUM");
  const indexBytes = statSync(path).size;
  await addRecords(database, records);
  database.close();
  return indexBytes;
}

/** No term stands for the border of two cells; a phrase that runs over it is a wrong hit the peer is allowed. */
const cutCell = (cell: string) => cutBigrams(cell).join(' ');

async function addRecords(database: DatabaseSync, path: string): Promise<void> {
  database.exec(`CREATE TABLE records (number INTEGER PRIMARY KEY, ${columns.join(', ')})`);
  database.exec('BEGIN');
  const insert = database.prepare(`INSERT INTO records VALUES (?${', ?'.repeat(columns.length)})`);
  let row = 0;
  for await (const line of linesOf(path)) {
    const { record } = JSON.parse(line) as PublishableRecord;
    insert.run(++row, ...columns.map((name) => record[name]));
  }
  database.exec('COMMIT');
}
