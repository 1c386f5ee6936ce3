// A version of a record as the linter reads it: title, fields, details, text and links.
import type { Section } from '#shared/lint/finding.ts';
import type { StoredContent } from '../editorial/stored-content.ts';
import { readHtml } from './read-html.ts';

/** Nesting of details is two deep; more is no detail of ours. */
const deepest = 4;

/** Every part of a version that people will read. */
export function recordSections(content: StoredContent, bodyHtml: string): Section[] {
  const { title, summary, docNo, topic, genre, keywords, details, attachments } = content;
  const body = readHtml(bodyHtml).sections;
  return [
    section('title', [title]),
    section('summary', summary.split('\n')),
    ...fields({ docNo, topic, genre, keywords }, '', 0),
    ...fields(details, 'details', 0),
    ...body,
    ...attachments.map(({ name }): Section => ({ ...section('file-name', [name]), file: name })),
  ].filter(({ lines }) => lines.some(({ text }) => text.trim() !== ''));
}

const section = (part: Section['part'], texts: readonly string[], label?: string): Section => ({
  part,
  hiding: null,
  ...(label === undefined ? {} : { label }),
  lines: texts.map((text, index) => ({ text, paragraph: index + 1 })),
});

/** Every text below a value, one section a field; entries of a list are lines of it. */
function fields(value: unknown, path: string, depth: number): Section[] {
  const texts = new Map<string, string[]>();
  gather(value, path, depth, texts);
  return [...texts].map(([label, lines]) => section('field', lines, label));
}

function gather(value: unknown, path: string, depth: number, texts: Map<string, string[]>): void {
  if (typeof value === 'string') {
    if (value !== '') texts.set(path, [...(texts.get(path) ?? []), value]);
  } else if (depth > deepest || typeof value !== 'object' || value === null) return;
  else if (Array.isArray(value)) for (const item of value) gather(item, path, depth + 1, texts);
  else {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'type') continue;
      gather(item, path === '' ? key : `${path}.${key}`, depth + 1, texts);
    }
  }
}
