// Search at the size of an archive, on the terminal's own machinery, beside every peer that can hold as much.
//
// `MINGCHUANG_BENCH_RECORDS`, `_ROUNDS`, `_PEERS` (floor,scan,sqlite,ranked,flexsearch,minisearch) and `_SEED` choose less
// or more; `MINGCHUANG_BENCH_SLOWED=0` leaves out the rounds on a quarter of a processor.
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import { type PreparedCorpus, prepareCorpus } from './corpus/prepare-corpus.ts';
import { percentile, tails } from './measure/figures.ts';
import { type KeptRelease, publishCorpus } from './measure/publish-corpus.ts';
import { corpusOptions, isSlowedWanted, rounds } from './measure/settings.ts';
import { type BenchQuery, makeQueries } from './queries/queries.ts';
import { buildSearchPage } from './search-page/build-page.ts';
import { type EngineRound, measureEngine } from './search-page/measure-engine.ts';
import { searchRows } from './search-page/search-rows.ts';
import { type PageServer, servePage } from './search-page/serve-page.ts';
import { sizeRows } from './search-page/size-rows.ts';
import {
  chosenPeers,
  engineNames,
  type StoredEngine,
  storeOurs,
  storePeer,
} from './search-page/stored-engines.ts';

const say = (line: string) => process.stdout.write(`  ${line}\n`);

async function storeAll(
  server: PageServer,
  corpus: PreparedCorpus,
  release: KeptRelease,
): Promise<StoredEngine[]> {
  const ours = await storeOurs(server, corpus, release);
  const engines = [ours];
  for (const name of chosenPeers())
    engines.push(name === 'floor' ? { ...ours, name } : await storePeer(server, corpus, name));
  return engines;
}

/** Of a script it has met twice a browser keeps the compiled code: a terminal, started every morning, has that. */
const startsBefore = 2;

/** Starts every engine as often as a terminal has been started before it is looked at; alike for all. */
async function startBefore(engines: readonly StoredEngine[], url: string, queries: readonly BenchQuery[]) {
  for (let start = 0; start < startsBefore; start++) {
    for (const engine of engines) await measureEngine(engine, url, queries.slice(0, 20), false);
  }
}

/**
 * Every engine once a round, in turn, so that what else the machine does falls on all alike. Each round asks other questions:
 * how slow the slowest twentieth of 300 are hangs on which they are, for a peer by a factor of five.
 */
async function measureRounds(
  engines: readonly StoredEngine[],
  url: string,
  { samples, seed }: PreparedCorpus,
  isSlowed: boolean,
): Promise<Map<StoredEngine['name'], EngineRound[]>> {
  const measured = new Map(engines.map(({ name }) => [name, [] as EngineRound[]]));
  for (let round = 1; round <= rounds; round++) {
    const queries = await makeQueries(samples, seed, round);
    for (const engine of engines) {
      const figures = await measureEngine(engine, url, queries, isSlowed);
      measured.get(engine.name)?.push(figures);
      const percentiles = tails.map(([, share]) => percentile(figures.times.mixed, share));
      const times = [figures.coldMs, ...percentiles].map((ms) => ms.toFixed(1)).join(' / ');
      const how = figures.slowedBy === null ? '' : `, ${figures.slowedBy}`;
      say(`round ${round}${how}: ${engineNames[engine.name]} ${times} ms, ${figures.found} found`);
    }
  }
  return measured;
}

async function run(): Promise<readonly BenchRow[]> {
  const corpus = await prepareCorpus(corpusOptions);
  say(`${corpus.records} records, seed ${corpus.seed}, ${rounds} rounds`);
  const release = await publishCorpus(corpusOptions, 'first');
  const page = await buildSearchPage();
  const server = await servePage(page);
  try {
    const engines = await storeAll(server, corpus, release);
    await startBefore(engines, server.url, await makeQueries(corpus.samples, corpus.seed));
    // Hundreds of megabytes were stored just now: while the system still writes them, whoever reads first waits.
    spawnSync('sync');
    const plain = await measureRounds(engines, server.url, corpus, false);
    const slowed = isSlowedWanted ? await measureRounds(engines, server.url, corpus, true) : new Map();
    return [...(await sizeRows(release, engines)), ...searchRows(plain, slowed)];
  } finally {
    await server.stop();
    await rm(page, { recursive: true, force: true });
  }
}

export const bench: Bench = { name: 'search', run };
