// The bounds of checking one file, each with the reason it has that size.

const megabyte = 1024 * 1024;

export const lintLimits = {
  /** The same as an import takes: what is larger was never accepted. */
  fileBytes: 100 * megabyte,
  /** What one packed file may unpack to in memory. */
  unpackedBytes: 256 * megabyte,
  /** Files within files: a sheet in a document in an archive. */
  depth: 3,
  /** Files within one file that are read. */
  nestedFiles: 200,
  /** Characters that are read of one file; the longest law has a hundred thousand. */
  characters: 20_000_000,
  pdfPages: 2_000,
  /** A page of A4 at 600 dots an inch has 35 million. */
  picturePixels: 40_000_000,
  /** A thousand-page PDF takes half a minute on a slow machine. */
  fileMs: 120_000,
  /** Parsing holds several times the file. */
  memoryMegabytes: 768,
} as const;
