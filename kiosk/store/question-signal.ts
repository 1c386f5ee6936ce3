// Says across workers that a visitor's question is being answered, so that work nobody waits for steps aside.

const channelName = 'mingchuang-questions';

/** What the search worker says: a question came in, or the last one that was open is answered. */
export type QuestionNews = 'asked' | 'answered';

/** The search worker's end. Questions may overlap; only the first and the last of them are told. */
export class QuestionTeller {
  readonly #tell: (news: QuestionNews) => void;
  #open = 0;

  /** @param tell another one only in tests */
  constructor(tell: (news: QuestionNews) => void = tellOnChannel()) {
    this.#tell = tell;
  }

  async during<T>(question: () => Promise<T>): Promise<T> {
    this.#open += 1;
    if (this.#open === 1) this.#tell('asked');
    try {
      return await question();
    } finally {
      this.#open -= 1;
      if (this.#open === 0) this.#tell('answered');
    }
  }
}

function tellOnChannel(): (news: QuestionNews) => void {
  const channel = new BroadcastChannel(channelName);
  return (news) => channel.postMessage(news);
}

/** Calls back with what any search worker of this origin says. */
export function listenForQuestions(hear: (news: QuestionNews) => void): void {
  new BroadcastChannel(channelName).onmessage = ({ data }) => hear(data === 'asked' ? 'asked' : 'answered');
}
