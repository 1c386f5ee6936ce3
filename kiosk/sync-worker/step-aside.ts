// Lets a sync go on between questions of visitors rather than beside them: on a small machine the two share all there is.
import { presenceMs, type QuestionNews } from '../store/question-signal.ts';

/** A question nothing more is heard of is taken for answered after this: its worker may have died. */
const longestQuestionMs = 2000;
/** Rest behind an answer: one touch may ask twice. */
const restMs = 10;
/** For so long from then on steps may begin, since no hand is back at the keys that soon; */
const workMs = 50;
/** and again when an answer is so old that nobody seems to be typing. */
const typingMs = 500;
/** How often is looked whether a step may begin. */
const lookEveryMs = 10;
/** Longest wait of one step, so that a sync also ends under a visitor whose questions never cease. */
const longestWaitMs = 600;
/** How often it is said that there is work which wants to hear of questions. */
const sayEveryMs = 2000;

/** Where time comes from; other ones only in tests. */
export interface StepClock {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

export class StepAside {
  readonly #clock: StepClock;
  readonly #listen: () => void;
  #saidAt = Number.NEGATIVE_INFINITY;
  /** When the open question is taken for answered; null while none is open. */
  #openUntil: number | null = null;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #presentUntil = Number.NEGATIVE_INFINITY;
  #lastAlone: Promise<unknown> = Promise.resolve();

  /** `listen` says that there is work, and has to be called now and then for `hear` to be told of questions. */
  constructor(clock: StepClock, listen: () => void = () => undefined) {
    this.#clock = clock;
    this.#listen = listen;
  }

  hear(news: QuestionNews): void {
    const now = this.#clock.now();
    this.#openUntil = news === 'asked' ? now + longestQuestionMs : null;
    if (news === 'answered') this.#answeredAt = now;
    this.#presentUntil = now + presenceMs;
  }

  /** To be awaited before every step of some milliseconds: resolves when no question is in the way, nor likely to come. */
  async step(): Promise<void> {
    const begun = this.#sayThereIsWork();
    for (let now = begun; now < begun + longestWaitMs && this.#isInTheWay(now); now = this.#clock.now()) {
      await this.#clock.wait(lookEveryMs);
    }
  }

  /** Gives the time. */
  #sayThereIsWork(): number {
    const now = this.#clock.now();
    if (now < this.#saidAt + sayEveryMs) return now;
    this.#saidAt = now;
    this.#listen();
    return now;
  }

  #isInTheWay(now: number): boolean {
    if (this.#openUntil !== null && now < this.#openUntil) return true;
    const age = now - this.#answeredAt;
    return age < restMs || (age >= restMs + workMs && age < typingMs);
  }

  /** Does one piece of work after the other while a visitor is there, and as many as are asked for otherwise. */
  async taking<T>(work: () => Promise<T>): Promise<T> {
    if (this.#sayThereIsWork() >= this.#presentUntil) return await work();
    const turn = this.#lastAlone.then(work);
    this.#lastAlone = turn.catch(() => undefined);
    return await turn;
  }
}
