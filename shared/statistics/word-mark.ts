// A short mark that the same words leave again: enough to count them by, too little to read them from.

/** 53 bits of words and salt (cyrb53). Two words in two thousand share a mark once in millions of days. */
export function markOf(salt: string, words: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const character of `${salt} ${words}`) {
    const code = character.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  // The letter keeps marks from being taken for the numbers of a list, which objects would put in another order.
  return `w${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`;
}
