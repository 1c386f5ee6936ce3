// What a sync costs the terminal: the first of everything, a thousand changes, and a whole new release while the
// visitor goes on searching.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { prepareCorpus } from './corpus/prepare-corpus.ts';
import { changesPerEdition } from './measure/corpus-source.ts';
import { percentile, tails } from './measure/figures.ts';
import { type KeptRelease, publishCorpus } from './measure/publish-corpus.ts';
import { corpusOptions } from './measure/settings.ts';
import { makeQueries } from './queries/queries.ts';
import { buildSearchPage } from './search-page/build-page.ts';
import { launchFresh } from './search-page/launch.ts';
import { type PageServer, servePage } from './search-page/serve-page.ts';
import type { SyncFigures } from './search-page/sync.ts';

/** How long a terminal is left alone after its start. */
const settledMs = 5000;
/** Under Chromium's own threshold no task of the page is noticed by a finger. */
const longTaskMs = 50;

interface Synced {
  readonly first: SyncFigures;
  readonly delta: SyncFigures;
  readonly whole: SyncFigures;
  /** Latency without a sync, asked the same way. */
  readonly quietMs: readonly number[];
}

async function syncAll(
  server: PageServer,
  releases: readonly KeptRelease[],
  texts: readonly string[],
  profile: string,
): Promise<Synced> {
  const show = (at: number) => server.folders.set('release', releases[at]?.folder ?? '');
  /** A fresh browser each time, as a terminal is after a night. */
  const inBrowser = async <T>(
    work: (page: Awaited<ReturnType<typeof launchFresh>>['page']) => Promise<T>,
  ) => {
    const browser = await launchFresh(profile, server.url);
    try {
      return await work(browser.page);
    } finally {
      await browser.close();
    }
  };
  show(0);
  const first = await inBrowser((page) => page.evaluate(() => window.bench.firstSync()));
  const delta = await inBrowser(async (page) => {
    await page.evaluate(() => window.bench.standWithRelease());
    show(1);
    return await page.evaluate(() => window.bench.searchWhileSyncing([]));
  });
  return await inBrowser(async (page) => {
    await page.evaluate(() => window.bench.standWithRelease());
    // It stands there all day: what it does by itself after a start is done when a new release comes.
    await page.waitForTimeout(settledMs);
    const quietMs = await page.evaluate((all) => window.bench.searchAtEase(all), texts);
    show(2);
    const whole = await page.evaluate((all) => window.bench.searchWhileSyncing(all), texts);
    return { first, delta, whole, quietMs };
  });
}

function rowsOf(synced: Synced, releases: readonly KeptRelease[]): BenchRow[] {
  const { first, delta, whole, quietMs } = synced;
  const [everything, changes] = releases as [KeptRelease, KeptRelease];
  const mb = (bytes: number) => bytes / 1e6;
  const tasks = (what: string, { longestTaskMs }: SyncFigures): BenchRow => ({
    what: `longest task of the page, ${what}`,
    value: longestTaskMs,
    unit: 'ms',
    peer: null,
    goal: longTaskMs,
  });
  return [
    { what: 'first sync', value: first.seconds, unit: 's', peer: null, goal: 45 },
    {
      what: 'first sync, stored and verified a second',
      value: mb(everything.bytes) / first.seconds,
      unit: 'MB',
      peer: null,
    },
    tasks('first sync', first),
    {
      what: `sync of ${changesPerEdition} changes`,
      value: delta.seconds,
      unit: 's',
      peer: { what: 'first sync', value: first.seconds },
    },
    {
      what: `bytes of ${changesPerEdition} changes`,
      value: mb(changes.newBytes),
      unit: 'MB',
      peer: { what: 'the catalogue, MB', value: mb(everything.bytes) },
      goal: Number((mb(everything.bytes) * 0.02).toFixed(2)),
    },
    tasks('changes', delta),
    { what: 'sync of everything while searched', value: whole.seconds, unit: 's', peer: null },
    tasks('everything', whole),
    ...tails.map(
      ([name, share]): BenchRow => ({
        what: `search meanwhile, ${name} of ${whole.searchMs.length}`,
        value: percentile(whole.searchMs, share),
        unit: 'ms',
        peer: { what: 'without a sync', value: percentile(quietMs, share) },
      }),
    ),
  ];
}

async function run(): Promise<readonly BenchRow[]> {
  const corpus = await prepareCorpus(corpusOptions);
  const texts = (await makeQueries(corpus.samples, corpus.seed)).map(({ text }) => text);
  const releases: KeptRelease[] = [];
  for (const step of ['first', 'delta', 'rebuilt'] as const)
    releases.push(await publishCorpus(corpusOptions, step));
  const page = await buildSearchPage();
  const home = await mkdtemp(join(tmpdir(), 'mingchuang-bench-sync-'));
  const server = await servePage(page);
  try {
    return rowsOf(await syncAll(server, releases, texts, join(home, 'profile')), releases);
  } finally {
    await server.stop();
    await rm(page, { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  }
}

export const bench: Bench = { name: 'sync', run };
