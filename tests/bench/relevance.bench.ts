// Whether people find what they mean: known records asked for in the ways visitors ask, over the whole corpus.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import type { Bench, BenchRow } from '#scripts/bench.ts';
import type { CatalogueReader, SearchHit } from '#shared/search/types.ts';
import { corpusTree } from './corpus/draft.ts';
import { prepareCorpus } from './corpus/prepare-corpus.ts';
import { buildIndex } from './measure/build-index.ts';
import { SegmentFolder } from './measure/segment-folder.ts';
import { corpusOptions } from './measure/settings.ts';
import {
  makeCases,
  mostFoundByInitials,
  type RelevanceCase,
  type RelevanceTest,
  relevanceTests,
} from './queries/relevance-cases.ts';

const casesPerTest = Number(process.env.MINGCHUANG_BENCH_CASES ?? 400);
const results = fileURLToPath(new URL('../../bench-results/', import.meta.url));

interface Failure extends RelevanceCase {
  readonly total: number;
  readonly matched: string | undefined;
  readonly first: readonly string[];
}

/**
 * The record asked for, or one that reads the same: laws are kept in several versions, and many villages and
 * companies of one county share a name.
 */
function isMeant(hit: SearchHit, { sample }: RelevanceCase): boolean {
  const { record } = hit;
  if (record.id === sample.id) return true;
  if (record.title !== sample.title) return false;
  return sample.part === 'law' || sample.part === 'service' || record.agencyName === sample.agencyName;
}

async function ask(reader: CatalogueReader, one: RelevanceCase, top: number): Promise<Failure | null> {
  const filters = one.isNarrowed ? { kind: [one.sample.kind] } : {};
  const result = await reader.search({ text: one.text, filters, sort: 'relevance', offset: 0, limit: top });
  if (result.hits.some((hit) => isMeant(hit, one))) return null;
  const first = result.hits.slice(0, 3).map(({ record }) => `${record.title}（${record.agencyName}）`);
  return { ...one, total: result.total, matched: result.matched, first };
}

function report(failures: ReadonlyMap<RelevanceTest, readonly Failure[]>): string {
  const lines: string[] = [];
  for (const [test, list] of failures) {
    lines.push(`## ${test}: ${list.length}`);
    for (const { text, sample, total, matched, first } of list) {
      lines.push(
        `${text}\t${sample.title}（${sample.agencyName}）\t${total} ${matched}\t${first.join(' | ')}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

async function run(): Promise<readonly BenchRow[]> {
  const corpus = await prepareCorpus(corpusOptions);
  const cases = await makeCases(corpus, casesPerTest);
  const blocks = await SegmentFolder.open((await buildIndex(corpusOptions)).folder);
  const segment = { header: blocks.header, deleted: new Uint32Array() };
  const reader = await nodeEngine.open([segment], blocks, { tree: corpusTree, synonyms: [] });
  const rows: BenchRow[] = [];
  const failures = new Map<RelevanceTest, readonly Failure[]>();
  for (const { name, top, goal } of relevanceTests) {
    const chosen = cases.filter(({ test }) => test === name);
    const failed: Failure[] = [];
    for (const one of chosen) {
      const failure = await ask(reader, one, top);
      if (failure !== null) failed.push(failure);
    }
    failures.set(name, failed);
    // Without the real data there are no laws and no towns to ask for.
    if (chosen.length === 0) continue;
    rows.push({
      what: `missed, top ${top}: ${name}`,
      value: (100 * failed.length) / chosen.length,
      unit: `% of ${chosen.length}`,
      peer: null,
      goal: 100 - goal,
    });
    if (name === 'pinyin initials of six') {
      const asked = chosen.map(({ sample }) => sample);
      const most = mostFoundByInitials(corpus.samples.named, asked, top);
      rows.push({
        what: `${name}, whoever ranks`,
        value: 100 * (1 - most),
        unit: `% of ${chosen.length}`,
        peer: null,
      });
    }
  }
  await blocks.close();
  mkdirSync(results, { recursive: true });
  writeFileSync(`${results}relevance-failures.tsv`, report(failures));
  process.stdout.write('  failures are listed in bench-results/relevance-failures.tsv\n');
  return rows;
}

export const bench: Bench = { name: 'relevance', run };
