// What editorial work stands on: the store, the attachments, a clock, randomness and the body sanitiser.
import type { AttachmentFiles } from '../store/attachment-files.ts';
import type { Database } from '../store/tables.ts';

export interface Desk {
  readonly db: Database;
  readonly attachments: AttachmentFiles;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Cryptographically strong random bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** A new id, sorting after those made before it; see new-ids.ts. */
  readonly newId: (prefix: string) => string;
  /** A body as it may be shown: clean HTML and the same as plain text. */
  readonly sanitise: (html: string) => { readonly html: string; readonly text: string };
}

/** The same desk inside a transaction: everything done with it is done together or not at all. */
export function withTransaction<T>(desk: Desk, work: (desk: Desk) => Promise<T>): Promise<T> {
  return desk.db.transaction().execute((db) => work({ ...desk, db }));
}

/** The present as the store writes it. */
export function instant(desk: Pick<Desk, 'now'>): string {
  return new Date(desk.now()).toISOString();
}
