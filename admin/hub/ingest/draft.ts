// What reading a file yields: drafts of records with the place they came from, refusals and warnings.

import type { RecordDetails } from '#shared/catalogue/details.ts';
import type { PartialIsoDate, ShownSpan, Validity, WrittenKind } from '#shared/catalogue/record.ts';
import type { RowProblem } from '#shared/workbook/sheet-row.ts';
import type { RegisterTable } from './register-sheet.ts';

export type { RowProblem };

/** Lists whose rows become records. */
export const listKinds = ['matters', 'documents', 'guides', 'notices', 'pages'] as const;
export type ListKind = (typeof listKinds)[number];

/** What a file can be read as: a list of records, or the table of a register. */
export const importKinds = [...listKinds, 'register'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A record as a file states it, before it meets the store. All HTML in it is already sanitised. */
export interface RecordDraft {
  readonly kind: WrittenKind;
  readonly title: string;
  /** Name of the owning agency as the file gives it; null when neither file nor options name one. */
  readonly agencyName: string | null;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  readonly date: PartialIsoDate | null;
  readonly publishedOn: PartialIsoDate | null;
  readonly topic: string | null;
  readonly genre: string | null;
  readonly validity: Validity;
  readonly expiresOn: PartialIsoDate | null;
  /** Absent where the file is silent. */
  readonly shown?: ShownSpan;
  readonly keywords: readonly string[];
  readonly summary: string;
  /** Where it hangs in the catalogue tree, as titles from the root down; empty when the file is silent. */
  readonly treePath: readonly string[];
  readonly bodyHtml: string;
  readonly bodyText: string;
  readonly details: RecordDetails | null;
  readonly attachments: readonly DraftAttachment[];
}

/** A file that goes with a draft. */
export interface DraftAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/**
 * What a reader says while it goes through one file, in this order. `recognised` comes once for every table of a
 * file; in a workbook of several sheets the columns of problems are given as `sheet!heading`. Rows that belong
 * to an item come after its `accepted` or `rejected`.
 */
export type IngestEvent =
  | {
      readonly type: 'recognised';
      readonly as: ImportKind;
      readonly columns: readonly RecognisedColumn[];
      readonly headerRow: number | null;
    }
  | {
      readonly type: 'accepted';
      readonly row: number;
      readonly draft: RecordDraft;
      readonly warnings: readonly RowProblem[];
    }
  | { readonly type: 'rejected'; readonly row: number; readonly problems: readonly RowProblem[] }
  /** The table of a register: its rows are read by whoever takes it, before the next event is asked for. */
  | { readonly type: 'table'; readonly table: RegisterTable }
  /** A row that carries on the one above (a half-row of a merged cell); it counts as accepted with that row. */
  | { readonly type: 'joined'; readonly row: number; readonly into: number }
  | { readonly type: 'warning'; readonly problem: RowProblem };

/** How a column of the file was understood. */
export interface RecognisedColumn {
  /** Zero-based position in the sheet. */
  readonly index: number;
  readonly heading: string;
  /** Field of the target kind, or null when the column is not used. */
  readonly field: string | null;
}

/** How one file is to be read. */
export type MemberOptions = Pick<IngestOptions, 'as' | 'columns'>;

export interface IngestOptions {
  readonly as: ImportKind | null;
  readonly agencyName: string | null;
  /** Staff's corrections of the recognised columns: position → field, or null to ignore it. */
  readonly columns?: Readonly<Record<number, string | null>>;
  /** What staff chose for single members of an archive, by the name they appear under. */
  readonly members?: ReadonlyMap<string, MemberOptions>;
  /** Today, for two-digit years and plausibility of dates. */
  readonly today: string;
}

/** One file to read: a member of an archive appears as `archive.zip/inner/name.csv`. */
export interface IngestSource {
  readonly name: string;
  /** Size in bytes of the stored file. */
  readonly bytes: number;
  readonly path: string;
}

/**
 * The entrance of the folder, implemented in `ingest-file.ts`:
 *
 *   ingestFile(source: IngestSource, options: IngestOptions): AsyncGenerator<IngestedFile>
 *
 * It yields one IngestedFile for a plain file and one per member for a `.zip`. A file that can't be read at
 * all yields an IngestedFile whose events throw an AppError of the `ingest.` family; nothing else is ever thrown.
 */
export interface IngestedFile {
  readonly name: string;
  readonly events: AsyncIterable<IngestEvent>;
}
