// The bounds of what a terminal reads of an attachment, tighter than the hub's: a visitor waits, memory is short.

const megabyte = 1024 * 1024;

export const fileLimits = {
  /** A Word file or spreadsheet as it is stored. */
  packedBytes: 40 * megabyte,
  /** All parts of a Word file, unpacked: they are held in memory. */
  wordBytes: 64 * megabyte,
  /** Text of a Word file; the parser needs about thirty times as much memory. */
  wordXmlBytes: 12 * megabyte,
  /** XML of one sheet, unpacked; streamed. */
  sheetXmlBytes: 256 * megabyte,
  /** Rows of one sheet that are held. */
  rows: 60_000,
  /** Characters of one sheet that are held. */
  characters: 24_000_000,
  /** Columns a visitor can be expected to scroll through. */
  columns: 100,
} as const;
