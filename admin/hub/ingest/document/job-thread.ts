// A thread that does one job after the other, and is ended when one takes too long or too much.
import { Worker } from 'node:worker_threads';

/** The thread goes away when nothing came for a while. */
const idleMs = 5_000;

export interface JobBounds {
  /** A job that takes longer ends the thread. */
  readonly jobMs: number;
  /** Past this the thread is ended, not the hub. */
  readonly memoryMegabytes: number;
}

/** What became of a job: its answer, or why there is none. */
export type JobOutcome<Answer> =
  | { readonly answer: Answer }
  | { readonly failure: 'timeout' | 'ended'; readonly cause: unknown };

/** The script answers each message with one message; it is started with the first job and again after an end. */
export class JobThread<Job, Answer> {
  readonly #script: URL;
  readonly #bounds: JobBounds;
  #worker: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #idleTimer: NodeJS.Timeout | null = null;

  constructor(script: URL, bounds: JobBounds) {
    this.#script = script;
    this.#bounds = bounds;
  }

  /** Waits its turn. Never rejects. */
  run(job: Job): Promise<JobOutcome<Answer>> {
    const turn = this.#queue.then(() => this.#runNow(job));
    this.#queue = turn;
    return turn;
  }

  async #runNow(job: Job): Promise<JobOutcome<Answer>> {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    const worker = this.#open();
    worker.ref();
    try {
      return await this.#ask(worker, job);
    } finally {
      worker.unref();
      this.#idleTimer = setTimeout(() => this.#end(), idleMs).unref();
    }
  }

  #open(): Worker {
    this.#worker ??= new Worker(this.#script, {
      resourceLimits: { maxOldGenerationSizeMb: this.#bounds.memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    return this.#worker;
  }

  #ask(worker: Worker, job: Job): Promise<JobOutcome<Answer>> {
    return new Promise((resolve) => {
      const settle = (outcome: JobOutcome<Answer>): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
        resolve(outcome);
      };
      const giveUp = (failure: 'timeout' | 'ended', cause: unknown): void => {
        this.#end();
        settle({ failure, cause });
      };
      const onMessage = (answer: Answer): void => settle({ answer });
      const onEnd = (cause: unknown): void => giveUp('ended', cause);
      const timer = setTimeout(() => giveUp('timeout', 'timeout'), this.#bounds.jobMs);
      worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
      worker.postMessage(job);
    });
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = null;
    worker?.on('error', () => undefined);
    void worker?.terminate();
  }
}
