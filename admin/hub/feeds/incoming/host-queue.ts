// Lets only one thing at a time happen at one host.

export class HostQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs the work when all that was asked for this host before has ended, however it ended. */
  run<T>(host: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve();
    const done = before.then(work, work);
    const settled = done.then(
      () => {},
      () => {},
    );
    this.#last.set(host, settled);
    void settled.then(() => {
      if (this.#last.get(host) === settled) this.#last.delete(host);
    });
    return done;
  }
}
