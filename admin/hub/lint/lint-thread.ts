// Sends files to the linter's thread, one after the other, and gives up on one that takes too long or too much.
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Finding } from '#shared/lint/finding.ts';
import type { FileCheck } from './lint-file.ts';
import { lintLimits } from './lint-limits.ts';
import type { LintAnswer, LintJob } from './lint-worker.ts';

/** The thread goes away when nothing came for a while. */
const idleMs = 5_000;

class LintThread {
  private worker: Worker | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private idleTimer: NodeJS.Timeout | null = null;
  private nextId = 1;

  run(path: string, name: string): Promise<FileCheck> {
    const turn = this.queue.then(() => this.runNow({ id: this.nextId++, path, name }));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async runNow(job: LintJob): Promise<FileCheck> {
    if (this.idleTimer) clearTimeout(this.idleTimer);
    const worker = this.open();
    worker.ref();
    try {
      return await this.ask(worker, job);
    } finally {
      worker.unref();
      this.idleTimer = setTimeout(() => this.end(), idleMs).unref();
    }
  }

  private open(): Worker {
    this.worker ??= new Worker(new URL('./lint-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: lintLimits.memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    return this.worker;
  }

  private ask(worker: Worker, job: LintJob): Promise<FileCheck> {
    return new Promise((resolve) => {
      const settle = (check: FileCheck): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(check);
      };
      const giveUp = (reason: string): void => {
        this.end();
        settle(unreadable(reason));
      };
      const onMessage = ({ check }: LintAnswer): void => settle(check);
      const onError = (): void => giveUp('damaged');
      const onExit = (): void => giveUp('damaged');
      const timer = setTimeout(() => giveUp('timeout'), lintLimits.fileMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(job);
    });
  }

  private end(): void {
    const worker = this.worker;
    this.worker = null;
    worker?.on('error', () => undefined);
    void worker?.terminate();
  }
}

const thread = new LintThread();

/** Checks a file on disk. Never throws: a file that is gone, broken, too large or too slow gives a finding. */
export async function checkFile(path: string, name: string): Promise<FileCheck> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return unreadable('missing');
  if (found.size > lintLimits.fileBytes) return unreadable('ingest.file-too-large');
  return thread.run(path, name);
}

function unreadable(reason: string): FileCheck {
  const finding: Finding = {
    rule: 'unreadable-file',
    severity: 'must-answer',
    place: { part: 'file' },
    excerpt: reason,
    count: 1,
    identity: reason,
  };
  return { kind: 'unknown', findings: [finding] };
}
