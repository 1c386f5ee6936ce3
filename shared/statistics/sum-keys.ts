// The sums a terminal counts: one word each, the same on the terminal, on the hub and on the desk.
import { recordKinds } from '../catalogue/record.ts';

/** Ways in which what is read leaves the terminal with its reader. */
export const handOffWays = ['qr', 'list', 'print', 'text'] as const;
export type HandOffWay = (typeof handOffWays)[number];

/** Aids and languages a visit can use. */
export const visitModes = ['elder', 'contrast', 'low', 'speech', 'handwriting', 'en'] as const;
export type VisitMode = (typeof visitModes)[number];

/**
 * visits: sessions in which somebody touched something · searches, and those that found nothing · opened.<kind>:
 * records opened · handed.<way> · used.<kind>: visits that used a register or a guide · mode.<mode>: visits that used
 * it · rated: ratings given.
 */
export const sumKeys = [
  'visits',
  'searches',
  'found-nothing',
  ...recordKinds.map((kind) => `opened.${kind}` as const),
  ...handOffWays.map((way) => `handed.${way}` as const),
  'used.register',
  'used.guide',
  ...visitModes.map((mode) => `mode.${mode}` as const),
  'rated',
] as const;
export type SumKey = (typeof sumKeys)[number];

/** Sums by their keys; what is missing is nought. */
export type Sums = Partial<Record<SumKey, number>>;

const known: ReadonlySet<string> = new Set(sumKeys);

export function isSumKey(key: string): key is SumKey {
  return known.has(key);
}

/** How often one record was opened on a day: `record.<id>`; of the most opened only. */
export const recordKeyStart = 'record.';
/** As many records a day and terminal are told apart. */
export const mostRecordSums = 50;

/** The record a key counts; null for every other key. */
export function recordOfKey(key: string): string | null {
  return key.startsWith(recordKeyStart) && key.length > recordKeyStart.length
    ? key.slice(recordKeyStart.length)
    : null;
}

/** The sum of all sums whose key begins so, e.g. `opened.`. */
export function sumOf(sums: Readonly<Partial<Record<string, number>>>, start: string): number {
  return Object.entries(sums).reduce(
    (sum, [key, value]) => sum + (key.startsWith(start) ? (value ?? 0) : 0),
    0,
  );
}

/** Adds sums to others, in place. */
export function addSums(into: Record<string, number>, sums: Readonly<Partial<Record<string, number>>>): void {
  for (const [key, value] of Object.entries(sums)) into[key] = (into[key] ?? 0) + (value ?? 0);
}
