// Sign-ins that went to the identity provider and are expected back: each once, in the browser that began it, in time.
import { createHash, timingSafeEqual } from 'node:crypto';

/** What is remembered of an attempt until the browser comes back. */
export interface BegunAttempt {
  readonly issuer: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export interface BegunAttempts {
  keep(state: string, browser: string, attempt: BegunAttempt): void;
  /** The attempt, which is over with this; null when unknown, too old, or begun in another browser. */
  take(state: string, browser: string): BegunAttempt | null;
}

/** Time to find a telephone and type a code at the provider. */
const lifetimeMs = 10 * 60_000;
/** The oldest are forgotten first: whoever fills the memory gains nothing but their own queue. */
const remembered = 2000;

export function createBegunAttempts(now: () => number): BegunAttempts {
  const begun = new Map<string, { attempt: BegunAttempt; browser: string; untilMs: number }>();
  return {
    keep: (state, browser, attempt) => {
      begun.set(state, { attempt, browser, untilMs: now() + lifetimeMs });
      const [oldest] = begun.keys();
      if (begun.size > remembered && oldest !== undefined) begun.delete(oldest);
    },
    take: (state, browser) => {
      const found = begun.get(state);
      if (found === undefined || !isSame(found.browser, browser)) return null;
      begun.delete(state);
      return found.untilMs > now() ? found.attempt : null;
    },
  };
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
