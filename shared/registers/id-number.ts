// Numbers of identity cards (GB 11643): recognising one, so that it can be hidden.

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const birthday = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u;
const region = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d|00)/u;

/** Whether 18 characters are the number of an identity card: a region, a birthday and the right check character. */
export function isIdNumber(text: string): boolean {
  return birthday.test(text) && region.test(text) && idCheckCharacter(text) === text[17]?.toUpperCase();
}

/** The 18th character of an identity number, from the 17 digits before it. */
export function idCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return checkCharacters[sum % 11] ?? '';
}

/** Whether a text holds the number of an identity card somewhere. */
export function holdsIdNumber(text: string): boolean {
  for (const [candidate] of text.matchAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu)) {
    if (isIdNumber(candidate)) return true;
  }
  return false;
}
