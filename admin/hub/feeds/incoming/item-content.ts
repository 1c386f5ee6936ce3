// Makes of a mapped item what the store keeps: clean text, details of its kind, a place in the tree.
import { parseDetails } from '#shared/catalogue/details-schema.ts';
import type { FeedKind } from '#shared/protocol/feeds-api.ts';
import type { Desk } from '../../editorial/desk.ts';
import { placeRecord } from '../../editorial/place-record.ts';
import { type Body, bodyOf, type StoredContent } from '../../editorial/stored-content.ts';
import type { TreeIndex } from '../../editorial/tree.ts';
import { ingestLimits } from '../../ingest/limits.ts';
import type { MappedItem } from './map-item.ts';

/** What a source says of all its items. */
export interface ItemTarget {
  readonly kind: FeedKind;
  readonly agencyId: string;
  /** Where items hang; null finds the place by kind and title. */
  readonly nodeId: string | null;
}

export interface ItemContent {
  readonly content: StoredContent;
  readonly body: Body | null;
}

/** The words of a summary; markup in it is for nothing but being taken out. */
function summaryOf(item: MappedItem, sanitise: Desk['sanitise']): string {
  const text = item.summary === '' ? '' : sanitise(item.summary).text;
  return text.replace(/\s+/g, ' ').trim().slice(0, ingestLimits.summaryCharacters);
}

/** A feed that has one text only means it as the text itself. */
export function textsOf(
  item: MappedItem,
  article: string | null,
  sanitise: Desk['sanitise'],
): { readonly summary: string; readonly body: Body | null } {
  const { html, text } = sanitise(article ?? (item.bodyHtml || item.summary));
  const hasOwnBody = article !== null || item.bodyHtml !== '';
  return { summary: hasOwnBody ? summaryOf(item, sanitise) : '', body: bodyOf(html, text) };
}

/** `article` is the HTML found on the linked page; null takes the feed's own. */
export async function contentOfItem(
  item: MappedItem,
  article: string | null,
  target: ItemTarget,
  tree: TreeIndex,
  sanitise: Desk['sanitise'],
): Promise<ItemContent> {
  const parsed = parseDetails(target.kind, null);
  const details = parsed.ok ? parsed.details : null;
  const { summary, body } = textsOf(item, article, sanitise);
  const placeable = { ...item, kind: target.kind, treePath: [], details };
  const place = await placeRecord(placeable, tree, async () => null);
  const content: StoredContent = {
    ...{ kind: target.kind, title: item.title, agencyId: target.agencyId },
    ...{ docNo: item.docNo, indexNo: item.indexNo, date: item.date, publishedOn: item.publishedOn },
    ...{ topic: item.topic, genre: item.genre, nodeId: target.nodeId ?? place.nodeId, matterId: null },
    ...{ summary, keywords: item.keywords, validity: 'unknown', expiresOn: null, details, attachments: [] },
  };
  return { content, body };
}
