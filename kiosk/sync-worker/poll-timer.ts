// When to look at the hub next: about once a minute, later after failures, at once when the network comes back.

const intervalMs = 60_000;
const maxIntervalMs = 5 * 60_000;
/** A full disk does not empty itself, and every try downloads much for nothing. */
const fullDiskIntervalMs = 30 * 60_000;
/** Terminals switched on together must not ask together for ever. */
const jitter = 0.2;

/** Milliseconds until the next look after so many failures in a row; `random` is from 0 to 1. */
export function pollDelayMs(failures: number, isDiskFull: boolean, random: number): number {
  const base = Math.min(intervalMs * 2 ** Math.min(failures, 16), maxIntervalMs);
  return Math.round((isDiskFull ? fullDiskIntervalMs : base) * (1 - jitter + 2 * jitter * random));
}
