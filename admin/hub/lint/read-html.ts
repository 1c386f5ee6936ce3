// Reads a page for the linter: its lines and tables as they are seen, and what comments, styles and attributes hide.
import type { Hiding, Line, Section } from '#shared/lint/finding.ts';
import { type TableRow, tableLines } from '#shared/lint/table-lines.ts';
import { type Look, lookOf, pageLook, StyleRules } from './html-looks.ts';
import { htmlTokens } from './html-tokens.ts';
import type { NestedFile, ReadFile } from './read-result.ts';

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody tfoot thead tr ul br option'.split(
    ' ',
  ),
);
/** Nesting past this is an attack; deeper elements look like the last one counted. */
const deepest = 400;
const fewestSentence = 8;

class PageReader {
  readonly lines: Line[] = [];
  readonly hidden = new Map<Hiding, Line[]>();
  readonly comments: Section[] = [];
  readonly others = new Map<'title' | 'metadata' | 'alternative-text' | 'link', string[]>();
  readonly pictures: NestedFile[] = [];
  private readonly rules = new StyleRules();
  private readonly stack: { readonly tag: string; readonly look: Look }[] = [];
  private text = '';
  private hiddenText = new Map<Hiding, string>();
  private paragraph = 0;
  private rows: TableRow[] | null = null;
  private cells: string[] = [];
  private tableDepth = 0;

  constructor(css: readonly string[]) {
    for (const sheet of css) this.rules.add(sheet);
  }

  read(html: string): void {
    for (const token of htmlTokens(html)) {
      if (token.type === 'comment') this.comment(token.text);
      else if (token.type === 'text') this.add(token.text);
      else if (token.type === 'open') this.open(token.tag, token.attributes, token.isVoid);
      else if (token.type === 'close') this.close(token.tag);
    }
    this.endLine();
    this.endTable();
  }

