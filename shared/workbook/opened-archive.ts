// What the reader of workbooks needs of an archive, wherever it lies: on the hub's disk or in the terminal's store.
import type { ZipMember } from './zip-directory.ts';

export interface OpenedArchive {
  /** A member by its path, whatever the case of its letters. */
  find(name: string): ZipMember | null;
  /** A member's bytes in order; stops with `ingest.archive-bomb` past `maxBytes` or past its stated size. */
  read(member: ZipMember, maxBytes: number): AsyncIterable<Uint8Array>;
}

/** Gives way to other work now and then; called between chunks. */
export type Breathe = () => Promise<void>;

/** Bytes at a place of a file, fewer at its end. */
export type ReadAt = (position: number, bytes: number) => Promise<Uint8Array>;
