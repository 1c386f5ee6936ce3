// What the public is asked about a record: five grades, five aspects, and why one was no help.

/** From very dissatisfied to very satisfied. */
export const grades = [1, 2, 3, 4, 5] as const;
export type Grade = (typeof grades)[number];

/** Truth, accuracy, completeness, timeliness, regularity, as the public is asked to judge (评议). */
export const ratingAspects = ['truth', 'accuracy', 'completeness', 'timeliness', 'regularity'] as const;
export type RatingAspect = (typeof ratingAspects)[number];

export const unhelpfulReasons = [
  'outdated',
  'incomplete',
  'unclear',
  'wrong-place',
  'not-what-i-need',
  'other',
] as const;
export type UnhelpfulReason = (typeof unhelpfulReasons)[number];

/** Where a wish for a topic was made. */
export const wishWays = ['list', 'no-result', 'keypad'] as const;
export type WishWay = (typeof wishWays)[number];

/** Fewer votes than this say little: they are shown, and marked. */
export const fewVotes = 5;

export const longestWish = 100;
export const longestOpinion = 500;
export const shortestOpinion = 2;
