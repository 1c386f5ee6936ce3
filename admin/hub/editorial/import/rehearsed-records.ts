// The store as it would be after the rows of a dry run so far, without a single write.
import { identityKey, nameKey, numberKey } from '../identity-keys.ts';
import { canonicalJson, parseContent, type StoredContent } from '../stored-content.ts';
import { candidateLimit, type KnownContent, type KnownRecord, type KnownRecords } from './known-records.ts';

export interface RehearsedRecords extends KnownRecords {
  /** Takes a row as created or updated. */
  pretend(record: KnownRecord, content: StoredContent, bodyHash: string | null): void;
}

/** Content is kept as JSON text, the most compact form at hand: a dry run may pass a hundred thousand rows. */
interface Rehearsed {
  readonly record: KnownRecord;
  readonly json: string;
  readonly bodyHash: string | null;
}

export function rehearseOn(stored: KnownRecords): RehearsedRecords {
  const byId = new Map<string, Rehearsed>();
  const byKey = new Map<string, Set<string>>();
  const remember = (key: string, id: string): void => {
    const ids = byKey.get(key);
    if (ids === undefined) byKey.set(key, new Set([id]));
    else ids.add(id);
  };
  /** Stored rows as pretended, pretended new rows after them, and none that no longer has the key. */
  const merged = (
    key: string,
    rows: readonly KnownRecord[],
    has: (record: KnownRecord) => boolean,
  ): KnownRecord[] => {
    const records = new Map(rows.map((row) => [row.id, row]));
    for (const id of byKey.get(key) ?? []) {
      if (records.size >= candidateLimit) break;
      const rehearsed = byId.get(id);
      if (rehearsed !== undefined) records.set(id, rehearsed.record);
    }
    return [...records.values()].map((record) => byId.get(record.id)?.record ?? record).filter(has);
  };
  return {
    pretend: (record, content, bodyHash) => {
      byId.set(record.id, { record, json: canonicalJson(content), bodyHash });
      for (const key of keysOf(record)) remember(key, record.id);
    },
    byImportHash: async (hash) => {
      const row = await stored.byImportHash(hash);
      const isSame = (record: KnownRecord): boolean => record.importHash === hash;
      return merged(`h ${hash}`, row === null ? [] : [row], isSame)[0] ?? null;
    },
    byIndexKey: async (key) =>
      merged(`i ${key}`, await stored.byIndexKey(key), (record) => record.indexKey === key),
    byDocKey: async (key, agencyId) =>
      merged(
        `d ${key}`,
        await stored.byDocKey(key, agencyId),
        (record) => record.docKey === key && record.agencyId === agencyId,
      ),
    byIdentityKey: async (key) =>
      merged(`k ${key}`, await stored.byIdentityKey(key), (record) => record.identityKey === key),
    matters: async (nodeId, titleKey) =>
      merged(
        `m ${nodeId} ${titleKey}`,
        await stored.matters(nodeId, titleKey),
        (record) => record.isMatter && record.nodeId === nodeId && record.titleKey === titleKey,
      ),
    content: async (id): Promise<KnownContent> => {
      const rehearsed = byId.get(id);
      if (rehearsed === undefined) return stored.content(id);
      return { content: parseContent(rehearsed.json), bodyHash: rehearsed.bodyHash };
    },
  };
}

function keysOf(record: KnownRecord): string[] {
  const keys = [`k ${record.identityKey}`];
  if (record.importHash !== null) keys.push(`h ${record.importHash}`);
  if (record.indexKey !== null) keys.push(`i ${record.indexKey}`);
  if (record.docKey !== null) keys.push(`d ${record.docKey}`);
  if (record.isMatter) keys.push(`m ${record.nodeId ?? ''} ${record.titleKey}`);
  return keys;
}

/** A record as it would stand after a row: for `pretend`. */
export function pretendedRecord(
  base: Pick<KnownRecord, 'id' | 'state' | 'version' | 'approvedVersion'>,
  content: StoredContent,
  importHash: string,
): KnownRecord {
  return {
    ...base,
    title: content.title,
    titleKey: nameKey(content.title),
    agencyId: content.agencyId,
    docKey: numberKey(content.docNo),
    indexKey: numberKey(content.indexNo),
    identityKey: identityKey(content),
    nodeId: content.nodeId,
    isMatter: content.kind === 'matter',
    importHash,
  };
}
