// Looks at the clock for the open catalogue, so that what ends leaves the screen at that very minute.

/** A clock may be set at any time, so a boundary is not waited for in one go. */
const longestWaitMs = 10_000;

/** The part of an open catalogue that is watched. */
export interface Watched {
  /** Lets count what is shown now, and gives the time of the next boundary. */
  showNow(): number;
}

export class ShownWatch {
  readonly #now: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Watches one catalogue instead of the one before. */
  watch(catalogue: Watched): void {
    clearTimeout(this.#timer);
    const next = catalogue.showNow();
    const wait = Math.min(longestWaitMs, Math.max(0, next - this.#now()));
    this.#timer = setTimeout(() => this.watch(catalogue), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
