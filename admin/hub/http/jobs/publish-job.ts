// Publishing as a job: one at a time, its progress readable by anyone who asks.
import { AppError, type Language } from '#shared/errors/app-error.ts';
import type { PublishJobView, PublishResult } from '#shared/protocol/hub-api.ts';
import type { Actor, HubServices, PublishStep } from '../hub-services.ts';
import { describeProblem, refuse } from '../problem.ts';

export class PublishJob {
  readonly #services: HubServices;
  #state: 'idle' | 'running' | 'done' | 'failed' = 'idle';
  #progress: { step: PublishStep | null; done: number; total: number } = { step: null, done: 0, total: 0 };
  #result: PublishResult | null = null;
  #problem: unknown = null;
  #controller: AbortController | null = null;
  #settled: Promise<void> = Promise.resolve();

  constructor(services: HubServices) {
    this.#services = services;
  }

  /** Starts a publish; throws `http.job-running` (409) while one is under way. */
  start(note: string, actor: Actor): void {
    if (this.#state === 'running') refuse('http.job-running');
    this.#state = 'running';
    this.#progress = { step: 'reading', done: 0, total: 0 };
    this.#result = null;
    this.#problem = null;
    this.#controller = new AbortController();
    this.#settled = this.#execute(note, actor, this.#controller.signal);
  }

  /** Publishes and waits for the end: null when it went well, what went wrong, or `busy` while another is under way. */
  async runToEnd(note: string, actor: Actor): Promise<unknown> {
    if (this.#state === 'running') return 'busy';
    this.start(note, actor);
    await this.#settled;
    return this.#problem;
  }

  /** What the job is doing, or how the last one ended. */
  view(language: Language): PublishJobView {
    const { step, done, total } = this.#progress;
    return {
      state: this.#state,
      step: this.#state === 'running' ? step : null,
      done,
      total,
      result: this.#result,
      problem: this.#problem === null ? null : describeProblem(this.#problem, language),
    };
  }

  /** Cancels a publish under way and waits until it has let go; the last release stays as it was. */
  async cancel(): Promise<void> {
    this.#controller?.abort(new AppError('http.job-cancelled'));
    await this.#settled;
  }

  async #execute(note: string, actor: Actor, signal: AbortSignal): Promise<void> {
    try {
      this.#result = await this.#services.publishing.publish({
        note,
        actor,
        signal,
        onProgress: (progress) => {
          this.#progress = { ...progress };
        },
      });
      this.#state = 'done';
    } catch (thrown) {
      this.#problem = thrown;
      this.#state = 'failed';
      if (!(thrown instanceof AppError)) this.#services.log('publish failed', thrown);
    }
  }
}
