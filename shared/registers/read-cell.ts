// One cell of a register as it arrives: its stored form by the type of its column, and what is wrong with it.
import { parseDate } from '../catalogue/parse-date.ts';
import type { ColumnType, RegisterColumn } from '../catalogue/register.ts';
import type { ErrorCode, ErrorDetails } from '../errors/app-error.ts';
import { holdsIdNumber } from './id-number.ts';
import { inUnit, parseAmount } from './parse-amount.ts';
import { formatSteps, parseSteps } from './steps.ts';
import { tidyCode, tidyLine, tidyParagraphs } from './tidy-text.ts';

/** A finding without its place. */
export interface Finding {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** What a cell became. */
export interface ReadCell {
  readonly text: string;
  readonly problem: Finding | null;
  readonly warning: Finding | null;
}

interface Circumstances {
  readonly today: string;
  readonly isTitle: boolean;
}

type Reader = (column: RegisterColumn, text: string, circumstances: Circumstances) => ReadCell;

export const longestCell = 5000;

/** Brings one raw cell into its stored form. */
export function readCell(column: RegisterColumn, raw: string, circumstances: Circumstances): ReadCell {
  if (raw.length > longestCell) {
    const details = { title: column.title, length: raw.length, limit: longestCell };
    return refused('', 'register.cell-too-long', details);
  }
  const read = readers[column.type](column, raw, circumstances);
  return read.warning === null && column.mask === 'none'
    ? { ...read, warning: privateNumber(column, read.text) }
    : read;
}

const accepted = (text: string): ReadCell => ({ text, problem: null, warning: null });

function refused(text: string, code: ErrorCode, details: ErrorDetails): ReadCell {
  return { text, problem: { code, details }, warning: null };
}

const readers: Readonly<Record<ColumnType, Reader>> = {
  text: (_, raw, { isTitle }) => accepted(isTitle ? readTitle(raw) : tidyParagraphs(raw)),
  code: readCode,
  number: readNumber,
  money: readNumber,
  date: readDate,
  choice: (_, raw) => accepted(tidyLine(raw)),
  agency: (_, raw) => accepted(tidyLine(raw)),
  place: (_, raw) => accepted(tidyLine(raw)),
  record: (_, raw) => accepted(tidyLine(raw)),
  steps: (_, raw) => accepted(formatSteps(parseSteps(raw))),
};

/** Blanks before a name say how deep an item stands below another; one wide blank stands for each step. */
function readTitle(raw: string): string {
  const indent = /^[ \u00a0\u3000]+/u.exec(raw)?.[0] ?? '';
  const width = [...indent].reduce((sum, blank) => sum + (blank === '\u3000' ? 2 : 1), 0);
  return '\u3000'.repeat(Math.min(8, Math.ceil(width / 2))) + tidyLine(raw);
}

function readCode(column: RegisterColumn, raw: string): ReadCell {
  const text = tidyCode(raw);
  const isRounded = /^\d\.\d+E\+\d{2}$/iu.test(text);
  return isRounded ? refused(text, 'register.code-rounded', { text, title: column.title }) : accepted(text);
}

function readNumber(column: RegisterColumn, raw: string): ReadCell {
  const { amount, isReadable } = parseAmount(raw);
  const text = tidyLine(raw);
  if (!isReadable) return refused(text, 'register.number-unreadable', { text, title: column.title });
  if (amount === null) return accepted('');
  if (column.unit === null) return accepted(amount.digits + (amount.unit ?? ''));
  const digits = inUnit(amount, column.unit);
  if (digits !== null) return accepted(digits);
  return refused(text, 'register.unit-mismatch', { text, title: column.title, unit: column.unit });
}

/** Words that stand for a day without an end. */
export const endless = /^(?:长期|长期有效|长期公开|永久|永久有效|无固定期限|无期限|常年|至今|不限)$/u;

/** A day written in full that every month has. */
const plainDay = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/u;

function readDate(column: RegisterColumn, raw: string, { today }: Circumstances): ReadCell {
  if (plainDay.test(raw)) return accepted(raw);
  const text = tidyLine(raw);
  if (endless.test(text)) return accepted(text);
  const { date, problem } = parseDate(raw, today);
  if (problem === null) return accepted(date ?? '');
  const code = problem === 'impossible' ? 'register.date-impossible' : 'register.date-unreadable';
  return refused(text, code, { text, title: column.title });
}

const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/u;

/** Columns that are not masked should hold no number of a private person. */
function privateNumber(column: RegisterColumn, text: string): Finding | null {
  if (text.length < 11 || !/\d{11}/u.test(text)) return null;
  const details = { title: column.title };
  if (holdsIdNumber(text)) return { code: 'register.id-number-shown', details };
  if (column.type === 'code' || !mobileNumber.test(text)) return null;
  return { code: 'register.mobile-number-shown', details };
}
