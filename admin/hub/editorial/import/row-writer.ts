// Carries out what was decided for a row: in the store, or in a dry run only in memory.
import type { AttachmentRef } from '#shared/catalogue/record.ts';
import { markApproved } from '../../workflow/approve-versions.ts';
import type { AgencyIndex } from '../agencies.ts';
import { type Desk, instant } from '../desk.ts';
import type { StoredContent, VersionBody } from '../stored-content.ts';
import type { TreeIndex } from '../tree.ts';
import { type Authorship, addVersion, insertRecord } from '../write-version.ts';
import type { KnownRecord } from './known-records.ts';
import { pretendedRecord, type RehearsedRecords } from './rehearsed-records.ts';

/** One row's content as it is to be stored. */
export interface RowContent {
  readonly content: StoredContent;
  readonly body: VersionBody | null;
  readonly importHash: string;
}

export interface RowWriter {
  /** Returns the new record's id. */
  create(row: RowContent): Promise<string>;
  update(record: KnownRecord, row: RowContent): Promise<void>;
  /** The row differs in form but says what the record already holds: only remember it. */
  remember(record: KnownRecord, row: RowContent): Promise<void>;
  approve(ids: readonly string[]): Promise<void>;
}

/** Who imports, and the batch that groups it. */
export interface ImportAuthor {
  readonly who: string;
  readonly origin: Authorship['origin'];
  readonly batchId: string;
}

/** Writes into an open transaction. */
export function storeWriter(
  inside: Desk,
  agencies: AgencyIndex,
  tree: TreeIndex,
  author: ImportAuthor,
): RowWriter {
  const prepare = async (row: RowContent): Promise<Authorship> => {
    await agencies.flush(inside);
    await tree.flush(inside.db);
    await noteAttachments(inside, row.content.attachments);
    return { ...author, importHash: row.importHash };
  };
  return {
    create: async (row) => insertRecord(inside, row.content, row.body, await prepare(row)),
    update: async (record, row) => {
      await addVersion(inside, record, row.content, row.body, await prepare(row));
    },
    remember: async (record, row) => {
      await inside.db
        .updateTable('records')
        .set({ import_hash: row.importHash })
        .where('id', '=', record.id)
        .execute();
    },
    approve: (ids) => markApproved(inside, ids, author.who),
  };
}

/** Remembers files a record refers to. Call inside a transaction, after they are in place. */
export async function noteAttachments(
  inside: Pick<Desk, 'db' | 'now'>,
  attachments: readonly AttachmentRef[],
): Promise<void> {
  for (const { sha256, mediaType, bytes } of attachments) {
    await inside.db
      .insertInto('attachments')
      .values({ sha256, media_type: mediaType, bytes, created_at: instant(inside) })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
  }
}

/** Writes nothing anywhere but into the rehearsal. */
export function rehearsalWriter(ids: Pick<Desk, 'newId'>, rehearsed: RehearsedRecords): RowWriter {
  return {
    create: async ({ content, body, importHash }) => {
      const base = { id: ids.newId('r'), state: 'draft', version: 1, approvedVersion: null } as const;
      rehearsed.pretend(pretendedRecord(base, content, importHash), content, body?.hash ?? null);
      return base.id;
    },
    update: async (record, { content, body, importHash }) => {
      const base = { ...record, version: record.version + 1 };
      rehearsed.pretend(pretendedRecord(base, content, importHash), content, body?.hash ?? null);
    },
    remember: async (record, { content, body, importHash }) => {
      rehearsed.pretend(pretendedRecord(record, content, importHash), content, body?.hash ?? null);
    },
    approve: async () => {},
  };
}
