// Schemas of the texts and numbers that details are made of: trimmed, bounded, empty words as none.
import * as z from 'zod';

/** A text of at most so many characters. */
export const words = (max: number) => z.string().trim().max(max);

/** A text that may be missing or empty: then it is null. */
export const optionalWords = (max: number) =>
  words(max)
    .nullish()
    .transform((text) => (text === undefined || text === '' ? null : text));

/** A list of texts that may be missing. */
export const wordList = (length: number, max: number) => z.array(words(max)).max(length).default([]);

export const wholeNumber = z.number().int().min(0).max(100_000);