  private comment(text: string): void {
    const bare = text.replace(/^\[if[^\]]*\]>?|<!\[endif\]$/giu, '').trim();
    const characters = bare.match(/[\u4e00-\u9fff]/gu)?.length ?? 0;
    if (characters >= fewestSentence || /\d{7,}/u.test(bare)) {
      this.comments.push({
        part: 'comment',
        hiding: null,
        lines: bare.split('\n').map((line) => ({ text: line.trim() })),
      });
    }
  }

  private add(text: string): void {
    const { tag, look } = this.stack.at(-1) ?? { tag: '', look: pageLook };
    if (tag === 'style' || text === '') return;
    if (tag === 'title' && this.tableDepth === 0) this.note('title', text);
    else if (tag === 'script' || tag === 'noscript') this.note('alternative-text', text);
    else if (look.hiding === null) this.text += text;
    else this.hiddenText.set(look.hiding, (this.hiddenText.get(look.hiding) ?? '') + text);
  }

  private note(part: 'title' | 'metadata' | 'alternative-text' | 'link', text: string): void {
    const clean = text.trim();
    if (clean === '') return;
    const known = this.others.get(part) ?? [];
    if (known.length < 5000) known.push(clean.slice(0, 200_000));
    this.others.set(part, known);
  }

  private open(tag: string, attributes: ReadonlyMap<string, string>, isVoid: boolean): void {
    if (blockTags.has(tag)) this.endLine();
    if (tag === 'table') this.openTable();
    if (tag === 'tr') this.endRow();
    if (tag === 'td' || tag === 'th') this.openCell();
    this.readAttributes(tag, attributes);
    if (isVoid) return;
    const parent = this.stack.at(-1)?.look ?? pageLook;
    const look = lookOf(parent, tag, attributes, this.rules);
    if (this.stack.length < deepest) this.stack.push({ tag, look });
    if (tag === 'td' || tag === 'th') this.span(attributes);
  }

  private readAttributes(tag: string, attributes: ReadonlyMap<string, string>): void {
    for (const name of ['alt', 'title', 'placeholder', 'aria-label'])
      this.note('alternative-text', attributes.get(name) ?? '');
    if (tag === 'input') this.note('alternative-text', attributes.get('value') ?? '');
    if (
      tag === 'meta' &&
      /^(?:author|creator|editor|description|others)$/iu.test(attributes.get('name') ?? '')
    ) {
      const isName = !/description/iu.test(attributes.get('name') ?? '');
      this.note(isName ? 'metadata' : 'alternative-text', attributes.get('content') ?? '');
    }
    for (const name of ['href', 'src', 'data', 'action']) {
      const target = attributes.get(name) ?? '';
      if (target.startsWith('data:image/')) this.picture(target);
      else if (/^(?:https?|file|ftp):|^[a-z]:\\|^\\\\/iu.test(target)) this.note('link', target);
    }
  }

  private picture(target: string): void {
    const comma = target.indexOf(',');
    if (!/;base64$/iu.test(target.slice(0, comma))) return;
    this.pictures.push({
      name: `${this.pictures.length + 1}`,
      bytes: Buffer.from(target.slice(comma + 1), 'base64'),
      isEmbedded: false,
    });
  }

  /** An end tag closes what it belongs to and everything left open within; a stray one closes nothing. */
  private close(tag: string): void {
    if (blockTags.has(tag)) this.endLine();
    if (tag === 'tr') this.endRow();
    if (tag === 'table') this.closeTable();
    const at = this.stack.findLastIndex((element) => element.tag === tag);
    if (at >= 0) this.stack.length = at;
  }

  private openTable(): void {
    this.tableDepth += 1;
    if (this.tableDepth === 1) this.rows = [];
  }

  private openCell(): void {
    if (this.tableDepth !== 1) this.text += ' ';
    else {
      this.text = this.text.trim();
      if (this.cells.length > 0) this.cells[this.cells.length - 1] = this.cellText();
      this.cells.push('');
      this.text = '';
    }
  }

  private span(attributes: ReadonlyMap<string, string>): void {
    this.pendingSpan = this.tableDepth === 1 ? Math.min(64, Number(attributes.get('colspan')) || 1) : 1;
  }
  private pendingSpan = 1;

  /** The cell so far; columns it spans beyond its own follow empty. */
  private cellText(): string {
    const text = this.text.replace(/\s+/gu, ' ').trim();
    this.text = '';
    for (let extra = 1; extra < this.pendingSpan; extra++) this.cells.push('');
    if (this.pendingSpan > 1) {
      this.cells[this.cells.length - this.pendingSpan] = text;
      this.pendingSpan = 1;
      return '';
    }
    return text;
  }

  private endRow(): void {
    if (this.tableDepth !== 1 || this.rows === null || this.cells.length === 0) return;
    this.cells[this.cells.length - 1] = this.cellText();
    this.paragraph += 1;
    this.rows.push({ cells: this.cells, paragraph: this.paragraph });
    this.cells = [];
    this.endHidden();
  }

  private closeTable(): void {
    if (this.tableDepth === 1) this.endTable();
    this.tableDepth = Math.max(0, this.tableDepth - 1);
  }

  private endTable(): void {
    this.endRow();
    if (this.rows !== null) this.lines.push(...tableLines(this.rows));
    this.rows = null;
  }

  private endLine(): void {
    if (this.tableDepth > 0 && this.cells.length > 0) {
      this.text += ' ';
      return;
    }
    const clean = this.text.replace(/\s+/gu, ' ').trim();
    this.text = '';
    if (clean !== '') {
      this.paragraph += 1;
      this.lines.push({ text: clean, paragraph: this.paragraph });
    }
    this.endHidden();
  }

  private endHidden(): void {
    for (const [hiding, text] of this.hiddenText) {
      const clean = text.replace(/\s+/gu, ' ').trim();
      if (clean === '') continue;
      this.hidden.set(hiding, [
        ...(this.hidden.get(hiding) ?? []),
        { text: clean, paragraph: Math.max(1, this.paragraph) },
      ]);
    }
    this.hiddenText = new Map();
  }
}

/** Never throws: a page broken in any way is still text. */
export function readHtml(html: string): ReadFile {
  const css = [...html.matchAll(/<style\b[^>]*>([\s\S]{0,400000}?)<\/style/giu)].map(
    (match) => match[1] ?? '',
  );
  const reader = new PageReader(css);
  reader.read(html);
  const section = (part: Section['part'], lines: readonly Line[], hiding: Hiding | null = null): Section[] =>
    lines.length === 0 ? [] : [{ part, hiding, lines }];
  return {
    sections: [
      ...[...reader.others].flatMap(([part, texts]) =>
        section(
          part,
          texts.flatMap((text) => text.split('\n').map((line) => ({ text: line.trim() }))),
        ),
      ),
      ...section('body', reader.lines),
      ...[...reader.hidden].flatMap(([hiding, lines]) => section('body', lines, hiding)),
      ...reader.comments,
    ],
    findings: [],
    nested: reader.pictures,
  };
}
