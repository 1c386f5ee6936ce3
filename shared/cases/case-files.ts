// What may go with a submission: how many files, how large, of which kinds, and in pieces of which size.

/** At most so many files go with a submission, each of at most so many bytes, sent in pieces of at most so many. */
export const caseFileBounds = { files: 6, bytes: 15_000_000, pieceBytes: 262_144 } as const;
export const caseFileTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
