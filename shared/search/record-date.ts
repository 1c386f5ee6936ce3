// The day a record is sorted by, as a number: years first, unknown months and days before known ones.
import type { CatalogueRecord } from '../catalogue/record.ts';

/** No date code is above this. */
export const latestDate = 2 ** 22;

/** 0 for no date; `YYYY`, `YYYY-MM` and `YYYY-MM-DD` in the order of their text. Below 2^22. */
export function dateCode(date: string | null): number {
  const parts = date === null ? null : /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date);
  if (parts === null) return 0;
  return (
    (Number(parts[1]) * 13 + Math.min(12, Number(parts[2] ?? 0))) * 32 + Math.min(31, Number(parts[3] ?? 0))
  );
}

/** The year of a date code as a number, 0 for no date. */
export function yearNumber(code: number): number {
  return Math.floor(code / 416);
}

export function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

/** The date a record is listed under: when it was formed, else when it was published. */
export function listingDate(record: CatalogueRecord): number {
  return dateCode(record.date) || dateCode(record.publishedOn);
}
