// Makes guessing receipt codes hopeless without locking out who types a right one: wrong tries are what is counted.
//
// - A code, whether it exists or not, bears a few wrong tries; then each further one makes everybody wait longer. Who
//   found a receipt has ten thousand digits to try and gets a handful of tries a day.
// - An address has a budget of wrong tries. It fills again slowly.
// - All addresses together have one too. When it is spent, only addresses that had wrong tries of late wait for theirs
//   longer: an address with none is always served its first tries, so a flood of guesses keeps nobody else out.
//
// Kept in memory alone: what was typed is never written down, and a code is remembered as a digest of it.
import { hash } from 'node:crypto';
import { parseReceiptCode } from '#shared/cases/receipt-code.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { RateLimiter } from './rate-limiter.ts';

/** The last of them begins the first lock. */
const freeTries = 5;
const firstLockMs = 15 * 60_000;
const longestLockMs = 24 * 3_600_000;
/** Without a wrong try for this long a code is forgotten. */
const forgetAfterMs = 7 * 24 * 3_600_000;
const rememberedCodes = 50_000;

/** Wrong tries: what an address may make at once and an hour, in quiet times and while all together are at their end. */
export const wrongTries = {
  address: { burst: 12, perSecond: 12 / 3600, maxKeys: 100_000 },
  strict: { burst: 2, perSecond: 1 / 3600, maxKeys: 100_000 },
  together: { burst: 2000, perSecond: 0.5 },
} as const;

interface Failures {
  count: number;
  lastAtMs: number;
  lockedUntilMs: number;
}

export class CaseCodeGuard {
  readonly #now: () => number;
  readonly #address: RateLimiter;
  readonly #strict: RateLimiter;
  readonly #together: RateLimiter;
  /** In order of the last wrong try, oldest first. */
  readonly #codes = new Map<string, Failures>();

  constructor(now: () => number) {
    this.#now = now;
    this.#address = new RateLimiter(wrongTries.address, now);
    this.#strict = new RateLimiter(wrongTries.strict, now);
    this.#together = new RateLimiter(wrongTries.together, now);
  }

  /**
   * Does what a code opens. A `cases.not-found` it throws counts as a wrong try. Throws `cases.try-later` before doing
   * anything where tries are used up; it does so for codes that exist and for those that do not.
   */
  async open<T>(address: string, typedCode: string, work: () => Promise<T>): Promise<T> {
    const key = keyOf(typedCode);
    const wait = Math.max(this.#waitForCode(key), this.#waitForAddress(address));
    if (wait > 0) throw new AppError('cases.try-later', { retryAfterSeconds: wait });
    // Counted before it is known to be wrong, so that many at once are not one.
    const forgive = this.#countTry(address, key);
    try {
      const opened = await work();
      forgive();
      return opened;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'cases.not-found') forgive();
      throw thrown;
    }
  }

  #waitForCode(key: string | null): number {
    if (key === null) return 0;
    const { lockedUntilMs } = this.#failuresOf(key);
    return Math.max(0, Math.ceil((lockedUntilMs - this.#now()) / 1000));
  }

  #waitForAddress(address: string): number {
    const isCalm = this.#together.waitSeconds('') === 0;
    return (isCalm ? this.#address : this.#strict).waitSeconds(address);
  }

  #countTry(address: string, key: string | null): () => void {
    this.#address.spend(address);
    this.#strict.spend(address);
    this.#together.spend('');
    if (key !== null) this.#remember(key, afterWrongTry(this.#failuresOf(key), this.#now()));
    return () => {
      this.#address.giveBack(address);
      this.#strict.giveBack(address);
      this.#together.giveBack('');
      if (key !== null) this.#codes.delete(key);
    };
  }

  #failuresOf(key: string): Failures {
    const known = this.#codes.get(key);
    if (known !== undefined && this.#now() - known.lastAtMs < forgetAfterMs) return known;
    return { count: 0, lastAtMs: this.#now(), lockedUntilMs: 0 };
  }

  #remember(key: string, failures: Failures): void {
    this.#codes.delete(key);
    this.#codes.set(key, failures);
    if (this.#codes.size <= rememberedCodes) return;
    const [oldest] = this.#codes.keys();
    if (oldest !== undefined) this.#codes.delete(oldest);
  }
}

function afterWrongTry({ count }: Failures, nowMs: number): Failures {
  const locks = Math.max(0, count + 2 - freeTries);
  const lockMs = locks === 0 ? 0 : Math.min(longestLockMs, firstLockMs * 2 ** (locks - 1));
  return { count: count + 1, lastAtMs: nowMs, lockedUntilMs: nowMs + lockMs };
}

/** Null for what can be no code: mistyping is no attack on one. */
function keyOf(typed: string): string | null {
  const code = parseReceiptCode(typed);
  return code === null ? null : hash('sha256', code, 'base64');
}
