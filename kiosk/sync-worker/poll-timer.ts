// When to look at the hub next: about once a minute, later after failures, at once when the network comes back.

const intervalMs = 60_000;
const maxIntervalMs = 5 * 60_000;
/** Terminals switched on together must not ask together for ever. */
const jitter = 0.2;

/** Milliseconds until the next look after so many failures in a row; `random` is from 0 to 1. */
export function pollDelayMs(failures: number, random: number): number {
  const base = Math.min(intervalMs * 2 ** Math.min(failures, 16), maxIntervalMs);
  return Math.round(base * (1 - jitter + 2 * jitter * random));
}
