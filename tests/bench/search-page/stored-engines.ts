// Brings every engine's data into a browser profile of its own, once; later browsers find it there.
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFolder } from '../bench-folder.ts';
import type { PreparedCorpus } from '../corpus/prepare-corpus.ts';
import type { KeptRelease } from '../measure/publish-corpus.ts';
import { type BuiltPeer, buildPeer, type PeerStore } from '../peers/build-peer.ts';
import { launchFresh } from './launch.ts';
import type { PageServer } from './serve-page.ts';

/**
 * Engines by the names of their workers; two of them ask the same store. `floor` is none: its worker reads one row of the
 * terminal's store, and no engine that is kept in one starts faster.
 */
export const peerEngines = ['floor', 'scan', 'sqlite', 'ranked', 'flexsearch', 'minisearch'] as const;
export type PeerEngine = (typeof peerEngines)[number];

export const engineNames: Readonly<Record<PeerEngine | 'ours', string>> = {
  ours: 'ours',
  floor: 'a worker that reads one row',
  scan: 'linear scan',
  sqlite: 'SQLite bigrams, newest first',
  ranked: 'SQLite bigrams, ranked',
  flexsearch: 'FlexSearch',
  minisearch: 'MiniSearch at 100,000',
};

export interface StoredEngine {
  readonly name: PeerEngine | 'ours';
  readonly profile: string;
  /** Null for ours, and where there is nothing to build. */
  readonly built: BuiltPeer | null;
}

/** `MINGCHUANG_BENCH_PEERS=scan,sqlite`; all unless told. */
export function chosenPeers(): PeerEngine[] {
  const wanted = process.env.MINGCHUANG_BENCH_PEERS?.split(',') ?? peerEngines;
  return peerEngines.filter((name) => wanted.includes(name));
}

/** A terminal that has synced the release. */
export async function storeOurs(
  server: PageServer,
  corpus: PreparedCorpus,
  release: KeptRelease,
): Promise<StoredEngine> {
  const home = keptFolder('terminal', `${corpus.records}-${corpus.seed}`);
  server.folders.set('release', release.folder);
  const profile = await storeOnce(home, server.url, async (page) => {
    await page.evaluate(() => window.bench.firstSync());
  });
  return { name: 'ours', profile, built: null };
}

export async function storePeer(
  server: PageServer,
  corpus: PreparedCorpus,
  name: Exclude<PeerEngine, 'floor'>,
): Promise<StoredEngine> {
  const store: PeerStore = name === 'ranked' ? 'sqlite' : name;
  const built = await buildPeer(store, corpus);
  server.folders.set(store, built.folder);
  const urls = built.files.map((file) => `/${store}/${encodeURIComponent(file)}`);
  const profile = await storeOnce(join(built.folder, '..'), server.url, async (page) => {
    await page.evaluate(([engine, files]) => window.bench.store(engine, files), [store, urls] as const);
  });
  return { name, profile, built };
}

type Page = Awaited<ReturnType<typeof launchFresh>>['page'];

/** What a browser stores belongs to an address: at another one it has to be stored again. */
async function storeOnce(home: string, url: string, store: (page: Page) => Promise<void>): Promise<string> {
  const profile = join(home, 'profile');
  const mark = join(home, `stored-${new URL(url).port}`);
  if (existsSync(mark)) return profile;
  await rm(profile, { recursive: true, force: true });
  const browser = await launchFresh(profile, url);
  await store(browser.page);
  await browser.close();
  await writeFile(mark, '');
  return profile;
}
