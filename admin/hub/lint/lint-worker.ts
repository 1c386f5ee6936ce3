// A thread of its own for checking files: foreign parsers on foreign files, stoppable and bounded in memory.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { type FileCheck, lintFile } from './lint-file.ts';

export interface LintJob {
  readonly path: string;
  readonly name: string;
}

export interface LintAnswer {
  readonly check: FileCheck;
}

parentPort?.on('message', async ({ path, name }: LintJob) => {
  const check = await lintFile(name, await readFile(path));
  parentPort?.postMessage({ check } satisfies LintAnswer);
});
