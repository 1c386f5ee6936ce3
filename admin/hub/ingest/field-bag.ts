// The values of one row or object by field, read out as clean texts, dates and lists, with doubts collected.
import { cleanLine, cleanName, shorten } from '#shared/catalogue/clean-text.ts';
import { parseDate } from '#shared/catalogue/parse-date.ts';
import type { PartialIsoDate } from '#shared/catalogue/record.ts';
import type { ErrorCode, ErrorDetails } from '#shared/errors/app-error.ts';
import type { RowProblem } from './draft.ts';
import { ingestLimits } from './limits.ts';

/** A value and the heading or key it stands under. */
export interface BagValue {
  readonly value: unknown;
  readonly column: string;
}

/** What people write where there is nothing to say. */
export const saysNothing = /^(?:无|暂无|空|没有|不涉及|未知|[-—–/\\]+|null|none|n\/a|未分类|其他未分类)$/iu;

export class FieldBag {
  readonly row: number;
  readonly warnings: RowProblem[] = [];
  private readonly values: ReadonlyMap<string, BagValue>;
  /** Today, for two-digit years. */
  readonly today: string;

  constructor(row: number, values: ReadonlyMap<string, BagValue>, today: string) {
    this.row = row;
    this.values = values;
    this.today = today;
  }

  raw(field: string): unknown {
    return this.values.get(field)?.value;
  }

  columnOf(field: string): string | null {
    return this.values.get(field)?.column ?? null;
  }

  warn(code: ErrorCode, field: string, details: ErrorDetails = {}): void {
    this.warnings.push({ row: this.row, column: this.columnOf(field), code, details });
  }

  /** The value as one text, as written; lists are joined. */
  text(field: string): string {
    return textOf(this.raw(field));
  }

  /** A short text on one line; null where the source says nothing. */
  line(field: string, max: number = ingestLimits.fieldCharacters): string | null {
    const text = cleanName(this.text(field));
    if (text === '' || saysNothing.test(text)) return null;
    if (text.length > max) this.warn('ingest.value-too-long', field, { limit: max });
    return shorten(text, max);
  }

  /** A text of several sentences, bounded. */
  passage(field: string, max: number): string {
    const text = cleanLine(this.text(field));
    return saysNothing.test(text) ? '' : shorten(text, max);
  }

  date(field: string): PartialIsoDate | null {
    const words = cleanLine(this.text(field));
    const { date, problem } = parseDate(words, this.today);
    const value = shorten(words, 60);
    if (problem === 'impossible') this.warn('ingest.date-impossible', field, { value });
    if (problem === 'unreadable') this.warn('ingest.date-unreadable', field, { value });
    return date;
  }

  /** A list of short texts: an array, or a text parted by any of `separators`. */
  list(field: string, separators: RegExp, max: number = ingestLimits.listEntries): string[] {
    const value = this.raw(field);
    const parts = Array.isArray(value) ? value.map(textOf) : textOf(value).split(separators);
    const clean = parts
      .map((part) => cleanName(part))
      .filter((part) => part !== '' && !saysNothing.test(part));
    if (clean.length > max) this.warn('ingest.value-too-long', field, { limit: max });
    return clean.slice(0, max).map((part) => shorten(part, ingestLimits.detailCharacters));
  }
}

/** Any JSON value as text: numbers and booleans as written, lists joined, objects by their values. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value))
    return value
      .slice(0, ingestLimits.listEntries)
      .map(textOf)
      .filter((part) => part !== '')
      .join('；');
  return typeof value === 'object' ? textOf(Object.values(value)) : '';
}
