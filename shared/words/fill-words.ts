// Puts values into the words of a message catalogue, on every page and in every language.

/** What stands in the places of a message. */
export type WordValues = Readonly<Record<string, string | number>>;

/**
 * A message with its `{placeholders}` filled in; those without a value stay as they are. `{count|item|items}` is the
 * value and the first words after it when it is one, the second otherwise: English tells them apart, Chinese has no
 * need to.
 */
export function fillWords(message: string, values: WordValues): string {
  return message.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return one === undefined ? String(value) : `${value} ${String(value) === '1' ? one : many}`;
    },
  );
}
