// Every bound of reading files, each with the reason it has that size.

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

export const ingestLimits = {
  /** A stored file; scanned PDFs of whole yearbooks stay below it, and it still uploads in minutes. */
  fileBytes: 100 * megabyte,
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
  /** Rows of a spreadsheet looked at for a header before it is refused. */
  headerSearchRows: 40,
  /** One line of `.jsonl`: a record with its whole text. */
  lineCharacters: 16 * megabyte,
  /** A text body: the longest law is 110,000 characters. */
  bodyCharacters: 4_000_000,
  /** Word, HTML and plain text are held in memory while they are read. */
  documentBytes: 40 * megabyte,
  /** Unpacked `document.xml` and other parts of a Word file. */
  wordPartBytes: 64 * megabyte,
  /** Pages of a PDF read for their text; the file itself is kept whole. */
  pdfPages: 2_000,
  /** An embedded picture as data: address; with its tag it must fit in one body part. */
  imageCharacters: 20_000,
  /** One part of a body, in bytes of UTF-8 (see PublishableRecord). */
  bodyPartBytes: 24 * kilobyte,
  titleCharacters: 500,
  /** Longest text of a header field (agency, document number, topic …). */
  fieldCharacters: 300,
  summaryCharacters: 500,
  keywords: 30,
  /** Longest text of one cell kept in a record's details. */
  detailCharacters: 20_000,
  /** Entries of a list of one guide (materials, steps, conditions …). */
  listEntries: 300,
} as const;
