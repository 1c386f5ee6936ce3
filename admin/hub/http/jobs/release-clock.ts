// Lets go at its time what was planned, and carries out the publishes the hub owes until each has gone through.
import { toAppError } from '#shared/errors/app-error.ts';
import type { Schedule } from '../../fleet/repeat-work.ts';
import { operatorActor } from '../actor.ts';
import type { HubServices } from '../hub-services.ts';
import type { PublishJob } from './publish-job.ts';

/** How long after its minute something may become public at most. */
export const lookEveryMs = 10_000;
/** A publish that goes wrong is tried again after this, twice as long each time, up to the longest. */
const firstRetryMs = 10_000;
const longestRetryMs = 10 * 60_000;

export class ReleaseClock {
  readonly #services: HubServices;
  readonly #job: PublishJob;
  #underWay: Promise<void> | null = null;
  #isWanted = false;
  #isStopped = false;
  #retryAtMs = 0;
  #retryAfterMs = firstRetryMs;

  constructor(services: HubServices, job: PublishJob) {
    this.#services = services;
    this.#job = job;
  }

  /**
   * Looks now and then every few seconds. Returns a function that begins nothing new from then on, and resolves when
   * what is under way has come to its end.
   */
  start(schedule: Schedule): () => Promise<void> {
    this.look();
    const stop = schedule(() => this.look(), lookEveryMs);
    return async () => {
      stop();
      this.#isStopped = true;
      await this.#underWay;
    };
  }

  /** Somebody has just ordered a publish: tried at once, whatever went wrong before. */
  wake(): void {
    this.#retryAtMs = 0;
    this.look();
  }

  /** Looks once what is due; never twice at the same time. */
  look(): void {
    this.#isWanted = true;
    this.#underWay ??= this.#run().finally(() => {
      this.#underWay = null;
    });
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#underWay;
  }

  async #run(): Promise<void> {
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      try {
        await this.#services.workflow.releaseDue();
        await this.#publish();
      } catch (cause) {
        this.#services.log('what is due could not be released', cause);
      }
    }
  }

  async #publish(): Promise<void> {
    const { workflow, now } = this.#services;
    if (this.#isStopped || now() < this.#retryAtMs) return;
    const orders = await workflow.publishOrders();
    const [first] = orders;
    if (first === undefined) return;
    const note = orders.length === 1 ? first.note : `${first.note} (+${orders.length - 1})`;
    const problem = await this.#job.runToEnd(note, operatorActor(first.who));
    // Somebody else's publish is under way: it may have begun before these orders.
    if (problem === 'busy') return;
    const code = problem === null ? null : toAppError(problem).code;
    // A publish somebody stopped has not failed: it stays owed, and is tried again later.
    if (code !== 'http.job-cancelled') await workflow.settleOrders(orders, code);
    if (code === null) this.#retryAfterMs = firstRetryMs;
    else this.#waitLonger();
  }

  #waitLonger(): void {
    this.#retryAtMs = this.#services.now() + this.#retryAfterMs;
    this.#retryAfterMs = Math.min(longestRetryMs, this.#retryAfterMs * 2);
  }
}
