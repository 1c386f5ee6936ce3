// What reading a file for the linter yields, and how its readers are given their work.
import type { Finding, Section } from '#shared/lint/finding.ts';

/** Sections for the rules, and what a reader found by itself. */
export interface ReadFile {
  readonly sections: readonly Section[];
  readonly findings: readonly Finding[];
  /** Files within it, to be read in their turn. */
  readonly nested: readonly NestedFile[];
}

export interface NestedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for what goes along unseen: an object in a document, an attachment of a PDF. */
  readonly isEmbedded: boolean;
}

/** A reader that found nothing to read. */
export const nothingRead: ReadFile = { sections: [], findings: [], nested: [] };
