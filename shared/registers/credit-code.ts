// Unified social credit codes (GB 32100) and the organisation codes within them (GB 11714): their check characters.

/** The alphabet of GB 32100: digits and capitals without I, O, S, V, Z. A character's value is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = new RegExp(`^[${alphabet}]{18}$`, 'u');
/** Weights of GB 11714 for the first eight characters of an organisation code. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** What a credit code says about itself. */
export type CreditCodeState =
  | { readonly state: 'valid' }
  | { readonly state: 'misshapen' }
  | { readonly state: 'wrong-check' | 'wrong-organisation-check'; readonly expected: string };

/** Checks a code of 18 characters in capitals; anything else is misshapen. */
export function checkCreditCode(code: string): CreditCodeState {
  if (!shape.test(code)) return { state: 'misshapen' };
  const expected = creditCheckCharacter(code);
  if (expected !== code[17]) return { state: 'wrong-check', expected };
  const organisation = organisationCheckCharacter(code.slice(8, 16));
  if (organisation !== code[16]) return { state: 'wrong-organisation-check', expected: organisation };
  return { state: 'valid' };
}

/** The 18th character of a credit code, from the 17 before it. */
export function creditCheckCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (let at = 0; at < 17; at++) {
    sum += alphabet.indexOf(code[at] ?? '0') * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '0';
}

/** The last character of an organisation code, from the 8 before it; ten is written X. */
export function organisationCheckCharacter(code: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, at) => total + weight * letterValue(code[at] ?? '0'),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 11 ? '0' : rest === 10 ? 'X' : String(rest);
}

/** In GB 11714 letters count on from ten through the whole Latin alphabet. */
function letterValue(character: string): number {
  return Number.parseInt(character, 36);
}
