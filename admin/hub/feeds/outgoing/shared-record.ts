// A record of the release as it is shared with other systems: whole, by public addresses, nothing of the inside.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { chinese } from '../../phone/text-zh.ts';

export interface SharingContext {
  /** Public address without a trailing slash; empty where phones can open nothing. */
  readonly base: string;
  /** Titles of the tree from the root down, by node. */
  readonly pathOf: (nodeId: string | null) => readonly string[];
}

export function sharingContext(manifest: Pick<ReleaseManifest, 'tree'>, base: string): SharingContext {
  const nodes = new Map(manifest.tree.map((node) => [node.id, node]));
  return {
    base,
    pathOf: (nodeId) => {
      const path: string[] = [];
      for (
        let node = nodes.get(nodeId ?? '');
        node && path.length < 20;
        node = nodes.get(node.parentId ?? '')
      ) {
        path.unshift(node.title);
      }
      return path;
    },
  };
}

export const addressOf = (record: Pick<CatalogueRecord, 'code'>, base: string): string =>
  `${base}/m/${record.code}`;

export function recordCells(record: CatalogueRecord, { base, pathOf }: SharingContext): (string | null)[] {
  return [
    ...[record.title, chinese.kinds[record.kind], record.indexNo, record.docNo, record.agencyName],
    ...[record.date, record.publishedOn, record.topic, record.genre, chinese.validities[record.validity]],
    ...[record.expiresOn, record.keywords.join('、'), record.summary, pathOf(record.nodeId).join(' / ')],
    addressOf(record, base),
  ];
}

/** As an object for JSON; `bodyHtml` is null for a record without a text. */
export function recordObject(
  record: CatalogueRecord,
  bodyHtml: string | null,
  { base, pathOf }: SharingContext,
) {
  const { id, code, version, kind, title, docNo, indexNo, date, publishedOn, topic, genre } = record;
  const { summary, keywords, validity, expiresOn, details } = record;
  return {
    ...{ id, url: addressOf(record, base), code, version, kind, title },
    agency: { id: record.agencyId, name: record.agencyName },
    ...{ docNo, indexNo, date, publishedOn, topic, genre, path: pathOf(record.nodeId) },
    ...{ validity, expiresOn, keywords, summary, details, bodyHtml },
    attachments: record.attachments.map(({ name, mediaType, bytes, sha256 }) => ({
      ...{ name, mediaType, bytes, sha256 },
      url: `${base}/m/${code}/file/${sha256}/${encodeURIComponent(name.toWellFormed())}`,
    })),
  };
}
