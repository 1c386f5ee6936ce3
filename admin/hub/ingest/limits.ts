// Every bound of reading files, each with the reason it has that size.
import { workbookLimits } from '#shared/workbook/limits.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

export const ingestLimits = {
  ...workbookLimits,
  /** A stored file; scanned PDFs of whole yearbooks stay below it, and it still uploads in minutes. */
  fileBytes: 100 * megabyte,
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
