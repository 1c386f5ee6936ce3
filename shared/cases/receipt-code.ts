// The code on a receipt: how it is made from bytes, written for people, and read back however they type it.
import { encodeCrockford } from '../handoff/crockford.ts';

/** Symbols of a code: 60 bits. */
export const receiptCodeLength = 12;
/** Bytes a code is made of; the last four bits are left out. */
export const receiptCodeBytes = 8;

const group = 4;
const longestTyped = 60;

/** The code of `receiptCodeBytes` bytes, without dashes. */
export function receiptCodeOf(bytes: Uint8Array): string {
  return encodeCrockford(bytes.subarray(0, receiptCodeBytes)).slice(0, receiptCodeLength);
}

/** In groups of four, as it stands on a receipt: `K7M2-Q9X4-3TTP`. */
export function formatReceiptCode(code: string): string {
  return (code.match(new RegExp(`.{1,${group}}`, 'g')) ?? []).join('-');
}

/**
 * Reads a code as people type or paste it: any case, any dashes or blanks, full-width letters, O for 0, I and L for 1.
 * Null when it can be no code.
 */
export function parseReceiptCode(text: string): string | null {
  if (text.length > longestTyped) return null;
  const folded = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212·.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(folded) ? folded : null;
}
