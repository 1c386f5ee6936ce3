// The classes records stand in: kind and validity, the one ranking prefers first.

import { recordKinds, validities } from '../catalogue/record.ts';
import { classRank } from './ranking.ts';

/** How many classes there are. */
export const classCount = recordKinds.length * validities.length;

/** A class as a number: place of the kind in `recordKinds` and of the validity in `validities`. */
export function classOf(kind: number, validity: number): number {
  return kind * validities.length + validity;
}

export function kindOfClass(number: number): number {
  return Math.floor(number / validities.length);
}

export function validityOfClass(number: number): number {
  return number % validities.length;
}

/** Sorts below zero when records of class `a` stand before those of class `b`. */
export function compareClasses(a: number, b: number): number {
  return rankOfClass(b) - rankOfClass(a) || a - b;
}

/** How a class ranks (`classRank`). */
export function rankOfClass(number: number): number {
  return classRank(kindOfClass(number), validityOfClass(number));
}

/** Whether a class may stand behind another one, or behind -1 at the very beginning. */
export function isWorseClass(number: number, before: number): boolean {
  return before < 0 || compareClasses(before, number) < 0;
}
