// Builds the index of a corpus in a process of its own, so that its memory is its own, and keeps it on disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { keptFolder } from '../bench-folder.ts';
import type { CorpusOptions } from '../corpus/corpus.ts';
import { prepareCorpus, readCorpus } from '../corpus/prepare-corpus.ts';
import { residentMb } from './process-memory.ts';
import { SegmentFolderSink } from './segment-folder.ts';

export interface BuildFigures {
  /** From the first record read to the last block written. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

export interface BuiltIndex extends BuildFigures {
  readonly folder: string;
}

/** The index of a corpus that is already prepared: from disk, or built now. */
export async function buildIndex(options: CorpusOptions): Promise<BuiltIndex> {
  const folder = keptFolder('index', `${options.records}-${options.seed}`);
  const figures = join(folder, 'figures.json');
  if (!existsSync(figures)) {
    const args = [fileURLToPath(import.meta.url), String(options.records), String(options.seed), folder];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const [status] = await once(child, 'close');
    if (status !== 0) throw new Error(`Building the index ended with ${status}.`);
  }
  return { folder, ...(JSON.parse(await readFile(figures, 'utf8')) as BuildFigures) };
}

async function build(options: CorpusOptions, folder: string): Promise<void> {
  const corpus = await prepareCorpus(options);
  const sink = new SegmentFolderSink(folder);
  const before = process.cpuUsage();
  const started = performance.now();
  const { header } = await nodeEngine.build('bench', readCorpus(corpus), sink);
  await sink.finish(header);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const figures: BuildFigures = {
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb: residentMb('self', 'VmHWM'),
  };
  await writeFile(join(folder, 'figures.json'), JSON.stringify(figures));
}

if (import.meta.main) {
  const [records, seed, folder = ''] = process.argv.slice(2);
  await build({ records: Number(records), seed: Number(seed) }, folder);
}
