// Takes items of a portal into the store as drafts: new ones, changed ones, and none twice. Nothing is ever approved.
import type { RowProblem } from '#shared/workbook/sheet-row.ts';
import { type Desk, instant } from '../editorial/desk.ts';
import { numberKey } from '../editorial/identity-keys.ts';
import { storedRecords } from '../editorial/import/known-records.ts';
import { mergeContent } from '../editorial/import/merge-content.ts';
import {
  type Body,
  canonicalJson,
  contentHash,
  parseContent,
  type StoredContent,
  sha256Hex,
  type VersionBody,
} from '../editorial/stored-content.ts';
import { addVersion, insertRecord } from '../editorial/write-version.ts';
import type { ArrivalTable } from '../store/feeds-tables.ts';

/** One item, ready for the store. */
export interface ArrivingItem {
  /** Its place in what was sent or read, counting from 1. */
  readonly row: number;
  /** What the portal calls it. */
  readonly id: string;
  /** Digest of all the portal says about it. */
  readonly digest: string;
  readonly address: string | null;
  readonly content: StoredContent;
  readonly body: Body | null;
}

/** Where items come from, and whose name stands behind their versions: never that of somebody at the desk. */
export interface ArrivalOrigin {
  readonly origin: string;
  readonly way: 'feed' | 'push';
  readonly who: string;
}

export interface Arrived {
  readonly action: 'create' | 'update' | 'unchanged';
  readonly recordId: string;
  readonly title: string;
  readonly problems: readonly RowProblem[];
}

/** The key an item is known by within its origin. */
export const itemKey = (id: string): string => sha256Hex(id.trim());

/** Call inside a transaction, after what the items refer to is there. */
export async function arrive(inside: Desk, from: ArrivalOrigin, item: ArrivingItem): Promise<Arrived> {
  const known = await findArrival(inside, from.origin, item.id);
  if (known === null) return arriveFirst(inside, from, item);
  const base = { recordId: known.record_id, title: item.content.title };
  if (known.digest === item.digest) {
    await rememberArrival(inside, from, item, known.record_id);
    return { ...base, action: 'unchanged', problems: [] };
  }
  return { ...base, ...(await arriveChanged(inside, from, item, known)) };
}

/** What arrived under this id before; null when nothing did. */
export async function findArrival(
  { db }: Pick<Desk, 'db'>,
  origin: string,
  id: string,
): Promise<ArrivalTable | null> {
  const row = await db
    .selectFrom('arrivals')
    .selectAll()
    .where('origin', '=', origin)
    .where('item_key', '=', itemKey(id))
    .executeTakeFirst();
  return row ?? null;
}

/** A number the store knows means the record that has it, unless another item of this origin already became that one. */
async function arriveFirst(inside: Desk, from: ArrivalOrigin, item: ArrivingItem): Promise<Arrived> {
  const title = item.content.title;
  const same = await sameByNumber(inside, from.origin, item.content);
  if (same === null) {
    const recordId = await insertRecord(inside, item.content, item.body, authorship(from));
    await rememberArrival(inside, from, item, recordId);
    return { action: 'create', recordId, title, problems: [] };
  }
  const stored = await storedRecords(inside.db).content(same.id);
  const { kind, details } = stored.content;
  const content = mergeContent(stored.content, { ...item.content, kind, details }, false);
  const body = item.body ?? kept(stored.bodyHash);
  const action = await write(inside, from, { ...stored, ...same }, content, body);
  await rememberArrival(inside, from, item, same.id);
  return { action, recordId: same.id, title, problems: [] };
}

/** The one record of the agency that carries the number; of several with it none is meant. */
async function sameByNumber(inside: Desk, origin: string, content: StoredContent) {
  const known = storedRecords(inside.db);
  const [indexKey, docKey] = [numberKey(content.indexNo), numberKey(content.docNo)];
  const alike =
    indexKey !== null
      ? await known.byIndexKey(indexKey)
      : docKey !== null
        ? await known.byDocKey(docKey, content.agencyId)
        : [];
  const own = alike.filter(({ agencyId, isMatter }) => agencyId === content.agencyId && !isMatter);
  const [record] = own;
  if (record === undefined || own.length > 1) return null;
  const taken = await inside.db
    .selectFrom('arrivals')
    .select('item_key')
    .where('record_id', '=', record.id)
    .where('origin', '=', origin)
    .executeTakeFirst();
  return taken === undefined ? record : null;
}

