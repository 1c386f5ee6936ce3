// The content of one version of a record as the store keeps it, and the digests that tell contents apart.
import { hash } from 'node:crypto';
import type { RecordDetails } from '#shared/catalogue/details.ts';
import type { AttachmentRef, ShownSpan, Validity, WrittenKind } from '#shared/catalogue/record.ts';

/** Everything an editor or import sets, apart from the body, which is kept by its digest. */
export interface StoredContent {
  readonly kind: WrittenKind;
  readonly title: string;
  readonly agencyId: string;
  readonly docNo: string | null;
  readonly indexNo: string | null;
  readonly date: string | null;
  readonly publishedOn: string | null;
  readonly topic: string | null;
  readonly genre: string | null;
  readonly nodeId: string | null;
  readonly matterId: string | null;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly validity: Validity;
  readonly expiresOn: string | null;
  /** Absent without limits, also in what was written before there were any. */
  readonly shown?: ShownSpan;
  readonly details: RecordDetails | null;
  readonly attachments: readonly AttachmentRef[];
}

/** A body with its digest; null in place of an empty one. */
export interface Body {
  readonly hash: string;
  readonly html: string;
  readonly text: string;
}

/** A body to write, or one the store already holds. */
export type VersionBody = Body | { readonly hash: string };

/** Null when there is nothing to read. */
export function bodyOf(html: string, text: string): Body | null {
  return html.trim() === '' ? null : { hash: sha256Hex(html), html, text };
}

/** The digest of one version: equal exactly when header, details, attachments and body are. */
export function contentHash(content: StoredContent, bodyHash: string | null): string {
  return sha256Hex(`${canonicalJson(content)}\n${bodyHash ?? ''}`);
}

/** JSON with the keys of every object in order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Reads `content_json` back; the store holds only what `canonicalJson` wrote. */
export function parseContent(json: string): StoredContent {
  return JSON.parse(json) as StoredContent;
}

/** Lower-case hex. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}
