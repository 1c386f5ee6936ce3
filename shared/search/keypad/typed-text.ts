// How a keypad writes into the search field: words with a blank between, and behind them the letters being typed.

/** What is settled, and the letters at the end that do not yet stand for characters. */
export function splitTyped(text: string): { readonly before: string; readonly letters: string } {
  const [, before = '', letters = ''] = /^(.*?)([a-z]*)$/is.exec(text) ?? [];
  return { before: before.trim(), letters: letters.toLowerCase() };
}

/** A text with a word behind it. */
export function withWord(before: string, word: string): string {
  return before === '' ? word : `${before} ${word}`;
}

/** A text with the letter of a key behind it; a new run of letters stands apart from the word before. */
export function withLetter(text: string, letter: string): string {
  const { before, letters } = splitTyped(text);
  return letters === '' ? withWord(before, letter) : text + letter;
}

/** A text with the digit of a key behind it; a number behind a word stands apart, one behind a bracket does not. */
export function withDigit(text: string, digit: string): string {
  return /[\p{Script=Han}a-z]$/iu.test(text) && !text.endsWith('第') ? `${text} ${digit}` : text + digit;
}

/** A text whose letters have become the word that was picked. */
export function withPicked(text: string, word: string): string {
  return withWord(splitTyped(text).before, word);
}
