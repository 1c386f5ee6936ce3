// Passwords: kept as scrypt digests, compared in constant time, generated when nobody chose one.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { encodeCrockford } from '#shared/handoff/crockford.ts';

/** Cost parameters of new digests: 32 MB and some 60 ms a guess (OWASP's scrypt recommendation, N = 2^15 with p = 3). */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const saltBytes = 16;
const keyBytes = 32;
/** Above what N and r need: 128 · N · r bytes. */
const memoryLimit = 128 * 1024 * 1024;

/** `scrypt$N$r$p$salt$key`, salt and key in base64: the parameters travel along, so they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const key = await derive(password, salt, keyBytes, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** False for a wrong password and for a digest this program did not write. */
export async function verifyPassword(password: string, digest: string): Promise<boolean> {
  const match = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/.exec(
    digest,
  );
  if (match === null) return false;
  const [, N, r, p, salt = '', key = ''] = match;
  const expected = Buffer.from(key, 'base64');
  if (expected.length !== keyBytes) return false;
  const parameters = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await derive(password, Buffer.from(salt, 'base64'), keyBytes, parameters);
  return timingSafeEqual(actual, expected);
}

/** A password of 80 random bits in groups of four, easy to copy from a screen. */
export function generatePassword(random: (length: number) => Uint8Array): string {
  return encodeCrockford(random(10))
    .toLowerCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** The same password typed with another keyboard composes to the same bytes (NFKC, as NIST SP 800-63B asks). */
function derive(password: string, salt: Uint8Array, length: number, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer): void => (error === null ? resolve(key) : reject(error));
    scrypt(password.normalize('NFKC'), salt, length, { ...options, maxmem: memoryLimit }, done);
  });
}
