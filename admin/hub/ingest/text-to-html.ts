// Turns a plain-text body into semantic HTML: paragraphs, chapter headings, articles with anchors, simple tables.
import { numberCharacters, parseChineseNumber } from '#shared/catalogue/chinese-number.ts';
import { escapeHtml } from './html-scanner.ts';
import { ingestLimits } from './limits.ts';

const number = `[${numberCharacters}]{1,9}`;
const division = new RegExp(
  `^第(${number})(分编|编|章|节|部分)(?=[\\s\\u3000　]|$)[\\s\\u3000]*(.{0,60})$`,
  'u',
);
const article = new RegExp(`^第(${number})条(?:之(${number}))?(?=[\\s\\u3000:：（(【]|$)`, 'u');
const hashes = /^(#{1,6})[ \t\u3000]+(\S.*)$/u;
const tableRow = /^\|.*\|$/u;
const tableRule = /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?$/u;
const divisionLevels: Readonly<Record<string, number>> = { 编: 2, 分编: 2, 部分: 2, 章: 2, 节: 3 };
/** `一、总体要求` on a short line of its own heads a section. */
const numberedHeading = /^[一二三四五六七八九十]{1,3}、[^。；;!！?？]{1,30}$/u;

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
    if (marked) return this.heading(marked[2] ?? '', Math.min(6, Math.max(2, marked[1]?.length ?? 2)));
    if (division.test(text)) return this.heading(text, null);
    if (numberedHeading.test(text)) return `<h3>${this.inline(text)}</h3>`;
    return `<p${this.articleAnchor(text)}>${this.inline(text)}</p>`;
  }

  private heading(text: string, level: number | null): string {
    const unit = division.exec(text)?.[2];
    const size = level ?? (unit === undefined ? 2 : (divisionLevels[unit] ?? 2));
    return `<h${size}>${this.inline(text)}</h${size}>`;
  }

  private articleAnchor(text: string): string {
    const match = article.exec(text);
    if (!match) return '';
    const main = parseChineseNumber(match[1] ?? '');
    const sub = match[2] === undefined ? null : parseChineseNumber(match[2]);
    if (main === null || main > 9999 || (sub !== null && sub > 999)) return '';
    const anchor = sub === null ? `art-${main}` : `art-${main}-${sub}`;
    if (this.anchors.has(anchor)) return '';
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
  for (const line of text.slice(0, ingestLimits.bodyCharacters).split(/\r\n?|\n|\u2028|\u2029/u))
    writer.line(line);
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
