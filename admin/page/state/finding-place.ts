// Leads from a finding to where it stands in the editor: a field, a paragraph of the body, an attachment.
import type { ListedFinding } from '#shared/protocol/lint-api.ts';
import { type MessageKey, t } from '../i18n/index.ts';

type FoundPlace = ListedFinding['place'];

const fieldLabels: Readonly<Record<string, MessageKey>> = {
  title: 'header.title',
  agency: 'records.agency',
  docNo: 'header.docNo',
  indexNo: 'header.indexNo',
  date: 'header.date',
  publishedOn: 'header.publishedOn',
  expiresOn: 'header.expiresOn',
  topic: 'header.topic',
  genre: 'header.genre',
  summary: 'header.summary',
  keywords: 'header.keywords',
};
const shownMs = 2400;

/** Brings the place into view and marks it for a moment; false where the editor does not show it. */
export function showFinding(place: FoundPlace): boolean {
  const found = elementOf(place);
  if (found === null) return false;
  found.scrollIntoView({ block: 'center', behavior: 'smooth' });
  if (
    found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
  ) {
    found.focus({ preventScroll: true });
  }
  found.classList.add('finding-shown');
  window.setTimeout(() => found.classList.remove('finding-shown'), shownMs);
  return true;
}

function elementOf(place: FoundPlace): Element | null {
  if (place.file !== undefined) return attachmentOf(place.file);
  if (place.part === 'title' || place.part === 'summary') return controlOf(place.part);
  if (place.part === 'field')
    return controlOf(place.label ?? '') ?? document.querySelector('#editor-details');
  return paragraphOf(place.paragraph ?? 1) ?? document.querySelector('#editor-body');
}

function controlOf(field: string): Element | null {
  const key = fieldLabels[field];
  if (key === undefined) return field === 'body' ? document.querySelector('#editor-body') : null;
  const label = [...document.querySelectorAll<HTMLLabelElement>('.editor label')].find(
    (one) => one.textContent?.trim() === t(key),
  );
  return label === undefined ? null : document.getElementById(label.htmlFor);
}

/** Paragraphs as the hub counts them: blocks with words, and rows of tables. */
function paragraphOf(number: number): Element | null {
  const blocks = [...document.querySelectorAll('.body-text :is(p, h2, h3, h4, h5, h6, pre, tr)')].filter(
    (block) => block.parentElement?.closest('tr') === null && block.textContent?.trim() !== '',
  );
  return blocks[number - 1] ?? null;
}

function attachmentOf(file: string): Element | null {
  const name = file.split('/')[0] ?? file;
  return (
    [...document.querySelectorAll('.editor li, .editor tr')].find((row) => row.textContent?.includes(name)) ??
    null
  );
}
