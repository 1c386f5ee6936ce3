// Time-based one-time passwords as authenticator apps make them (RFC 6238 over RFC 4226).
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What every authenticator app understands: SHA-1, 30 seconds, six digits. */
export const stepSeconds = 30;
const digits = 6;
/** A clock may be one step off, and a person slow by one (RFC 6238 §5.2). */
const drift = 1;
/** RFC 4226 §4, R6 recommends 160 bits. */
export const secretBytes = 20;

const base32Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of one counter value (RFC 4226 §5.3). */
export function hotp(secret: Uint8Array, counter: number, length = digits, algorithm = 'sha1'): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, secret).update(message).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, '0');
}

/** The time step a moment lies in. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / stepSeconds);
}

/**
 * The step a code belongs to, among those near now and after `lastStep`; null when there is none. Whoever accepts a code
 * keeps its step as the next `lastStep`: a code that was seen over a shoulder does not work again.
 */
export function findStep(secret: Uint8Array, code: string, nowMs: number, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const now = stepAt(nowMs);
  let found: number | null = null;
  for (let step = now - drift; step <= now + drift; step += 1) {
    // Every step is compared, so that the time taken does not tell which one it was.
    const isRight = timingSafeEqual(Buffer.from(hotp(secret, Math.max(0, step))), Buffer.from(code));
    if (isRight && step > lastStep && found === null) found = step;
  }
  return found;
}

/** RFC 4648 §6 without padding, as authenticator apps take secrets. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => base32Alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What an app reads from a QR code (Key URI format): who issued it, for which account, and the secret. */
export function authenticatorUri(issuer: string, accountName: string, secret: Uint8Array): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(accountName)}`;
  const query = new URLSearchParams({
    secret: toBase32(secret),
    issuer,
    algorithm: 'SHA1',
    digits: String(digits),
    period: String(stepSeconds),
  });
  // Some apps show a plus where a form would put one for a blank.
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
}
