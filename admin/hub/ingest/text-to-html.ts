// Turns a plain-text body into semantic HTML: paragraphs, chapter headings, articles with anchors, simple tables.
import { unifyRadicals } from '#shared/catalogue/unify-radicals.ts';
import { escapeHtml } from './html-scanner.ts';
import { ingestLimits } from './limits.ts';
import { articleAnchorOf, headingLevelOf } from './text-structure.ts';

const hashes = /^(#{1,6})[ \t\u3000]+(\S.*)$/u;
const tableRow = /^\|.*\|$/u;
const tableRule = /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?$/u;

/** How one line becomes HTML inside its block. */
export type InlineWriter = (text: string) => string;

/** Collects blocks, giving each article's anchor to the first paragraph that opens it. */
export class TextBodyWriter {
  private readonly blocks: string[] = [];
  private readonly anchors = new Set<string>();
  private tableRows: string[] = [];
  private readonly inline: InlineWriter;

  constructor(inline: InlineWriter = escapeHtml) {
    this.inline = inline;
  }

  /** Takes one line; blank lines only end a table. */
  line(raw: string): void {
    const text = raw.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
    if (tableRow.test(text)) {
      this.tableRows.push(text);
      return;
    }
    this.endTable();
    if (text !== '') this.blocks.push(this.block(text));
  }

  html(): string {
    this.endTable();
    return this.blocks.join('');
  }

  private block(text: string): string {
    const marked = hashes.exec(text);
    const level = marked ? Math.max(2, marked[1]?.length ?? 2) : headingLevelOf(text);
    if (level !== null) return `<h${level}>${this.inline(marked?.[2] ?? text)}</h${level}>`;
    return `<p${this.articleAnchor(text)}>${this.inline(text)}</p>`;
  }

  private articleAnchor(text: string): string {
    const anchor = articleAnchorOf(text);
    if (anchor === null || this.anchors.has(anchor)) return '';
    this.anchors.add(anchor);
    return ` id="${anchor}"`;
  }

  private endTable(): void {
    if (this.tableRows.length === 0) return;
    const isReal = this.tableRows.length > 1 && tableRule.test(this.tableRows[1] ?? '');
    if (isReal) this.blocks.push(this.table());
    else for (const row of this.tableRows) this.blocks.push(`<p>${this.inline(row)}</p>`);
    this.tableRows = [];
  }

  private table(): string {
    const [head, , ...rows] = this.tableRows;
    const cells = (row: string, tag: string): string =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/u)
        .map((cell) => `<${tag}>${this.inline(cell.replaceAll('\\|', '|').trim())}</${tag}>`)
        .join('');
    const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
    return `<table><thead><tr>${cells(head ?? '', 'th')}</tr></thead><tbody>${body}</tbody></table>`;
  }
}

/** Plain text as HTML that needs no further sanitising: everything in it is escaped. */
export function textToHtml(text: string): string {
  const writer = new TextBodyWriter();
  const bounded = unifyRadicals(text.slice(0, ingestLimits.bodyCharacters));
  for (const line of bounded.split(/\r\n?|\n|\u2028|\u2029/u)) writer.line(line);
  return writer.html();
}

/** Whether a body given as text is really HTML. */
export function looksLikeHtml(text: string): boolean {
  return (
    /<(?:p|div|br|table|h[1-6]|span|ul|ol|strong|html|body|section|article|a\s|img\s)[\s/>]?/iu.test(
      text.slice(0, 20_000),
    ) && /<\/?[a-z][^>]*>/iu.test(text)
  );
}
