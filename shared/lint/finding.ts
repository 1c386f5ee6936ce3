// What the linter reads and what it says: sections of a document with their lines, and findings at their places.
import type { RuleId } from './rule-table.ts';

/** `must-answer` keeps a version from being approved until a person has answered it; a `hint` only asks to look. */
export const severities = ['must-answer', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** Which part of a record or file a section is. */
export const sectionParts = [
  'title', // of a record, or as a file states it
  'field', // one field of the header or of the details; its name is `label`
  'summary',
  'body',
  'file-name',
  'page-header',
  'page-footer',
  'footnote',
  'text-box',
  'comment',
  'change', // text that tracked changes took out
  'sheet',
  'metadata',
  'alternative-text',
  'image',
  'embedded',
  'link',
  'file', // the file as a whole
] as const;
export type SectionPart = (typeof sectionParts)[number];

/** Why a reader of the published page would not see a section. */
export const hidings = [
  'marked-hidden',
  'white-text',
  'tiny-text',
  'covered',
  'invisible',
  'off-page',
  'hidden-layer',
  'hidden-sheet',
  'hidden-rows',
  'hidden-columns',
  'hidden-name',
] as const;
export type Hiding = (typeof hidings)[number];

/** Where something stands; what does not apply is absent. */
export interface Place {
  readonly part: SectionPart;
  /** Name of the field, the sheet, the embedded file … */
  readonly label?: string;
  /** File the part belongs to, where it is not the record itself; a file within a file after a slash. */
  readonly file?: string;
  /** Counting from 1. */
  readonly page?: number;
  /** Counting from 1: the paragraph or the row of a table, as they follow one another. */
  readonly paragraph?: number;
  /** As a spreadsheet names it: `C7`. */
  readonly cell?: string;
  /** Characters before it in its paragraph or cell. */
  readonly offset?: number;
  readonly length?: number;
}

/** One paragraph, or one row of a table with its cells parted by tabs. */
export interface Line {
  readonly text: string;
  readonly page?: number;
  readonly paragraph?: number;
  /** Row of a sheet, counting from 1: cells are then named by column and row. */
  readonly row?: number;
  /** Headings of the table this row belongs to, by column. */
  readonly heads?: readonly string[];
  /** What stands above the headings: the title of the table. */
  readonly caption?: string;
}

/** A stretch of a document that is read in one go. */
export interface Section {
  readonly part: SectionPart;
  readonly label?: string;
  readonly file?: string;
  /** Null for what every reader sees. */
  readonly hiding: Hiding | null;
  readonly lines: readonly Line[];
}

/** What a rule found, before it is put in words. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly place: Place;
  /** Enough to recognise the place, with what must not spread masked. */
  readonly excerpt: string;
  /** How often the same stands in the same part. */
  readonly count: number;
  /** Tells the same thing in another version of the same part; never shown, to be digested before it is kept. */
  readonly identity: string;
}
