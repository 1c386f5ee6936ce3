// The clock what is shown follows: the terminal's own, but never behind what signatures prove to have been.
//
// Two times hold it up. What is *proven* comes from signed times alone and grows only by what really went by since: it
// is never ahead of the truth, so it is a floor for good. What was *told* is the terminal's own reading, which may have
// been years ahead: it is a floor for a while only, and gives way to a clock that was put right.
import type { KeptTime } from '../store/kept-time.ts';

/** Where times come from; other ones only in tests. */
export interface ClockParts {
  /** The terminal's clock, in milliseconds since 1970: somebody may set it. */
  readonly wallTime: () => number;
  /** Milliseconds since some moment, which nobody sets. */
  readonly elapsed: () => number;
  /** Keeps the times over a restart. */
  readonly keep: (time: KeptTime) => void;
}

const hourMs = 3_600_000;
/** A clock set back by less is left to catch up: corrections of a second are no reason to run by another count. */
const leastJumpMs = 60_000;
/** A clock set back by more was wrong before, not now; by less, what has ended stays ended. */
const mostHeldMs = 36 * hourMs;
/** How far the terminal's own reading counts beyond what is proven, while its clock is behind that and surely wrong. */
const mostUnprovenMs = 30 * 24 * hourMs;
/** How much of the time a loss of power may cost. */
const keptEveryMs = 5 * 60_000;

export class SteadyClock {
  readonly #parts: ClockParts;
  #signed = 0;
  #proven = 0;
  #told = 0;
  #lookedAt: number;
  #keptAt = Number.NEGATIVE_INFINITY;
  #isResumed = false;

  constructor(parts: ClockParts) {
    this.#parts = parts;
    this.#lookedAt = parts.elapsed();
  }

  /** Goes on from what was kept; later on takes from it what others have learnt of signatures. */
  resume({ signedMs, provenMs, toldMs }: KeptTime): void {
    if (this.#isResumed) this.raise(signedMs);
    else {
      this.#isResumed = true;
      this.#signed = Math.max(this.#signed, signedMs);
      this.#told = Math.max(this.#told, toldMs);
    }
    this.#proven = Math.max(this.#proven, signedMs, provenMs);
  }

  /**
   * Takes a time that was signed. One newer than those before also ends what the terminal's own clock once told: a
   * clock that stood years ahead hides nothing longer than until then.
   */
  raise(signedMs: number): void {
    if (signedMs <= this.#signed) return;
    this.#runOn();
    this.#signed = signedMs;
    this.#proven = Math.max(this.#proven, signedMs);
    const wall = this.#parts.wallTime();
    if (this.#told - wall > leastJumpMs) this.#told = 0;
  }

  /** The time; never behind what is proven. */
  now(): number {
    const elapsed = this.#runOn();
    const wall = this.#parts.wallTime();
    if (wall >= this.#proven) this.#told = followed(this.#told, wall, elapsed);
    else this.#told = clamped(this.#told + elapsed, this.#proven, this.#proven + mostUnprovenMs);
    // Before that, what was kept is not known and must not be lost.
    if (this.#isResumed && this.#lookedAt - this.#keptAt >= keptEveryMs) this.keep();
    return this.#told;
  }

  /** Keeps the time as it is: when something has ended by it, that must outlive a loss of power. */
  keep(): void {
    this.#keptAt = this.#lookedAt;
    this.#parts.keep({ signedMs: this.#signed, provenMs: this.#proven, toldMs: this.#told });
  }

  /** What is proven grows by what went by since the last look; gives that, in milliseconds. */
  #runOn(): number {
    const at = this.#parts.elapsed();
    const elapsed = Math.max(0, at - this.#lookedAt);
    this.#lookedAt = at;
    if (this.#proven > 0) this.#proven += elapsed;
    return elapsed;
  }
}

/** The time by a clock that may be right, after another was told. */
function followed(told: number, wall: number, elapsed: number): number {
  const behind = told - wall;
  if (behind <= 0 || behind > mostHeldMs) return wall;
  return behind > leastJumpMs ? told + elapsed : told;
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
