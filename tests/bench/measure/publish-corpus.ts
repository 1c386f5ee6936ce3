// Publishes a corpus with the real publisher, each release in a process of its own, and keeps every release.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEngine } from '#hub/publish/node-engine.ts';
import { publishRelease } from '#hub/publish/publish.ts';
import { youngMb } from '#hub/publish-thread.ts';
import { keptFolder } from '../bench-folder.ts';
import type { CorpusOptions } from '../corpus/corpus.ts';
import { prepareCorpus } from '../corpus/prepare-corpus.ts';
import { corpusSource } from './corpus-source.ts';
import { residentMb } from './process-memory.ts';

/** One after the other: everything; 1,000 records changed; everything built anew. */
export const releaseSteps = ['first', 'delta', 'rebuilt'] as const;
export type ReleaseStep = (typeof releaseSteps)[number];

export interface PublishFigures {
  readonly version: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly bytes: number;
  readonly newBytes: number;
}

export interface KeptRelease extends PublishFigures {
  /** With `metadata/` and `targets/`, as a hub serves it. */
  readonly folder: string;
}

const homeOf = ({ records, seed }: CorpusOptions) => keptFolder('release', `${records}-${seed}`);

/** Forgets all releases of a corpus, so that the next one asked for is published anew. */
export async function forgetReleases(options: CorpusOptions): Promise<void> {
  await rm(homeOf(options), { recursive: true, force: true });
}

/** The release of a step, from disk or published now, with those before it. */
export async function publishCorpus(options: CorpusOptions, step: ReleaseStep): Promise<KeptRelease> {
  const home = homeOf(options);
  for (const one of releaseSteps.slice(0, releaseSteps.indexOf(step) + 1)) {
    if (!existsSync(join(home, one, 'figures.json'))) await publishStep(options, one, home);
  }
  const folder = join(home, step);
  const figures = JSON.parse(await readFile(join(folder, 'figures.json'), 'utf8')) as PublishFigures;
  return { ...figures, folder };
}

async function publishStep({ records, seed }: CorpusOptions, step: ReleaseStep, home: string): Promise<void> {
  // As the hub's own thread has it: what is young lies in three semi-spaces.
  const young = `--max-semi-space-size=${youngMb / 3}`;
  const args = [young, fileURLToPath(import.meta.url), String(records), String(seed), step, home];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`Publishing ${step} ended with ${status}.`);
}

async function publish(options: CorpusOptions, step: ReleaseStep, home: string): Promise<void> {
  const corpus = await prepareCorpus(options);
  const dataDir = join(home, 'data');
  await mkdir(dataDir, { recursive: true });
  const started = performance.now();
  const outcome = await publishRelease(corpusSource(corpus, step === 'first' ? 1 : 2), {
    dataDir,
    publicUrl: 'http://localhost:8080',
    note: '',
    who: 'bench',
    now: () => Date.now(),
    engine: nodeEngine,
    rebuild: step === 'rebuilt',
  });
  const seconds = (performance.now() - started) / 1000;
  const { version, bytes, newBytes } = outcome;
  const figures: PublishFigures = {
    version,
    seconds,
    peakMb: residentMb('self', 'VmHWM'),
    bytes,
    newBytes,
  };
  await keepMetadata(dataDir, join(home, step));
  await writeFile(join(home, step, 'figures.json'), JSON.stringify(figures));
}

/** Files under `targets/` never change and stay for ten releases, so that metadata alone makes a release. */
async function keepMetadata(dataDir: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(join(dataDir, 'release', 'metadata'), join(folder, 'metadata'), { recursive: true });
  await symlink(join(dataDir, 'release', 'targets'), join(folder, 'targets'));
}

if (import.meta.main) {
  const [records, seed, step, home = ''] = process.argv.slice(2);
  await publish({ records: Number(records), seed: Number(seed) }, step as ReleaseStep, home);
}
