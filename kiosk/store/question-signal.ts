// Says across workers that a visitor's question is being answered, so that work nobody waits for steps aside.
//
// Only while such work goes on: two messages a question, by way of the browser's own process, took a twelfth of all the
// time a question takes of the processor.

const channelName = 'mingchuang-questions';

/** What the search worker says: a question came in, or the last one that was open is answered. */
export type QuestionNews = 'asked' | 'answered';

/** What a worker with work in hand says: it wants to hear news for a while. */
const listening = 'listening';
/** Who said so is told news for so long; longer than any step of work takes. */
const toldForMs = 10_000;
/** How long after an answer a visitor counts as there. */
export const presenceMs = 5_000;

/** The search worker's end. Questions may overlap; only the first and the last of them are told. */
export class QuestionTeller {
  readonly #tell: (news: QuestionNews) => void;
  readonly #now: () => number;
  #open = 0;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #toldUntil = Number.NEGATIVE_INFINITY;

  /** `now` gives milliseconds since some moment. */
  constructor(tell: (news: QuestionNews) => void, now: () => number) {
    this.#tell = tell;
    this.#now = now;
  }

  /** Somebody listens, or still does: whoever begins to is told whether a visitor is there. */
  heard(): void {
    const now = this.#now();
    const isNew = now >= this.#toldUntil;
    this.#toldUntil = now + toldForMs;
    if (!isNew) return;
    if (this.#open > 0) this.#tell('asked');
    else if (now - this.#answeredAt < presenceMs) this.#tell('answered');
  }

  async during<T>(question: () => Promise<T>): Promise<T> {
    this.#open += 1;
    if (this.#open === 1) this.#say('asked');
    try {
      return await question();
    } finally {
      this.#open -= 1;
      if (this.#open === 0) {
        this.#answeredAt = this.#now();
        this.#say('answered');
      }
    }
  }

  #say(news: QuestionNews): void {
    if (this.#now() < this.#toldUntil) this.#tell(news);
  }
}

/** A teller that says its news to every worker of this origin that listens. */
export function tellOfQuestions(): QuestionTeller {
  const channel = new BroadcastChannel(channelName);
  const teller = new QuestionTeller(
    (news) => channel.postMessage(news),
    () => performance.now(),
  );
  channel.onmessage = ({ data }) => {
    if (data === listening) teller.heard();
  };
  return teller;
}

/** Calls back with what any search worker of this origin says, as long as what is given back is called now and then. */
export function listenForQuestions(hear: (news: QuestionNews) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    if (data === 'asked' || data === 'answered') hear(data);
  };
  return () => channel.postMessage(listening);
}
