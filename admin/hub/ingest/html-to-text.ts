// The plain text of sanitised HTML: one block a line, table cells side by side, nothing a reader would not see.
import { decodeEntities, scanHtml } from './html-scanner.ts';

const lineTags = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'blockquote',
  'pre',
  'li',
  'dt',
  'dd',
  'tr',
  'caption',
  'table',
  'ul',
  'ol',
]);

/** Text of well-formed HTML, for the index, snippets and the plain-text face of a record. */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let cellDepth = 0;
  const endLine = (): void => {
    const clean = line.replace(/[\s\u00a0]+/gu, ' ').trim();
    if (clean !== '') lines.push(clean);
    line = '';
  };
  for (const token of scanHtml(html)) {
    if (token.type === 'text') line += decodeEntities(token.raw);
    else if (token.tag === 'td' || token.tag === 'th') {
      cellDepth = Math.max(0, cellDepth + (token.type === 'open' ? 1 : -1));
      line += ' ';
    } else if (token.tag === 'br' || token.tag === 'hr' || lineTags.has(token.tag)) {
      // The blocks within a table cell stay on the line of their row.
      if (cellDepth > 0) line += ' ';
      else endLine();
    }
  }
  endLine();
  return lines.join('\n');
}
