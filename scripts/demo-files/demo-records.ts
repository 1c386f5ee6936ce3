// Reads the demonstration records whose texts the demonstration files print, so that file and record never differ.
import { readFileSync } from 'node:fs';

/** The part of a demonstration record that printing needs. */
export interface DemoRecord {
  readonly title: string;
  readonly agency: string;
  readonly docNo?: string;
  readonly date: string;
  readonly summary: string;
  /** HTML, or plain text with blank lines between paragraphs. */
  readonly body: string;
}

const content = new URL('../../admin/hub/demo/content/', import.meta.url);

/** The record of one of the content's .jsonl files by its exact title. Throws when there is none. */
export function findDemoRecord(file: string, title: string): DemoRecord {
  const lines = readFileSync(new URL(file, content), 'utf8').split('\n');
  const records = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as DemoRecord);
  const found = records.find((record) => record.title === title);
  if (!found) throw new Error(`No demonstration record is called ${title}.`);
  return found;
}

/** A record's body as HTML. */
export function bodyHtml({ body }: DemoRecord): string {
  if (body.startsWith('<')) return body;
  return body
    .split(/\n\n+/)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `2024-03-12` as it stands under an official text: 2024年3月12日. */
export function officialDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
