// The record every kind of content projects to: what is listed, searched, filtered, read and handed off.
import type { RecordDetails } from './details.ts';

/** Kinds staff write, import and review record by record. */
export const writtenKinds = ['document', 'guide', 'notice', 'matter', 'page'] as const;
export type WrittenKind = (typeof writtenKinds)[number];

/** Kinds of content a catalogue holds, in the order staff and visitors see them: also registers and their rows. */
export const recordKinds = [...writtenKinds, 'register', 'entry'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A calendar date `YYYY-MM-DD`, or `YYYY` / `YYYY-MM` when only that much is known. */
export type PartialIsoDate = string;
/** An instant in ISO 8601 with `Z`. */
export type IsoInstant = string;

/** In force, not in force any more, amended, or not stated by the issuer. */
export const validities = ['in-force', 'amended', 'expired', 'repealed', 'unknown'] as const;
export type Validity = (typeof validities)[number];

/** A file that travels with a record; its bytes are found by `sha256`. */
export interface AttachmentRef {
  /** Lower-case hex, 64 digits. */
  readonly sha256: string;
  /** The file name people gave it, without any folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** From when and until when something is shown: from the first instant on, and before the second. */
export interface ShownSpan {
  readonly from: IsoInstant | null;
  readonly until: IsoInstant | null;
}

/** One public record as a release carries it. */
export interface CatalogueRecord {
  /** Stable for the record's life. */
  readonly id: string;
  /** Hand-off code: 8 characters of Crockford base32, upper case, unique. */
  readonly code: string;
  /** Version of the content, counting from 1. */
  readonly version: number;
  readonly kind: RecordKind;
  readonly title: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  /** 成文日期: the day the information was formed. */
  readonly date: PartialIsoDate | null;
  readonly publishedOn: PartialIsoDate | null;
  readonly topic: string | null;
  readonly genre: string | null;
  /** The node of the catalogue tree it hangs on. */
  readonly nodeId: string | null;
  /** The matter (公开事项) it fulfils. */
  readonly matterId: string | null;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly validity: Validity;
  /** 废止日期: the day it ceased or will cease to be in force. */
  readonly expiresOn: PartialIsoDate | null;
  /** When a terminal shows it, by its own clock; absent or null at an end: without limit there. */
  readonly shown?: ShownSpan | null;
  /** What only this kind has; null for plain documents. */
  readonly details: RecordDetails | null;
  readonly attachments: readonly AttachmentRef[];
  /** How long the body is; null when there is none. Parts are HTML fragments of ≤ 24 KB each. */
  readonly body: { readonly parts: number; readonly characters: number } | null;
}

/** A record with its full text, as the release builder and the index builder take it. */
export interface PublishableRecord {
  readonly record: CatalogueRecord;
  /** Sanitised HTML, cut at top-level elements into parts; joined they are the whole body. */
  readonly bodyParts: readonly string[];
  /** The same body as plain text, for the index and snippets. */
  readonly bodyText: string;
}
