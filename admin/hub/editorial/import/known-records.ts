// Looks up the records an imported row may be, in the store.
import type { Database, RecordState } from '../../store/tables.ts';
import { parseContent, type StoredContent } from '../stored-content.ts';

/** As much of a stored record as matching needs. */
export interface KnownRecord {
  readonly id: string;
  readonly title: string;
  readonly titleKey: string;
  readonly agencyId: string;
  readonly docKey: string | null;
  readonly indexKey: string | null;
  readonly identityKey: string;
  readonly nodeId: string | null;
  readonly isMatter: boolean;
  readonly importHash: string | null;
  readonly state: RecordState;
  readonly version: number;
  readonly approvedVersion: number | null;
}

/** The newest content of a record. */
export interface KnownContent {
  readonly content: StoredContent;
  readonly bodyHash: string | null;
}

/** Every list is in the order the records were made and bounded. */
export interface KnownRecords {
  byImportHash(hash: string): Promise<KnownRecord | null>;
  byIndexKey(key: string): Promise<readonly KnownRecord[]>;
  byDocKey(key: string, agencyId: string): Promise<readonly KnownRecord[]>;
  byIdentityKey(key: string): Promise<readonly KnownRecord[]>;
  matters(nodeId: string, titleKey: string): Promise<readonly KnownRecord[]>;
  content(id: string): Promise<KnownContent>;
}

/** Candidates looked at for one row: only a damaged list holds more rows of one identity. */
export const candidateLimit = 200;

export function storedRecords(db: Database): KnownRecords {
  const headers = () =>
    db
      .selectFrom('records')
      .select(['id', 'title', 'title_key', 'agency_id', 'doc_key', 'index_key', 'identity_key', 'node_id'])
      .select(['kind', 'import_hash', 'state', 'version', 'approved_version'])
      .orderBy('id')
      .limit(candidateLimit);
  type Row = Awaited<ReturnType<ReturnType<typeof headers>['execute']>>[number];
  const known = (rows: readonly Row[]): KnownRecord[] =>
    rows.map((row) => ({
      id: row.id,
      title: row.title,
      titleKey: row.title_key,
      agencyId: row.agency_id,
      docKey: row.doc_key,
      indexKey: row.index_key,
      identityKey: row.identity_key,
      nodeId: row.node_id,
      isMatter: row.kind === 'matter',
      importHash: row.import_hash,
      state: row.state,
      version: row.version,
      approvedVersion: row.approved_version,
    }));
  return {
    byImportHash: async (hash) =>
      known(await headers().where('import_hash', '=', hash).limit(1).execute())[0] ?? null,
    byIndexKey: async (key) => known(await headers().where('index_key', '=', key).execute()),
    byDocKey: async (key, agencyId) =>
      known(await headers().where('doc_key', '=', key).where('agency_id', '=', agencyId).execute()),
    byIdentityKey: async (key) => known(await headers().where('identity_key', '=', key).execute()),
    matters: async (nodeId, titleKey) =>
      known(
        await headers()
          .where('kind', '=', 'matter')
          .where('node_id', '=', nodeId)
          .where('title_key', '=', titleKey)
          .execute(),
      ),
    content: (id) => loadContent(db, id),
  };
}

async function loadContent(db: Database, id: string): Promise<KnownContent> {
  const row = await db
    .selectFrom('records as record')
    .innerJoin('record_versions as newest', (join) =>
      join.onRef('newest.record_id', '=', 'record.id').onRef('newest.version', '=', 'record.version'),
    )
    .select(['newest.content_json', 'newest.body_hash'])
    .where('record.id', '=', id)
    .executeTakeFirstOrThrow();
  return { content: parseContent(row.content_json), bodyHash: row.body_hash };
}
