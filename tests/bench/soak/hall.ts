// A hall that never closes and where terminals are hardly ever free: how long visitors read, and how long nobody is there.
import { Chance } from '../corpus/random.ts';

/** How long a visitor reads what they opened, in milliseconds. */
export const readingMs = 45_000;
/** Nobody ends a visit and touches the glass for another within less. */
const shortestPauseMs = 1_000;

/**
 * Endless pauses between the end of one visit and the first touch of the next, in milliseconds. People come independently
 * of each other, so the pauses are exponential; no night helps. At 30 s on average one in twenty is longer than 90 s.
 */
export function* hallPauses(seed: number, meanMs: number): Generator<number, never> {
  const chance = new Chance(seed);
  for (;;) yield Math.max(shortestPauseMs, -Math.log(1 - chance.next()) * meanMs);
}
