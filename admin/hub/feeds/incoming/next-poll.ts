// When a source is asked next: its interval, longer after failures, never before the portal said, never all at once.

const longestMs = 24 * 3_600_000;
/** A tenth either way, so that sources set up together do not ask together for ever. */
const jitterShare = 0.1;

export interface PollTiming {
  readonly nowMs: number;
  readonly intervalMinutes: number;
  /** Failures in a row, this one included; 0 after a good answer. */
  readonly failures: number;
  /** The header as it came: seconds, or a date. */
  readonly retryAfter: string | null;
  /** From 0 up to, but not, 1. */
  readonly chance: number;
}

/** Milliseconds since 1970. */
export function nextPollMs({ nowMs, intervalMinutes, failures, retryAfter, chance }: PollTiming): number {
  const interval = intervalMinutes * 60_000;
  const backedOff = Math.min(longestMs, interval * 2 ** Math.min(failures, 10));
  const jittered = backedOff * (1 + jitterShare * (2 * chance - 1));
  return Math.round(nowMs + Math.max(jittered, retryAfterMs(retryAfter, nowMs)));
}

/** How long the portal asks to wait, a day at most; 0 when it says nothing that can be read (RFC 9110 §10.2.3). */
export function retryAfterMs(header: string | null, nowMs: number): number {
  if (header === null) return 0;
  const words = header.trim();
  const wait = /^\d{1,9}$/.test(words) ? Number(words) * 1000 : Date.parse(words) - nowMs;
  return Number.isNaN(wait) ? 0 : Math.min(longestMs, Math.max(0, wait));
}
