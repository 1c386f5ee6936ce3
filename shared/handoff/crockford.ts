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

/** Reads symbols back into bytes; bits short of a byte at the end must be zero. Null for anything else. */
export function decodeCrockford(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let pending = 0;
  let pendingBits = 0;
  let at = 0;
  for (const symbol of text) {
    const value = crockfordSymbols.indexOf(symbol);
    if (value < 0) return null;
    pending = ((pending << 5) | value) & 0xfff;
    pendingBits += 5;
    if (pendingBits < 8) continue;
    pendingBits -= 8;
    bytes[at] = (pending >> pendingBits) & 255;
    at += 1;
    pending &= (1 << pendingBits) - 1;
  }
  return pending === 0 && pendingBits < 5 ? bytes : null;
}
