// Sums and judgements over the files of an import.
import type { ImportJob } from '#shared/protocol/import-api.ts';

export type ImportedFile = ImportJob['files'][number];
export type FileCount =
  | 'rows'
  | 'accepted'
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'rejectedCount'
  | 'warningCount';

/** One count over all files. */
export const sumOf = (files: readonly ImportedFile[], count: FileCount): number =>
  files.reduce((total, file) => total + file[count], 0);

/** How many records an import would write. */
export const writesOf = (files: readonly ImportedFile[]): number =>
  sumOf(files, 'created') + sumOf(files, 'updated');

/** True when nothing of the file could be read at all: its one problem has no row. */
export const isRefusedWhole = (file: ImportedFile): boolean =>
  file.accepted === 0 && file.rejected.length > 0 && file.rejected.every(({ row }) => row === null);
