// What comes first, and why: the fit of a record to the words, then validity, closeness and date.
//
// The fits, best first. Each has a reason a visitor would give:
//   10   the title is what I typed
//    9   the document or index number begins with the number I typed
//    8   the title begins with it
//    7   the title holds it
//    6   the title holds all my words
//   5…1  the best field of each word on average: document number 5, index number 4, agency 3,
//        summary, keywords and the like 2, body 1 (a word in the title counts 6)
// Parts of the query found scattered fit as `looseFit` says.
import { type Validity, validities } from '../catalogue/record.ts';
import { fieldLetters } from './format.ts';

export const tiers = {
  exactTitle: 10,
  numberPrefix: 9,
  titlePrefix: 8,
  phraseInTitle: 7,
  title: 6,
  docNo: 5,
  index: 4,
  agency: 3,
  summary: 2,
  body: 1,
} as const;

/** A bit for every field, the better field the higher bit. */
export const fieldBits: Readonly<Record<string, number>> = {
  [fieldLetters.body]: 1,
  [fieldLetters.summary]: 2,
  [fieldLetters.agency]: 4,
  [fieldLetters.index]: 8,
  [fieldLetters.docNo]: 16,
  [fieldLetters.title]: 32,
};

/** The tier of the best field among bits: the number of the highest bit. */
export function bestField(bits: number): number {
  return 32 - Math.clz32(bits);
}

/** The fit of several words: the mean of their best fields. */
export function meanField(fields: readonly number[]): number {
  return fields.reduce((sum, field) => sum + field, 0) / fields.length;
}

/** Shares between 0 and 1 of a query that a record holds in parts. */
export interface LooseShares {
  /** Of its characters, in the title. */
  readonly inTitle: number;
  /** Of its characters, in any header field. */
  readonly inHeader: number;
  /** Of its parts (pairs and runs), in the title: more of them stand where words were left whole. */
  readonly partsInTitle: number;
}

/**
 * The fit of a record that holds parts of the query. Below `title`, for a scattered query is less than words
 * in the title; above `body` when all characters stand in the header.
 */
export function looseFit({ inTitle, inHeader, partsInTitle }: LooseShares): number {
  return 4 * inTitle + inHeader + 0.85 * partsInTitle + 0.1;
}

/** In force first; what is out of force last. */
const validityOrder: Readonly<Record<Validity, number>> = {
  'in-force': 3,
  unknown: 2,
  amended: 1,
  expired: 0,
  repealed: 0,
};
const validityRank = validities.map((validity) => validityOrder[validity]);

/** What a score is made of. */
export interface ScoreParts {
  readonly fit: number;
  /** Place in `validities`. */
  readonly validity: number;
  /** How much of the title the query is, from 0 to 63; only where the words stand in the title. */
  readonly closeness: number;
  /** See `listingDate`. */
  readonly date: number;
}

/** One number in which each part outweighs all that follow. */
export function scoreOf(parts: ScoreParts): number {
  const fit = Math.round(parts.fit * 32);
  const validity = validityRank[parts.validity] ?? 0;
  return ((fit * 4 + validity) * 64 + parts.closeness) * 2 ** 22 + parts.date;
}

/**
 * How much of a title a query is, from 0 to 63. A phrase is told in steps of eight, so that of titles about
 * as long the newer one comes first. Of titles that hold the words apart the shorter is the likelier one,
 * however little shorter it is.
 */
export function closenessOf(fit: number, queryLength: number, titleLength: number): number {
  const share = Math.min(1, queryLength / Math.max(1, titleLength));
  return fit > tiers.title ? Math.floor(share * 7) * 8 : Math.floor(share * 63);
}
