// The bounds of reading spreadsheets and archives that hub and terminal share, each with the reason it has that size.

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

export const workbookLimits = {
  /** What all of one archive or compressed file may unpack to; streamed, so this bounds time, not memory. */
  unpackedBytes: 1024 * megabyte,
  /** Text compresses 3 to 30 times; beyond this, past `ratioGraceBytes`, it is a bomb. */
  compressionRatio: 200,
  /** Small files may compress extremely (a sheet of empty rows) without being a danger. */
  ratioGraceBytes: 64 * megabyte,
  /** Members of one archive: a year of a county's documents is a tenth of it. */
  archiveMembers: 5_000,
  /** The central directory of an archive; 5,000 members with long names need under 2 MB. */
  archiveDirectoryBytes: 8 * megabyte,
  /** XML of one part of a workbook; a full sheet of short cells is about 300 MB. */
  sheetXmlBytes: 512 * megabyte,
  /** Shared strings are held in memory while a workbook is read. */
  sharedStringCharacters: 64 * megabyte,
  /** Rows a spreadsheet program can show; empty rows beyond are ignored, others are refused. */
  sheetRows: 1_048_576,
  /** Real lists have under 60 columns; further cells are ignored with a warning. */
  sheetColumns: 512,
  /** A spreadsheet cell holds 32,767 characters; CSV bodies may be longer. */
  cellCharacters: 2 * megabyte,
  /** Merged ranges of one sheet; every row of a full catalogue may have a dozen. */
  mergedRanges: 100_000,
} as const;
