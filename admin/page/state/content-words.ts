// The fields of a record in words, for places that compare them side by side.
import { localTimeOf } from '#shared/catalogue/shown-span.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import type { ContentField } from './merge-drafts.ts';

/** Longer values are cut: the form below holds them whole. */
const shownCharacters = 400;

const labels: Readonly<Record<ContentField, MessageKey>> = {
  kind: 'records.kind',
  title: 'header.title',
  agencyId: 'records.agency',
  docNo: 'header.docNo',
  indexNo: 'header.indexNo',
  date: 'header.date',
  publishedOn: 'header.publishedOn',
  topic: 'header.topic',
  genre: 'header.genre',
  nodeId: 'header.node',
  matterId: 'header.matter',
  summary: 'header.summary',
  keywords: 'header.keywords',
  validity: 'header.validity',
  expiresOn: 'header.expiresOn',
  shown: 'shown.title',
  bodyHtml: 'editor.body',
  details: 'editor.details',
  attachments: 'editor.attachments',
};

/** What a field is called. */
export const contentLabel = (field: ContentField): string => t(labels[field]);

function textOfHtml(html: string): string {
  const text = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
  return text.replace(/\s+/g, ' ').trim();
}

function textOfDetails(details: unknown): string {
  if (typeof details !== 'object' || details === null) return String(details ?? '');
  return Object.values(details)
    .map((value) => (typeof value === 'object' ? textOfDetails(value) : String(value ?? '')))
    .filter((part) => part !== '')
    .join(' · ');
}

function shownWords(shown: RecordInput['shown']): string {
  const ends = [shown?.from ?? null, shown?.until ?? null].map((end) => localTimeOf(end).replace('T', ' '));
  return shown === null ? '' : ends.join(' — ');
}

/** What a field holds, as one bounded piece of text. */
export function contentWords(
  field: ContentField,
  content: RecordInput,
  mostCharacters = shownCharacters,
): string {
  let words: string;
  if (field === 'bodyHtml') words = textOfHtml(content.bodyHtml);
  else if (field === 'attachments') words = content.attachments.map(({ name }) => name).join(' · ');
  else if (field === 'keywords') words = content.keywords.join(' · ');
  else if (field === 'validity') words = t(`validity.${content.validity}`);
  else if (field === 'details') words = textOfDetails(content.details);
  else if (field === 'shown') words = shownWords(content.shown);
  else words = String(content[field] ?? '');
  return words.length > mostCharacters ? `${words.slice(0, mostCharacters)}…` : words;
}
