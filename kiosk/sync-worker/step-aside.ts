// Lets a sync go on between questions of visitors rather than beside them: on a small machine the two share all there is.
import type { QuestionNews } from '../store/question-signal.ts';

/** A question nothing more is heard of is taken for answered after this: its worker may have died. */
const longestQuestionMs = 2000;
/** Rest behind an answer: the next keystroke often comes at once. */
const restMs = 60;
/** Longest wait of one step, so that a sync also ends under a visitor who never stops typing. */
const longestWaitMs = 400;
/** For this long after a question a visitor counts as there. */
const presenceMs = 5000;

/** Where time comes from; other ones only in tests. */
export interface StepClock {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export class StepAside {
  readonly #clock: StepClock;
  #busyUntil = Number.NEGATIVE_INFINITY;
  #presentUntil = Number.NEGATIVE_INFINITY;
  #lastAlone: Promise<unknown> = Promise.resolve();

  constructor(clock: StepClock) {
    this.#clock = clock;
  }

  hear(news: QuestionNews): void {
    const now = this.#clock.now();
    this.#busyUntil = now + (news === 'asked' ? longestQuestionMs : restMs);
    this.#presentUntil = now + presenceMs;
  }

  /** To be awaited before every step of some milliseconds: resolves when no question is in the way. */
  async step(): Promise<void> {
    const begun = this.#clock.now();
    for (let now = begun; now < this.#busyUntil && now < begun + longestWaitMs; now = this.#clock.now()) {
      await this.#clock.wait(Math.min(restMs / 4, this.#busyUntil - now));
    }
  }

  /** Does one piece of work after the other while a visitor is there, and as many as are asked for otherwise. */
  async taking<T>(work: () => Promise<T>): Promise<T> {
    if (this.#clock.now() >= this.#presentUntil) return await work();
    const turn = this.#lastAlone.then(work);
    this.#lastAlone = turn.catch(() => undefined);
    return await turn;
  }
}
