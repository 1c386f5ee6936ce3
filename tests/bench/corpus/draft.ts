// What a source of the corpus tells about one record; the corpus gives it its id, its code and the usual rest.

import { cutBodyParts } from '#hub/ingest/cut-body-parts.ts';
import { textToHtml } from '#hub/ingest/text-to-html.ts';
import type { CatalogueRecord, PublishableRecord } from '#shared/catalogue/record.ts';
import { agencyIdOf, recordCode, recordId } from './ids.ts';

export interface Draft extends Partial<Omit<CatalogueRecord, 'id' | 'code' | 'body' | 'agencyId'>> {
  readonly kind: CatalogueRecord['kind'];
  readonly title: string;
  readonly agencyName: string;
  /** Plain text, one paragraph a line. */
  readonly text?: string;
}

/** Where the records of the corpus hang. */
export const corpusTree = [
  ['n-laws', '法律法规'],
  ['n-guides', '办事服务'],
  ['n-places', '区划和机构'],
  ['n-register', '市场主体'],
  ['n-archive', '馆藏目录'],
].map(([id = '', title = ''], order) => ({ id, parentId: null, title, basis: null, order }));

/** The record that arrives as number `arrival`. */
export function completeDraft(draft: Draft, arrival: number): PublishableRecord {
  const { text = '', ...given } = draft;
  const bodyParts = text === '' ? [] : cutBodyParts(textToHtml(text));
  const record: CatalogueRecord = {
    id: recordId(arrival),
    code: recordCode(arrival),
    version: 1,
    kind: given.kind,
    title: given.title,
    agencyId: agencyIdOf(given.agencyName),
    agencyName: given.agencyName,
    docNo: given.docNo ?? null,
    indexNo: given.indexNo ?? null,
    date: given.date ?? null,
    publishedOn: given.publishedOn ?? null,
    topic: given.topic ?? null,
    genre: given.genre ?? null,
    nodeId: given.nodeId ?? null,
    matterId: null,
    summary: given.summary ?? '',
    keywords: given.keywords ?? [],
    validity: given.validity ?? 'unknown',
    expiresOn: null,
    details: given.details ?? null,
    attachments: [],
    body: text === '' ? null : { parts: bodyParts.length, characters: text.length },
  };
  return { record, bodyParts, bodyText: text };
}
