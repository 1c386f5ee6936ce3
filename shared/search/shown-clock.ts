// Keeps what counts in open segments in step with a clock: looked at before every question, worked out at boundaries.
import type { SegmentReader } from './segment-reader.ts';

export interface ShownClockOptions {
  /** See `OpenOptions.now`. */
  readonly now?: () => number;
  readonly onShownChange?: () => void;
}

export class ShownClock {
  readonly #segments: readonly SegmentReader[];
  readonly #now: (() => number) | undefined;
  readonly #onChange: () => void;
  /** What counts holds from one boundary to the next. */
  #since = Number.POSITIVE_INFINITY;
  #next = Number.NEGATIVE_INFINITY;

  /** What counts at the beginning is no change. */
  constructor(segments: readonly SegmentReader[], { now, onShownChange }: ShownClockOptions) {
    this.#segments = segments;
    this.#now = now;
    this.#onChange = () => {};
    if (now === undefined) return;
    this.tick();
    this.#onChange = onShownChange ?? this.#onChange;
  }

  /** The boundary last passed; 0 when there was none. */
  get since(): number {
    this.tick();
    return this.#now === undefined ? 0 : this.#since;
  }

  /** Lets count what is shown now, also when the clock has gone back. Gives the time of the next boundary. */
  tick(): number {
    if (this.#now === undefined) return Number.POSITIVE_INFINITY;
    const time = this.#now();
    if (time >= this.#since && time < this.#next) return this.#next;
    const changed = this.#segments.filter((segment) => segment.showAt(time));
    this.#since = Math.max(...this.#segments.map((segment) => segment.lastChange(time)), 0);
    this.#next = Math.min(...this.#segments.map((segment) => segment.nextChange(time)));
    if (changed.length > 0) this.#onChange();
    return this.#next;
  }
}
