// Reads lists out of one value of a guide: items of an array, or lines of a cell with parts between bars.
import { cleanName, shorten } from '#shared/catalogue/clean-text.ts';
import { type FieldBag, textOf } from './field-bag.ts';
import { ingestLimits } from './limits.ts';

/** A value as entries: the items of an array, or the lines of a text. */
export function entries(bag: FieldBag, field: string): unknown[] {
  const value = bag.raw(field);
  const all = Array.isArray(value)
    ? value
    : value !== null && typeof value === 'object'
      ? [value]
      : textOf(value)
          .split(/\r?\n/u)
          .filter((line) => line.trim() !== '');
  if (all.length > ingestLimits.listEntries)
    bag.warn('ingest.value-too-long', field, { limit: ingestLimits.listEntries });
  return all.slice(0, ingestLimits.listEntries);
}

/** One part of an entry: a key of an object under any of its names, or a place of `a|b|c`. */
export function part(entry: unknown, place: number, ...names: string[]): string {
  if (isObject(entry)) {
    const name = names.find((key) => Object.hasOwn(entry, key) && textOf(entry[key]) !== '');
    return name === undefined ? '' : bounded(textOf(entry[name]));
  }
  const parts = Array.isArray(entry) ? entry.map(textOf) : textOf(entry).split(/[|｜]/u);
  return bounded(parts[place] ?? '');
}

/** Whether an entry has named parts. */
export function isObject(entry: unknown): entry is Readonly<Record<string, unknown>> {
  return entry !== null && typeof entry === 'object' && !Array.isArray(entry);
}

/** Whether an entry has several parts, by names or by bars. */
export function hasParts(entry: unknown): boolean {
  return isObject(entry) || Array.isArray(entry) || /[|｜]/u.test(textOf(entry));
}

export function bounded(text: string): string {
  return shorten(cleanName(text), 4_000);
}

export function orNull(text: string): string | null {
  return text === '' ? null : text;
}
