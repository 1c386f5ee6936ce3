// Counts the stretches of words of each register's titles apart, so that a keypad within one offers what stands in it.
import type { CountedStretch } from './stretch-counter.ts';
import { StretchCounter } from './stretch-counter.ts';

/** Titles of a register that are all looked at; of more every eighth is. */
const allLookedAt = 40_000;
const everyTitle = 8;
/** Stretches held of all registers together: beyond them the register with the most lets its rarest go. */
const mostHeld = 400_000;
/** Registers that get words of their own, and words each of them keeps. */
const mostRegisters = 500;
const mostWords = 30_000;
const fewestWords = 2_000;
const wordsPerTitle = 12;

interface Counted {
  titles: number;
  readonly counter: StretchCounter;
}

export class RegisterStretches {
  readonly #registers = new Map<string, Counted>();
  #held = 0;

  /** Whether the next title of a register is one to look at; asked once for each. */
  isWanted(register: string): boolean {
    let counted = this.#registers.get(register);
    if (counted === undefined) {
      if (this.#registers.size >= mostRegisters) return false;
      counted = { titles: 0, counter: new StretchCounter() };
      this.#registers.set(register, counted);
    }
    counted.titles += 1;
    return counted.titles <= allLookedAt || counted.titles % everyTitle === 0;
  }

  /** Counts the stretches of a title that is wanted. */
  add(register: string, stretches: ReadonlySet<string>): void {
    const counter = this.#registers.get(register)?.counter;
    if (counter === undefined) return;
    this.#held -= counter.size;
    counter.add(stretches);
    this.#held += counter.size;
    while (this.#held > mostHeld) this.#letGo();
  }

  #letGo(): void {
    let largest: StretchCounter | null = null;
    for (const { counter } of this.#registers.values()) {
      if (largest === null || counter.size > largest.size) largest = counter;
    }
    if (largest === null) return;
    this.#held -= largest.size;
    largest.letGo();
    this.#held += largest.size;
  }

  /** The best stretches of each register, by its id in order, so that builds repeat. */
  *best(): Generator<readonly [register: string, stretches: readonly CountedStretch[]]> {
    const registers = [...this.#registers].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [register, { titles, counter }] of registers) {
      yield [register, counter.best(Math.min(mostWords, fewestWords + titles * wordsPerTitle))];
    }
  }
}
