// What comes first, and why: the fit of a record to the words, then authority of its kind, validity, closeness, date.
//
// The fits, best first. Each has a reason a visitor would give:
//   11   the title is what I typed
//   10   the document or index number begins with the number I typed
//    9   the title begins with it
//    8   the title holds it
//    7   the title holds all my words
//   6…1  the best field of each word on average: document number 6, index number 5, agency 4, the sound of the
//        title 3 (of its beginning 3.5), the sound of the agency 2.5, summary, keywords and the like 2, body 1
//        (a word in the title counts 7)
// A word found by another name (synonym) counts half a step less. Parts of the query found scattered fit as
// `looseFit` says.
import { recordKinds, type Validity, validities } from '../catalogue/record.ts';
import { fieldLetters } from './format.ts';

export const tiers = {
  exactTitle: 11,
  numberPrefix: 10,
  titlePrefix: 9,
  phraseInTitle: 8,
  title: 7,
  docNo: 6,
  index: 5,
  agency: 4,
  soundPrefix: 3.5,
  sound: 3,
  agencySound: 2.5,
  summary: 2,
  body: 1,
} as const;

/** How much less a word found by another name counts. */
export const synonymStep = 0.5;

/** The tier of a word that stands in a text field. */
export const fieldTiers: Readonly<Record<string, number>> = {
  [fieldLetters.title]: tiers.title,
  [fieldLetters.docNo]: tiers.docNo,
  [fieldLetters.index]: tiers.index,
  [fieldLetters.summary]: tiers.summary,
  [fieldLetters.body]: tiers.body,
};

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

/** What binds or guides comes before what only informs; a matter says what there ought to be. */
const authorityOrder: readonly (typeof recordKinds)[number][] = [
  'entry',
  'matter',
  'register',
  'notice',
  'page',
  'guide',
  'document',
];
const authority = recordKinds.map((kind) => authorityOrder.indexOf(kind));

/** In force first; what is out of force last. */
const validityOrder: Readonly<Record<Validity, number>> = {
  'in-force': 3,
  unknown: 2,
  amended: 1,
  expired: 0,
  repealed: 0,
};
const validityRank = validities.map((validity) => validityOrder[validity]);

/** How kind and validity (places in `recordKinds` and `validities`) rank, from 0 to 27. */
export function classRank(kind: number, validity: number): number {
  return (authority[kind] ?? 0) * 4 + (validityRank[validity] ?? 0);
}

/** What a score is made of. */
export interface ScoreParts {
  readonly fit: number;
  /** See `classRank`. */
  readonly rank: number;
  /** How much of the title the query is, from 0 to 63; only where the words stand in the title. */
  readonly closeness: number;
  /** See `listingDate`. */
  readonly date: number;
}

/** One number in which each part outweighs all that follow; below 2^46. */
export function scoreOf({ fit, rank, closeness, date }: ScoreParts): number {
  return ((Math.round(fit * 64) * 32 + rank) * 64 + closeness) * 2 ** 22 + date;
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
