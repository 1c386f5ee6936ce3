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

/** What else a record says, in the order it is written. What is null is written as 0, which no part is. */
const parts = [
  'version',
  'kind',
  'title',
  'agencyId',
  'agencyName',
  'docNo',
  'indexNo',
  'date',
  'publishedOn',
  'topic',
  'genre',
  'nodeId',
  'matterId',
  'summary',
  'keywords',
  'validity',
  'expiresOn',
  'details',
  'attachments',
  'body',
] as const satisfies readonly (keyof CatalogueRecord)[];
/** Fails to check when a record has a part that is not written. */
type Unwritten = Exclude<keyof CatalogueRecord, (typeof parts)[number] | 'id' | 'code'>;
const noPart: Unwritten[] = [];

export function toRecordText({ record, body }: StoredRecord): RecordText {
  const values: unknown[] = [...parts.map((part) => record[part] ?? 0), ...noPart];
  if (body !== null) values.push([body.first, body.parts, ...body.starts]);
  return { id: record.id, code: record.code, text: JSON.stringify(values) };
}

/** The opposite of `toRecordText`. Throws `search.block-damaged` when it is none. */
export function fromRecordText({ id, code, text }: RecordText, place: BlockPlace): StoredRecord {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    throw blockDamaged(place, cause);
  }
  if (!Array.isArray(values) || values.length < parts.length || values.length > parts.length + 1) {
    throw blockDamaged(place);
  }
  const rest: Record<string, unknown> = { id, code };
  for (let at = 0; at < parts.length; at++) rest[parts[at] as string] = values[at] === 0 ? null : values[at];
  if (!isRecord(rest)) throw blockDamaged(place);
  return { record: rest, body: values.length > parts.length ? toBody(values[parts.length], place) : null };
}

/** Blocks are signed for; this tells a record from anything else rather than checking it field by field. */
function isRecord(value: object): value is CatalogueRecord {
  const record = value as Partial<Record<keyof CatalogueRecord, unknown>>;
  const texts = [
    record.title,
    record.kind,
    record.agencyId,
    record.agencyName,
    record.summary,
    record.validity,
  ];
  return texts.every((text) => typeof text === 'string') && Array.isArray(record.keywords);
}

function toBody(value: unknown, place: BlockPlace): StoredBody {
  const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) >= 0;
  if (!Array.isArray(value) || value.length < 2 || !value.every(isCount)) throw blockDamaged(place);
  const [first = 0, count = 0, ...starts] = value;
  return { first, parts: count, starts };
}
