// A record as it stands in a segment: its names apart, the rest as JSON, and where its body lies.
import type { CatalogueRecord } from '../catalogue/record.ts';
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

/** What is written of a record: both names and all else as one text. */
export interface RecordText {
  readonly id: string;
  readonly code: string;
  readonly text: string;
}

export function toRecordText({ record, body }: StoredRecord): RecordText {
  const { id, code, ...rest } = record;
  return { id, code, text: JSON.stringify(body === null ? [rest] : [rest, body]) };
}

/** The opposite of `toRecordText`. Throws `search.block-damaged` when it is none. */
export function fromRecordText({ id, code, text }: RecordText, place: BlockPlace): StoredRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw blockDamaged(place, cause);
  }
  if (!Array.isArray(value) || value.length < 1 || value.length > 2) throw blockDamaged(place);
  const [rest, body = null] = value as [unknown, unknown?];
  if (!isRest(rest) || !(body === null || isBody(body))) throw blockDamaged(place);
  return { record: { id, code, ...rest }, body };
}

/** Blocks are signed for; this tells a record from anything else rather than checking it field by field. */
function isRest(value: unknown): value is Omit<CatalogueRecord, 'id' | 'code'> {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<Record<keyof CatalogueRecord, unknown>>;
  const texts = [record.title, record.kind, record.agencyId, record.summary];
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
