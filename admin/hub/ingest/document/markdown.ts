// The small part of Markdown that documents use: headings, lists, quotes, tables, emphasis, links.
import { escapeHtml } from '../html-scanner.ts';
import { ingestLimits } from '../limits.ts';
import { TextBodyWriter } from '../text-to-html.ts';

const listItem = /^\s{0,8}(?:([-*+•])|(\d{1,5})[.)])\s+(.+)$/u;
const quote = /^\s{0,3}>\s?(.*)$/u;
const rule = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/u;
const fence = /^\s{0,3}(?:```|~~~)/u;

/** HTML of a Markdown text; the result still goes through the sanitiser, because links come from outside. */
export function markdownToHtml(text: string): string {
  const lines = text.slice(0, ingestLimits.bodyCharacters).split(/\r\n?|\n/u);
  const blocks: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const taken =
      takeFence(lines, at) ??
      takeList(lines, at) ??
      takeQuote(lines, at) ??
      takeRule(lines, at) ??
      takeText(lines, at);
    blocks.push(taken.html);
    at = taken.next;
  }
  return blocks.join('');
}

interface Taken {
  readonly html: string;
  readonly next: number;
}

function takeFence(lines: readonly string[], at: number): Taken | null {
  if (!fence.test(lines[at] ?? '')) return null;
  let end = at + 1;
  while (end < lines.length && !fence.test(lines[end] ?? '')) end += 1;
  return { html: `<pre>${escapeHtml(lines.slice(at + 1, end).join('\n'))}</pre>`, next: end + 1 };
}

function takeList(lines: readonly string[], at: number): Taken | null {
  const first = listItem.exec(lines[at] ?? '');
  if (!first) return null;
  const isOrdered = first[2] !== undefined;
  const items: string[] = [];
  let end = at;
  for (
    let match = listItem.exec(lines[end] ?? '');
    match && (match[2] !== undefined) === isOrdered;
    match = listItem.exec(lines[end] ?? '')
  ) {
    items.push(`<li>${inline(match[3] ?? '')}</li>`);
    end += 1;
  }
  const start = isOrdered && first[2] !== '1' ? ` start="${first[2]}"` : '';
  return { html: isOrdered ? `<ol${start}>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`, next: end };
}

function takeQuote(lines: readonly string[], at: number): Taken | null {
  const quoted: string[] = [];
  let end = at;
  for (let match = quote.exec(lines[end] ?? ''); match; match = quote.exec(lines[end] ?? '')) {
    quoted.push(`<p>${inline(match[1] ?? '')}</p>`);
    end += 1;
  }
  return quoted.length === 0 ? null : { html: `<blockquote>${quoted.join('')}</blockquote>`, next: end };
}

function takeRule(lines: readonly string[], at: number): Taken | null {
  return rule.test(lines[at] ?? '') ? { html: '<hr />', next: at + 1 } : null;
}

/** Everything else up to the next list, quote, rule or fence: headings, tables and paragraphs. */
function takeText(lines: readonly string[], at: number): Taken {
  const writer = new TextBodyWriter(inline);
  let end = at;
  do {
    writer.line(lines[end] ?? '');
    end += 1;
  } while (end < lines.length && !startsOther(lines[end] ?? ''));
  return { html: writer.html(), next: end };
}

function startsOther(line: string): boolean {
  return fence.test(line) || listItem.test(line) || quote.test(line) || rule.test(line);
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/!\[([^\]]{0,300})\]\([^)]{0,2000}\)/gu, '$1')
    .replace(/\[([^\]]{1,300})\]\(((?:[^()\s]|\([^()\s]*\)){1,2000})\)/gu, '<a href="$2">$1</a>')
    .replace(
      /\*\*([^*]{1,1000})\*\*|__([^_]{1,1000})__/gu,
      (_, a: string, b: string) => `<strong>${a ?? b}</strong>`,
    )
    .replace(/(?<![\w*])\*([^*\s][^*]{0,500})\*(?!\w)/gu, '<em>$1</em>')
    .replace(/`([^`]{1,500})`/gu, '<code>$1</code>');
}
