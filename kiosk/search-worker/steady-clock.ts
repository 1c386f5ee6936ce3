// The clock what is shown follows: the terminal's own, but never behind a time that was signed, or seen before.

/** Where times come from; other ones only in tests. */
export interface ClockParts {
  /** The terminal's clock, in milliseconds since 1970: somebody may set it. */
  readonly wallTime: () => number;
  /** Milliseconds since some moment, which nobody sets. */
  readonly elapsed: () => number;
  /** Keeps a time over a restart. */
  readonly keep: (timeMs: number) => void;
}

/** A clock set back by less is left to catch up: corrections of a second are no reason to run by another count. */
const leastJumpMs = 60_000;
/** How much of the latest time a loss of power may cost. */
const keptEveryMs = 5 * 60_000;

export class SteadyClock {
  readonly #parts: ClockParts;
  #latest = 0;
  #lookedAt: number;
  #kept = 0;

  constructor(parts: ClockParts) {
    this.#parts = parts;
    this.#lookedAt = parts.elapsed();
  }

  /** Raises the time to one that is known to have been: by a signature, or by what was kept. */
  raise(timeMs: number): void {
    if (timeMs > this.#latest) this.#latest = timeMs;
  }

  /** The time; never earlier than the one told before. Set back, the clock runs on by what really goes by. */
  now(): number {
    const { wallTime, elapsed } = this.#parts;
    const [wall, lookedAt] = [wallTime(), elapsed()];
    if (wall >= this.#latest) this.#latest = wall;
    else if (this.#latest - wall > leastJumpMs) this.#latest += Math.max(0, lookedAt - this.#lookedAt);
    this.#lookedAt = lookedAt;
    if (this.#latest - this.#kept >= keptEveryMs) this.keep();
    return this.#latest;
  }

  /** Keeps the time as it is: when something has ended by it, that must outlive a loss of power. */
  keep(): void {
    this.#kept = this.#latest;
    this.#parts.keep(this.#latest);
  }
}
