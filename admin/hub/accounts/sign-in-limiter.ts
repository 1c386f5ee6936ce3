// Slows down guessing: wrong passwords lock an account, and an address, for longer and longer.

/** Wrong tries that cost nothing. */
const freeTries = { account: 5, address: 20 } as const;
/** The first lock-out; each further wrong try doubles it. */
const firstLockMs = 30_000;
const longestLockMs = 15 * 60_000;
/** Without a try for this long, everything is forgotten. */
const forgetAfterMs = 60 * 60_000;
/** Names and addresses remembered; the ones tried longest ago are forgotten first. */
const rememberedKeys = 10_000;

interface Failures {
  count: number;
  lastAtMs: number;
  lockedUntilMs: number;
}

export interface SignInLimiter {
  /** Seconds to wait before another try, 0 when it may be made now. */
  waitSeconds(accountKey: string, address: string): number;
  /** Counts a try as wrong before its password is checked, so that parallel guesses count too. */
  countTry(accountKey: string, address: string): void;
  /** A right password: the account is cleared, the address only of this try. */
  forgive(accountKey: string, address: string): void;
  /** A right password that is not enough: the address is cleared of this try, the account only by what follows. */
  passFirstStep(address: string): void;
  /** Until when an account has to wait, in milliseconds since 1970; null when it does not. */
  accountLockedUntil(accountKey: string): number | null;
  lockedAddresses(): readonly LockedAddress[];
  /** Forgets the tries at an account. */
  liftAccount(accountKey: string): void;
  /** Forgets the tries from an address; false when it was not locked. */
  liftAddress(address: string): boolean;
}

export interface LockedAddress {
  readonly address: string;
  readonly tries: number;
  readonly lockedUntilMs: number;
}

export function createSignInLimiter(now: () => number): SignInLimiter {
  const failures = new Map<string, Failures>();
  const keysOf = (accountKey: string, address: string) =>
    [
      [`account ${accountKey}`, freeTries.account],
      [`address ${address}`, freeTries.address],
    ] as const;
  const current = (key: string): Failures => {
    const known = failures.get(key);
    if (known !== undefined && now() - known.lastAtMs < forgetAfterMs) return known;
    return { count: 0, lastAtMs: now(), lockedUntilMs: 0 };
  };
  const remember = (key: string, entry: Failures): void => {
    // Deleting first moves the key to the end: the map stays in order of the last try.
    failures.delete(key);
    failures.set(key, entry);
    if (failures.size <= rememberedKeys) return;
    const oldest = failures.keys().next().value;
    if (oldest !== undefined) failures.delete(oldest);
  };
  const lockOf = (key: string): Failures | null => {
    const known = failures.get(key);
    return known !== undefined && known.lockedUntilMs > now() ? known : null;
  };
  const forgiveAddress = (address: string): void => {
    const key = `address ${address}`;
    const { count } = current(key);
    if (count > 0) remember(key, { count: count - 1, lastAtMs: now(), lockedUntilMs: 0 });
  };
  return {
    waitSeconds: (accountKey, address) => {
      const until = keysOf(accountKey, address).map(([key]) => current(key).lockedUntilMs);
      return Math.max(0, Math.ceil((Math.max(...until) - now()) / 1000));
    },
    countTry: (accountKey, address) => {
      for (const [key, free] of keysOf(accountKey, address)) {
        const count = current(key).count + 1;
        const lockMs = count < free ? 0 : Math.min(longestLockMs, firstLockMs * 2 ** (count - free));
        remember(key, { count, lastAtMs: now(), lockedUntilMs: now() + lockMs });
      }
    },
    forgive: (accountKey, address) => {
      failures.delete(`account ${accountKey}`);
      forgiveAddress(address);
    },
    passFirstStep: forgiveAddress,
    accountLockedUntil: (accountKey) => lockOf(`account ${accountKey}`)?.lockedUntilMs ?? null,
    lockedAddresses: () =>
      [...failures.keys()].flatMap((key) => {
        const lock = key.startsWith('address ') ? lockOf(key) : null;
        if (lock === null) return [];
        const { count, lockedUntilMs } = lock;
        return [{ address: key.slice('address '.length), tries: count, lockedUntilMs }];
      }),
    liftAccount: (accountKey) => void failures.delete(`account ${accountKey}`),
    liftAddress: (address) => {
      const isLocked = lockOf(`address ${address}`) !== null;
      return isLocked && failures.delete(`address ${address}`);
    },
  };
}
