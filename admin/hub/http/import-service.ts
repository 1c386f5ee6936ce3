// What importing looks like to the HTTP side: sources in, progress on the way, a report a file.
import type { WrittenKind } from '#shared/catalogue/record.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import type { ImportKind, RecognisedColumn, RowProblem } from '../ingest/draft.ts';
import type { Actor } from './actor.ts';

/** How staff want one file read. */
export interface ReadingChoice {
  readonly as: ImportKind | null;
  /** What staff call the register the file belongs to. */
  readonly register?: string | null;
  /** Of a register: the file is all of it. */
  readonly replaces?: boolean;
  /** Of a register: how staff want it set up; checked when it is read. */
  readonly definition?: unknown;
  readonly period?: string | null;
  readonly columns?: Readonly<Record<number, string | null>>;
}

/** One uploaded file and how staff want it read. */
export interface ImportSource extends ReadingChoice {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Choices for single members of an archive, by the name the report gives them. */
  readonly members?: ReadonlyMap<string, ReadingChoice>;
}

export interface ImportRequest {
  readonly sources: readonly ImportSource[];
  readonly agencyName: string | null;
  /** True: say what would happen and change nothing. */
  readonly isDryRun: boolean;
  readonly approve: boolean;
  readonly actor: Actor;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** Rows read so far, over all files. */
  readonly rows: number;
  /** Files finished. */
  readonly files: number;
  readonly totalFiles: number;
}

/** A register a table could go into, and why. */
export interface RegisterCandidate {
  /** What staff call it, or the name of the ready-made one it would be made from. */
  readonly register: string;
  readonly title: string;
  readonly isExisting: boolean;
  /** Share of the table's columns it has, 0 to 1. */
  readonly share: number;
  /** The headings it has a column for, and those it has none for. */
  readonly matching: readonly string[];
  readonly unknown: readonly string[];
}

/** The register a table went into. */
export interface ReportedTable {
  /** What staff call it. */
  readonly register: string;
  readonly isNew: boolean;
  readonly definition: RegisterDefinition;
  /** Where else it could go, the best first. */
  readonly candidates: readonly RegisterCandidate[];
  readonly template: string | null;
  readonly period: string | null;
  readonly headerRow: number;
  /** The first rows as the file has them. */
  readonly rows: readonly (readonly string[])[];
  /** Entries that were not in the file and are no longer of it. */
  readonly removed: number;
  /** Total rows (合计, 小计): read and held against the rows above them, but no entries. */
  readonly totals: number;
  readonly replaces: boolean;
}

/** What an import did, or in a dry run would do, with one file or archive member. */
export interface ImportedFileReport {
  readonly file: string;
  readonly as: ImportKind | null;
  readonly columns: readonly RecognisedColumn[];
  readonly rows: number;
  readonly accepted: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejectedCount: number;
  readonly warningCount: number;
  /** Of a register only. */
  readonly table?: ReportedTable;
  /** At most 500 each. */
  readonly rejected: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
  /** At most 200 rows. */
  readonly sample: readonly {
    readonly row: number;
    readonly action: 'create' | 'update' | 'unchanged' | 'reject';
    readonly title: string;
    readonly agency: string;
    readonly kind: WrittenKind | null;
  }[];
}

export interface ImportService {
  run(request: ImportRequest): Promise<readonly ImportedFileReport[]>;
  /** Fields each kind understands, with their names for people. */
  readonly fields: Readonly<
    Record<ImportKind, readonly { readonly field: string; readonly zh: string; readonly en: string }[]>
  >;
}
