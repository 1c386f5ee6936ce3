// A record as it stands in a segment: the record itself and where its body lies.
import type { CatalogueRecord } from '../catalogue/record.ts';
import { decodeText } from './body-pieces.ts';
import { type BlockPlace, blockDamaged } from './byte-reader.ts';

/** The body's pieces are items `first … first + starts.length - 1` of the section `bodies`. */
export interface StoredBody {
  readonly first: number;
  /** How many of the pieces carry a part of the HTML. */
  readonly parts: number;
  /** Where each piece begins in the normalised text of the whole body. */
  readonly starts: readonly number[];
}

export interface StoredRecord {
  readonly record: CatalogueRecord;
  readonly body: StoredBody | null;
}

export function encodeStored(stored: StoredRecord): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([stored.record, stored.body]));
}

/** Reads a stored record. Throws `search.block-damaged` when it is none. */
export function decodeStored(bytes: Uint8Array, place: BlockPlace): StoredRecord {
  const text = decodeText(bytes, place);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw blockDamaged(place, cause);
  }
  if (!Array.isArray(value) || value.length !== 2) throw blockDamaged(place);
  const [record, body] = value as [unknown, unknown];
  if (!isRecord(record) || !(body === null || isBody(body))) throw blockDamaged(place);
  return { record, body };
}

/** Blocks are signed for; this tells a record from anything else rather than checking it field by field. */
function isRecord(value: unknown): value is CatalogueRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<Record<keyof CatalogueRecord, unknown>>;
  const texts = [record.id, record.code, record.title, record.kind, record.agencyId, record.summary];
  return texts.every((text) => typeof text === 'string') && Array.isArray(record.keywords);
}

function isBody(value: unknown): value is StoredBody {
  if (typeof value !== 'object' || value === null) return false;
  const body = value as Partial<Record<keyof StoredBody, unknown>>;
  const isCount = (count: unknown) => Number.isSafeInteger(count) && (count as number) >= 0;
  return (
    isCount(body.first) && isCount(body.parts) && Array.isArray(body.starts) && body.starts.every(isCount)
  );
}
