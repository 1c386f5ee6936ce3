// `node tests/bench/search-node.ts [records]`: the engine alone on Node — build, size, opening, latency by kind.
import { nodeEngine } from '#hub/publish/node-engine.ts';
import type { CatalogueReader } from '#shared/search/types.ts';
import { corpusTree } from './corpus/draft.ts';
import { prepareCorpus } from './corpus/prepare-corpus.ts';
import { buildIndex } from './measure/build-index.ts';
import { percentile, tails } from './measure/figures.ts';
import { residentMb } from './measure/process-memory.ts';
import { SegmentFolder } from './measure/segment-folder.ts';
import { corpusOptions, rounds } from './measure/settings.ts';
import { type BenchQuery, makeQueries, queryKinds } from './queries/queries.ts';

interface Timed {
  readonly query: BenchQuery;
  readonly ms: number;
  readonly total: number;
  readonly matched: string | undefined;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

async function ask(reader: CatalogueReader, queries: readonly BenchQuery[]): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const query of queries) {
    const started = performance.now();
    const result = await reader.search({
      text: query.text,
      filters: {},
      sort: 'relevance',
      offset: 0,
      limit: 20,
    });
    const ms = performance.now() - started;
    timed.push({ query, ms, total: result.total, matched: result.matched });
  }
  return timed;
}

function printLatency(timed: readonly Timed[]): void {
  for (const kind of [...queryKinds, 'all'] as const) {
    const chosen = timed.filter(({ query }) => kind === 'all' || query.kind === kind);
    const times = chosen.map(({ ms }) => ms);
    const figures = tails.map(([name, share]) => `${name} ${percentile(times, share).toFixed(2)}`);
    const found = chosen.filter(({ total }) => total > 0).length;
    print(`  ${kind.padEnd(10)}${figures.join('  ')} ms   ${found} of ${chosen.length} found`);
  }
  print('  slowest');
  for (const { query, ms, total, matched } of timed.toSorted((a, b) => b.ms - a.ms).slice(0, 12)) {
    print(`    ${ms.toFixed(1).padStart(8)} ms  ${query.kind}  ${query.text}  ${total} ${matched ?? ''}`);
  }
}

async function main(records: number): Promise<void> {
  const options = { ...corpusOptions, records };
  print(`${records} records, seed ${options.seed}`);
  const corpus = await prepareCorpus(options);
  const queries = await makeQueries(corpus.samples, options.seed);
  const built = await buildIndex(options);
  print(`build      ${built.seconds.toFixed(1)} s, ${built.cpuSeconds.toFixed(1)} s of processor time`);
  print(`peak       ${built.peakMb.toFixed(0)} MB`);
  const blocks = await SegmentFolder.open(built.folder);
  const { bytes } = blocks;
  const sum = Object.values(bytes).reduce((all, one) => all + one, 0);
  print(`bytes      ${(sum / 1e6).toFixed(2)} MB`);
  for (const [name, size] of Object.entries(bytes))
    print(`  ${name.padEnd(12)}${(size / 1e6).toFixed(2)} MB`);
  const before = residentMb('self', 'VmRSS');
  const started = performance.now();
  const reader = await nodeEngine.open([{ header: blocks.header, deleted: new Uint32Array() }], blocks, {
    tree: corpusTree,
    synonyms: [],
  });
  print(`open       ${(performance.now() - started).toFixed(1)} ms`);
  for (let round = 1; round <= rounds; round++) {
    blocks.blocksRead = 0;
    const timed = await ask(reader, queries);
    // The first round runs on code that is still being compiled; the last is how a terminal at work answers.
    if (round > 1 && round < rounds) continue;
    print(`round ${round}, ${(blocks.blocksRead / timed.length).toFixed(1)} blocks a query`);
    printLatency(timed);
  }
  print(`memory     +${(residentMb('self', 'VmRSS') - before).toFixed(0)} MB since before opening`);
  await blocks.close();
}

if (import.meta.main) await main(Number(process.argv[2] ?? corpusOptions.records));
