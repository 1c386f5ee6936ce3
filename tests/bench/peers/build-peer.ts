// Builds what a peer searches, in a process of its own on Node, as files a browser then stores.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptFolder } from '../bench-folder.ts';
import type { PreparedCorpus } from '../corpus/prepare-corpus.ts';
import { residentMb } from '../measure/process-memory.ts';
import { buildSqlite, linesOf } from './build-sqlite.ts';
import { flexOptions, miniOptions, miniRecords } from './cut-bigrams.ts';
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
  /** Of these bytes the index alone, where the records lie beside it. */
  readonly indexBytes?: number;
}

const newestHeapMb = 12_000;

/** What a peer searches of a corpus: from disk, or built now. */
export async function buildPeer(store: PeerStore, corpus: PreparedCorpus): Promise<BuiltPeer> {
  const folder = keptFolder('peers', `${store}-${corpus.records}-${corpus.seed}`);
  const mark = join(folder, 'figures.json');
  const files = join(folder, 'files');
  if (!existsSync(mark)) {
    // What an interrupted build left.
    await rm(files, { recursive: true, force: true });
    await mkdir(files, { recursive: true });
    const args = [
      `--max-old-space-size=${newestHeapMb}`,
      fileURLToPath(import.meta.url),
      store,
      corpus.linesPath,
      corpus.recordsPath,
      folder,
    ];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const [status] = await once(child, 'close');
    if (status !== 0) throw new Error(`Building ${store} ended with ${status}.`);
  }
  const names = readdirSync(files);
  const bytes = names.reduce((sum, name) => sum + statSync(join(files, name)).size, 0);
  const figures = JSON.parse(await readFile(mark, 'utf8')) as Omit<BuiltPeer, 'folder' | 'files' | 'bytes'>;
  return { folder: files, files: names, bytes, ...figures };
}

/** Resolves with the bytes of the index alone where the files hold more. */
type Builder = (lines: string, folder: string, records: string) => Promise<number | undefined>;

const builders: Readonly<Record<PeerStore, Builder>> = {
  scan: async (lines, folder) => {
    const out = createWriteStream(join(folder, 'scan.txt'));
    for await (const line of linesOf(lines)) {
      if (!out.write(`${line.normalize('NFKC').toLowerCase()}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
    return undefined;
  },
  sqlite: buildSqlite,
  flexsearch: async (lines, folder) => {
    const { Index } = await importPeer<typeof import('flexsearch')>(
      'flexsearch/dist/flexsearch.bundle.module.min.mjs',
    );
    const index = new Index(flexOptions);
    let row = 0;
    for await (const line of linesOf(lines)) index.add(row++, line);
    // It exports thousands of small parts; one file of name and part by turns is opened much faster.
    const out = createWriteStream(join(folder, 'index.txt'));
    await index.export(async (key, data) => {
      if (data !== undefined && !out.write(`${key}\n${data}\n`)) await once(out, 'drain');
    });
    out.end();
    await once(out, 'finish');
    return undefined;
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
    return undefined;
  },
};

if (import.meta.main) {
  const [store, lines = '', records = '', folder = ''] = process.argv.slice(2);
  const started = performance.now();
  const indexBytes = await builders[store as PeerStore](lines, join(folder, 'files'), records);
  const seconds = (performance.now() - started) / 1000;
  const figures = { seconds, peakMb: residentMb('self', 'VmHWM'), indexBytes };
  await writeFile(join(folder, 'figures.json'), JSON.stringify(figures));
}
