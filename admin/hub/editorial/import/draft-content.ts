// What an accepted draft says, as content for the store, and the digest that recognises the same row again.
import type { AttachmentRef } from '#shared/catalogue/record.ts';
import type { RecordDraft } from '../../ingest/draft.ts';
import type { Place } from '../place-record.ts';
import { canonicalJson, type StoredContent, sha256Hex } from '../stored-content.ts';

/** A draft with its attachments already stored, or in a dry run only named. */
export interface PreparedDraft {
  readonly draft: RecordDraft;
  readonly attachments: readonly AttachmentRef[];
  /** Digest of everything the row said. */
  readonly importHash: string;
}

/** Stores the attachments by `put`, which returns their SHA-256. */
export async function prepareDraft(
  draft: RecordDraft,
  put: (content: Uint8Array) => Promise<string>,
): Promise<PreparedDraft> {
  const attachments: AttachmentRef[] = [];
  for (const { name, mediaType, content } of draft.attachments) {
    attachments.push({ sha256: await put(content), name, mediaType, bytes: content.byteLength });
  }
  const { bodyHtml, bodyText: _text, attachments: _bytes, ...header } = draft;
  const importHash = sha256Hex(`${canonicalJson([header, attachments])}\n${bodyHtml}`);
  return { draft, attachments, importHash };
}

/** The content of a row on its own, before it is laid over what the store holds. */
export function contentOf(
  { draft, attachments }: PreparedDraft,
  agencyId: string,
  place: Place,
): StoredContent {
  return {
    kind: draft.kind,
    title: draft.title,
    agencyId,
    docNo: draft.docNo,
    indexNo: draft.indexNo,
    date: draft.date,
    publishedOn: draft.publishedOn,
    topic: draft.topic,
    genre: draft.genre,
    nodeId: place.nodeId,
    matterId: place.matterId,
    summary: draft.summary,
    keywords: draft.keywords,
    validity: draft.validity,
    expiresOn: draft.expiresOn,
    ...(draft.shown === undefined ? {} : { shown: draft.shown }),
    details: draft.details,
    attachments,
  };
}
