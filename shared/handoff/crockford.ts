// Crockford's base32: digits and capitals without I, L, O and U, easy to read out and to type.

/** The 32 symbols in the order of their values (crockford.com/base32.html). */
export const crockfordSymbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Writes bytes as symbols of five bits each, from the first bit on; zero bits fill up the last symbol. */
export function encodeCrockford(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let pendingBits = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    pendingBits += 8;
    while (pendingBits >= 5) {
      pendingBits -= 5;
      text += crockfordSymbols[(pending >> pendingBits) & 31];
    }
    pending &= (1 << pendingBits) - 1;
  }
  return pendingBits === 0 ? text : text + crockfordSymbols[(pending << (5 - pendingBits)) & 31];
}
