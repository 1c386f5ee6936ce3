// The staff's number: kept as a salted, slow hash, and guessed at ever more slowly, also after the page was loaded anew.

export const shortestPin = 6;
export const longestPin = 12;
/** PBKDF2-HMAC-SHA-256 at the work factor OWASP's password storage cheat sheet names. */
const iterations = 600_000;
const saltBytes = 16;

/** What the terminal keeps instead of the number. Bytes in lower-case hex. */
export interface StoredPin {
  readonly salt: string;
  readonly hash: string;
  readonly iterations: number;
}

/** Wrong numbers in a row, and when the last was given, in milliseconds since 1970. */
export interface PinTries {
  readonly failures: number;
  readonly lastAtMs: number;
}

export type PinFault = 'digits' | 'simple';

/** What keeps a number from being chosen; null when nothing does. */
export function pinFault(pin: string): PinFault | null {
  if (!new RegExp(`^\\d{${shortestPin},${longestPin}}$`).test(pin)) return 'digits';
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1) ? 'simple' : null;
}

/** Wrong numbers that cost nothing but themselves. */
const freeFailures = 3;
const firstWaitMs = 30_000;
const longestWaitMs = 60 * 60_000;

/** Milliseconds until the next number may be given: 30 s after the third wrong one, then twice as long each time. */
export function pinWaitMs(tries: PinTries | null | undefined, nowMs: number): number {
  if (!tries || tries.failures < freeFailures) return 0;
  const waitMs = Math.min(firstWaitMs * 2 ** (tries.failures - freeFailures), longestWaitMs);
  // A clock that was set back must not make the wait longer than it was.
  return Math.max(0, Math.min(tries.lastAtMs + waitMs - nowMs, waitMs));
}

/** A number as it is kept, with a salt of its own. */
export async function hashPin(
  pin: string,
  subtle: SubtleCrypto,
  random: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<StoredPin> {
  const salt = new Uint8Array(saltBytes);
  random(salt);
  return { salt: toHex(salt), hash: await derive(pin, salt, iterations, subtle), iterations };
}

/** Whether this is the number that was kept. */
export async function isPin(pin: string, stored: StoredPin, subtle: SubtleCrypto): Promise<boolean> {
  const hash = await derive(pin, fromHex(stored.salt), stored.iterations, subtle);
  return hash === stored.hash;
}

async function derive(pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number, subtle: SubtleCrypto) {
  const key = await subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    key,
    256,
  );
  return toHex(new Uint8Array(bits));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
