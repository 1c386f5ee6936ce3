// The app on a telephone: shows the codes of a secret as it was scanned or typed.
import { hotp, stepAt } from '#hub/accounts/totp.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of a secret in base32; blanks do not matter. */
export function fromBase32(text: string): Uint8Array {
  const symbols = [...text.replace(/\s/g, '')].map((symbol) => alphabet.indexOf(symbol));
  const bits = symbols.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** The six digits shown at a moment. */
export const codeAt = (secret: string, nowMs: number): string => hotp(fromBase32(secret), stepAt(nowMs));
