// Builds what a peer searches, in a process of its own on Node, as files a browser then stores.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { keptFolder } from '../bench-folder.ts';
import type { CorpusOptions } from '../corpus/corpus.ts';
import { residentMb } from '../measure/process-memory.ts';
import { cutBigrams, flexOptions, miniOptions, miniRecords } from './cut-bigrams.ts';
import { importPeer } from './install-peers.ts';

export const peerStores = ['scan', 'sqlite', 'flexsearch', 'minisearch'] as const;
export type PeerStore = (typeof peerStores)[number];

export interface BuiltPeer {
  readonly folder: string;
  /** Names of the files a browser stores. */
  readonly files: readonly string[];
  readonly bytes: number;
  readonly seconds: number;
  readonly peakMb: number;
}

const newestHeapMb = 12_000;

/** What a peer searches of a corpus: from disk, or built now. */
export async function buildPeer(
  store: PeerStore,
  options: CorpusOptions,
  linesPath: string,
): Promise<BuiltPeer> {
  const folder = keptFolder('peers', `${store}-${options.records}-${options.seed}`);
  const mark = join(folder, 'figures.json');
  const files = join(folder, 'files');
  if (!existsSync(mark)) {
    await mkdir(files, { recursive: true });
    const args = [
      `--max-old-space-size=${newestHeapMb}`,
      fileURLToPath(import.meta.url),
      store,
      linesPath,
      folder,
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const [status] = await once(child, 'close');
    if (status !== 0) throw new Error(`Building ${store} ended with ${status}.`);
  }
  const names = readdirSync(files);
  const bytes = names.reduce((sum, name) => sum + statSync(join(files, name)).size, 0);
  const figures = JSON.parse(await readFile(mark, 'utf8')) as { seconds: number; peakMb: number };
  return { folder: files, files: names, bytes, ...figures };
}

const builders: Readonly<Record<PeerStore, (lines: string, folder: string) => Promise<void>>> = {
  scan: async (lines, folder) => {
    const out = createWriteStream(join(folder, 'scan.txt'));
    for await (const line of linesOf(lines)) {
      if (!out.write(`${line.normalize('NFKC').toLowerCase()}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
  },
  sqlite: async (lines, folder) => {
    const database = new DatabaseSync(join(folder, 'index.db'));
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000');
    database.exec("CREATE VIRTUAL TABLE entries USING fts5(text, content = '', tokenize = 'ascii')");
    database.exec('BEGIN');
    const insert = database.prepare('INSERT INTO entries (rowid, text) VALUES (?, ?)');
    let row = 0;
    // No term stands for the border of two cells; a phrase that runs over it is a wrong hit the peer is allowed.
    for await (const line of linesOf(lines)) insert.run(++row, line.split('\t').map(cutCell).join(' '));
    database.exec("COMMIT; INSERT INTO entries (entries) VALUES ('optimize'); VACUUM");
    database.close();
  },
  flexsearch: async (lines, folder) => {
    const { Index } = await importPeer<typeof import('flexsearch')>(
      'flexsearch/dist/flexsearch.bundle.module.min.mjs',
    );
    const index = new Index(flexOptions);
    let row = 0;
    for await (const line of linesOf(lines)) index.add(row++, line);
    await index.export(async (key, data) => {
      if (data !== undefined) await writeFile(join(folder, key), data);
    });
  },
  minisearch: async (lines, folder) => {
    const { default: MiniSearch } = await importPeer<typeof import('minisearch')>(
      'minisearch/dist/es/index.js',
    );
    const index = new MiniSearch(miniOptions);
    let row = 0;
    for await (const line of linesOf(lines)) {
      if (row >= miniRecords) break;
      index.add({ id: row++, text: line });
    }
    await writeFile(join(folder, 'index.json'), JSON.stringify(index));
  },
};

const linesOf = (path: string) => createInterface({ input: createReadStream(path) });
const cutCell = (cell: string) => cutBigrams(cell).join(' ');

if (import.meta.main) {
  const [store, lines = '', folder = ''] = process.argv.slice(2);
  const started = performance.now();
  await builders[store as PeerStore](lines, join(folder, 'files'));
  const seconds = (performance.now() - started) / 1000;
  await writeFile(
    join(folder, 'figures.json'),
    JSON.stringify({ seconds, peakMb: residentMb('self', 'VmHWM') }),
  );
}
