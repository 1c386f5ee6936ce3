// A record as it stands in a segment: its names apart, the rest as JSON, and where its body lies.
import type { CatalogueRecord, ShownSpan } from '../catalogue/record.ts';
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

type Part = Exclude<keyof CatalogueRecord, 'id' | 'code' | 'shown'>;

/**
 * What every record says beside its names, in the order it is written; a part left out here does not compile. What is
 * null is written as 0, which no part is.
 */
const written = {
  version: true,
  kind: true,
  title: true,
  agencyId: true,
  agencyName: true,
  docNo: true,
  indexNo: true,
  date: true,
  publishedOn: true,
  topic: true,
  genre: true,
  nodeId: true,
  matterId: true,
  summary: true,
  keywords: true,
  validity: true,
  expiresOn: true,
  details: true,
  attachments: true,
  body: true,
} satisfies Readonly<Record<Part, true>>;
const parts = Object.keys(written) as Part[];

/** Behind the parts stand, where a record has them, the place of its body (a list) and its span (an object). */
export function toRecordText({ record, body }: StoredRecord): RecordText {
  const values: unknown[] = parts.map((part) => record[part] ?? 0);
  if (body !== null) values.push([body.first, body.parts, ...body.starts]);
  if (isLimited(record.shown)) values.push({ from: record.shown.from, until: record.shown.until });
  return { id: record.id, code: record.code, text: JSON.stringify(values) };
}

function isLimited(shown: ShownSpan | null | undefined): shown is ShownSpan {
  return (shown?.from ?? null) !== null || (shown?.until ?? null) !== null;
}

/** The opposite of `toRecordText`. Throws `search.block-damaged` when it is none. */
export function fromRecordText({ id, code, text }: RecordText, place: BlockPlace): StoredRecord {
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (cause) {
    throw blockDamaged(place, cause);
  }
  if (!Array.isArray(values) || values.length < parts.length) throw blockDamaged(place);
  const rest: Record<string, unknown> = { id, code };
  for (let at = 0; at < parts.length; at++) rest[parts[at] as string] = values[at] === 0 ? null : values[at];
  const behind: unknown[] = values.slice(parts.length);
  const body = Array.isArray(behind[0]) ? toBody(behind.shift(), place) : null;
  if (behind.length > 0) rest.shown = toShown(behind.shift(), place);
  if (behind.length > 0 || !isRecord(rest)) throw blockDamaged(place);
  return { record: rest, body };
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

function toShown(value: unknown, place: BlockPlace): ShownSpan {
  const { from, until } = (value ?? {}) as Partial<Record<keyof ShownSpan, unknown>>;
  if (!isInstantOrNull(from) || !isInstantOrNull(until)) throw blockDamaged(place);
  return { from, until };
}

function isInstantOrNull(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
}