/** Field by field: what the portal changed follows the portal, what it left as it was stays as staff have it now. */
async function arriveChanged(
  inside: Desk,
  from: ArrivalOrigin,
  item: ArrivingItem,
  before: ArrivalTable,
): Promise<Pick<Arrived, 'action' | 'problems'>> {
  const { content: current, bodyHash } = await storedRecords(inside.db).content(before.record_id);
  const record = await inside.db
    .selectFrom('records')
    .select(['id', 'version'])
    .where('id', '=', before.record_id)
    .executeTakeFirstOrThrow();
  const arrived = parseContent(before.content_json);
  const { content, isOverlaid } = layChangesOver(current, arrived, item.content);
  const nextHash = item.body?.hash ?? null;
  const isBodyChanged = nextHash !== before.body_hash;
  const isBodyOverlaid = isBodyChanged && bodyHash !== before.body_hash;
  const body = isBodyChanged ? item.body : kept(bodyHash);
  const action = await write(inside, from, { ...record, content: current, bodyHash }, content, body);
  await rememberArrival(inside, from, item, record.id);
  const note = { row: item.row, column: null, code: 'feeds.item-staff-text-kept', details: {} } as const;
  return { action, problems: action === 'update' && (isOverlaid || isBodyOverlaid) ? [note] : [] };
}

/** Fields the portal gives; where staff hang and classify a record is theirs. */
const portalFields = [
  ...(['title', 'docNo', 'indexNo', 'date', 'publishedOn', 'topic', 'genre', 'summary', 'keywords'] as const),
  ...(['validity', 'expiresOn'] as const),
];

/** `isOverlaid`: staff had changed a field that the portal changed too. */
export function layChangesOver(
  current: StoredContent,
  arrived: StoredContent,
  next: StoredContent,
): { readonly content: StoredContent; readonly isOverlaid: boolean } {
  const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
  const changed = portalFields.filter((field) => !isSame(next[field], arrived[field]));
  const isOverlaid = changed.some(
    (field) => !isSame(current[field], arrived[field]) && !isSame(current[field], next[field]),
  );
  const laid = Object.fromEntries(changed.map((field) => [field, next[field]]));
  return { content: { ...current, ...laid }, isOverlaid };
}

interface CurrentRecord {
  readonly id: string;
  readonly version: number;
  readonly content: StoredContent;
  readonly bodyHash: string | null;
}

/** Equal content is no new version. */
async function write(
  inside: Desk,
  from: ArrivalOrigin,
  current: CurrentRecord,
  content: StoredContent,
  body: VersionBody | null,
): Promise<'update' | 'unchanged'> {
  if (contentHash(content, body?.hash ?? null) === contentHash(current.content, current.bodyHash))
    return 'unchanged';
  await addVersion(inside, current, content, body, authorship(from));
  return 'update';
}

const authorship = ({ who, way }: ArrivalOrigin) => ({ who, origin: way, batchId: null, importHash: null });
const kept = (hash: string | null): VersionBody | null => (hash === null ? null : { hash });

async function rememberArrival(
  inside: Desk,
  { origin }: ArrivalOrigin,
  item: ArrivingItem,
  recordId: string,
): Promise<void> {
  const at = instant(inside);
  const said = {
    ...{ address: item.address, digest: item.digest, content_json: canonicalJson(item.content) },
    ...{ body_hash: item.body?.hash ?? null, published_on: item.content.publishedOn },
    ...{ fetched_at: at, missing_since: null },
  };
  await inside.db
    .insertInto('arrivals')
    .values({ origin, item_key: itemKey(item.id), record_id: recordId, arrived_at: at, ...said })
    .onConflict((conflict) => conflict.columns(['origin', 'item_key']).doUpdateSet(said))
    .execute();
}
