// What the builder asks of a pinyin dictionary; only the hub has one, for it takes megabytes.

/** Tells how the characters of a text are read. */
export interface Speller {
  /**
   * For every UTF-16 unit of the text the toneless syllables its character may be read as, the likeliest in this
   * text first; none for what is no Chinese character. Syllables are spelt with a to z, ü as v.
   */
  spell(text: string): readonly (readonly string[])[];
}
