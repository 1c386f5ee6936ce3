// Token buckets by key, on an injected clock and with bounded memory.
import { refuse } from './problem.ts';

/** `burst` requests at once, then `perSecond` of them; keys beyond `maxKeys` push out the least recently seen. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
  readonly maxKeys?: number;
}

interface Bucket {
  tokens: number;
  filledAtMs: number;
}

export class RateLimiter {
  readonly #limit: Required<RateLimit>;
  readonly #now: () => number;
  /** In order of use, oldest first. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit, now: () => number) {
    this.#limit = { maxKeys: 10_000, ...limit };
    this.#now = now;
  }

  /** Takes one token, or `cost`; throws `http.too-many-requests` (429) naming the seconds to wait when there are not so many. */
  take(key: string, cost = 1): void {
    const seconds = this.waitSeconds(key, cost);
    if (seconds > 0) refuse('http.too-many-requests', { retryAfterSeconds: seconds });
    this.spend(key, cost);
  }

  /** Seconds until there are so many tokens; 0 when there are. */
  waitSeconds(key: string, cost = 1): number {
    const { tokens } = this.#refilled(key);
    return tokens >= cost ? 0 : Math.max(1, Math.ceil((cost - tokens) / this.#limit.perSecond));
  }

  /** Takes tokens whether or not they are there, down to none. */
  spend(key: string, cost = 1): void {
    const bucket = this.#refilled(key);
    bucket.tokens = Math.max(0, bucket.tokens - cost);
  }

  /** Puts tokens back that were spent for nothing. */
  giveBack(key: string, tokens = 1): void {
    const bucket = this.#refilled(key);
    bucket.tokens = Math.min(this.#limit.burst, bucket.tokens + tokens);
  }

  #refilled(key: string): Bucket {
    const now = this.#now();
    const known = this.#buckets.get(key);
    const bucket = known ?? { tokens: this.#limit.burst, filledAtMs: now };
    const gained = (Math.max(0, now - bucket.filledAtMs) / 1000) * this.#limit.perSecond;
    bucket.tokens = Math.min(this.#limit.burst, bucket.tokens + gained);
    bucket.filledAtMs = now;
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    // Looked for only when needed: the first key lies behind all that were moved to the end.
    if (this.#buckets.size > this.#limit.maxKeys) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket;
  }
}
