// Makes guessing receipt codes hopeless without locking out who types a right one: wrong tries are what is counted.
//
// - A code, whether it exists or not, bears a few wrong tries; then each further one makes everybody wait longer. Who
//   found a receipt has ten thousand digits to try and gets a handful of tries a day.
// - Many people share one address: a hall's Wi-Fi, a carrier. So what one of them mistypes is counted by address and last
//   digits of the phone together, narrowly; only who types the same digits behind the same address waits for it.
// - An address as a whole has a wide budget of wrong tries, and a wider one for the day: what is beyond the first waits
//   half a minute a try, what is beyond the second two minutes. Nobody behind it waits longer than that.
// - All addresses together have a budget too. When it is spent, only addresses that had wrong tries of late wait for theirs
//   longer: an address with none is always served its first tries, so a flood of guesses keeps nobody else out.
//
// That is safe because a code is sixty random bits, and no budget is what guards it. With 100,000 cases, one try finds a
// code with probability 10⁵ / 2⁶⁰ < 10⁻¹³, and with its digits 10⁻¹⁷. An address that tries all day and night makes
// some 1,700 tries on the first day and 720 on each after: in a year less than 3 × 10⁵, which open a case whose applicant
// gave no telephone with probability 3 × 10⁻⁸ and one with digits with 3 × 10⁻¹². A thousand such addresses stay together
// under 3 × 10⁻⁵ and 3 × 10⁻⁹ (tests/unit/cases/case-code-guard.test.ts works it out from the numbers below).
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

/** Wrong tries: what may be made at once, and how fast more are granted. */
export const wrongTries = {
  /** By the same digits behind the same address: 12, then 12 an hour. */
  person: { burst: 12, perSecond: 12 / 3600, maxKeys: 200_000 },
  /** By all behind an address: 120, then one in half a minute … */
  address: { burst: 120, perSecond: 1 / 30, maxKeys: 100_000 },
  /** … and of those 1,000, then one in two minutes. */
  addressDay: { burst: 1000, perSecond: 1 / 120, maxKeys: 100_000 },
  /** By an address while all together are at their end: 4, then one an hour. */
  strict: { burst: 4, perSecond: 1 / 3600, maxKeys: 100_000 },
  together: { burst: 2000, perSecond: 0.5 },
} as const;

/** What was typed to open a case. */
export interface TypedKey {
  readonly code: string;
  readonly lastFour: string;
}

interface Failures {
  count: number;
  lastAtMs: number;
  lockedUntilMs: number;
}

export class CaseCodeGuard {
  readonly #now: () => number;
  readonly #person: RateLimiter;
  readonly #address: RateLimiter;
  readonly #addressDay: RateLimiter;
  readonly #strict: RateLimiter;
  readonly #together: RateLimiter;
  /** In order of the last wrong try, oldest first. */
  readonly #codes = new Map<string, Failures>();

  constructor(now: () => number) {
    this.#now = now;
    this.#person = new RateLimiter(wrongTries.person, now);
    this.#address = new RateLimiter(wrongTries.address, now);
    this.#addressDay = new RateLimiter(wrongTries.addressDay, now);
    this.#strict = new RateLimiter(wrongTries.strict, now);
    this.#together = new RateLimiter(wrongTries.together, now);
  }

  /**
   * Does what a code opens. A `cases.not-found` it throws counts as a wrong try. Throws `cases.try-later` before doing
   * anything where tries are used up; it does so for codes that exist and for those that do not.
   */
  async open<T>(address: string, typed: TypedKey, work: () => Promise<T>): Promise<T> {
    // A flood is turned away by its address alone, before anything is worked out from what it typed.
    this.#refuseFor(this.#waitForAddress(address));
    const code = digestOf(typed.code);
    const person = personOf(address, typed, code);
    this.#refuseFor(Math.max(this.#waitForCode(code), this.#person.waitSeconds(person)));
    // Counted before it is known to be wrong, so that many at once are not one.
    const forgive = this.#countTry(address, person, code);
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

  #refuseFor(seconds: number): void {
    if (seconds > 0) throw new AppError('cases.try-later', { retryAfterSeconds: seconds });
  }

  #waitForAddress(address: string): number {
    const isCalm = this.#together.waitSeconds('') === 0;
    return Math.max(
      this.#address.waitSeconds(address),
      this.#addressDay.waitSeconds(address),
      isCalm ? 0 : this.#strict.waitSeconds(address),
    );
  }

  #countTry(address: string, person: string, key: string | null): () => void {
    const spent = [
      [this.#person, person],
      [this.#address, address],
      [this.#addressDay, address],
      [this.#strict, address],
      [this.#together, ''],
    ] as const;
    for (const [limiter, of] of spent) limiter.spend(of);
    if (key !== null) this.#remember(key, afterWrongTry(this.#failuresOf(key), this.#now()));
    return () => {
      for (const [limiter, of] of spent) limiter.giveBack(of);
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
function digestOf(typed: string): string | null {
  const code = parseReceiptCode(typed);
  return code === null ? null : hash('sha256', code, 'base64');
}

/** Who types, as far as it can be told apart behind one address: by the digits, else by the code; a digest as well. */
function personOf(address: string, { lastFour }: TypedKey, code: string | null): string {
  const digits = lastFour.normalize('NFKC').trim();
  return hash('sha256', JSON.stringify([address, digits === '' ? code : digits]), 'base64');
}
