// Which generation is asked: the one opened last, as soon as it may be.
import { AppError } from '#shared/errors/app-error.ts';

/** The part of an open generation that matters here; see `OpenGeneration`. */
interface Opened {
  /** Resolves once everything about it was checked; rejects when it must not be shown. */
  readonly sound: Promise<void>;
  close(): void;
}

export class ShownGeneration<Name, Generation extends Opened> {
  readonly #openOne: (name: Name) => Promise<Generation | null>;
  #shown: Generation | null = null;
  /** An opening under way: who asks meanwhile means the generation that is being opened. */
  #opening: Promise<void> = Promise.resolve();
  /** Openings, one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** `openOne` gives null for a generation that is not there. */
  constructor(openOne: (name: Name) => Promise<Generation | null>) {
    this.#openOne = openOne;
  }

  /** What is asked at this moment. */
  get now(): Generation | null {
    return this.#shown;
  }

  /**
   * What a question is to be asked of. Its answer waits for `sound`: where there is nothing else to ask, a question is looked
   * into while that is still being found out. Throws `kiosk.no-catalogue`.
   */
  async toAsk(): Promise<Generation> {
    await this.#opening;
    if (this.#shown === null) throw new AppError('kiosk.no-catalogue');
    return this.#shown;
  }

  /** Opens a generation in place of the one before, which stays when this fails. Null when there is no such generation. */
  async open(name: Name): Promise<Generation | null> {
    const asking = Promise.withResolvers<void>();
    this.#opening = asking.promise;
    const opened = this.#turn.then(() => this.#openInstead(name, asking.resolve)).finally(asking.resolve);
    this.#turn = opened.catch(() => undefined);
    return await opened;
  }

  async #openInstead(name: Name, letAsk: () => void): Promise<Generation | null> {
    const opened = await this.#openOne(name);
    if (opened === null) return null;
    const before = this.#shown;
    if (before === null) {
      this.#shown = opened;
      letAsk();
    }
    try {
      await opened.sound;
    } catch (thrown) {
      opened.close();
      this.#shown = before;
      throw thrown;
    }
    this.#shown = opened;
    before?.close();
    return opened;
  }
}
