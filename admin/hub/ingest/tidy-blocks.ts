// Brings sanitised HTML into one plain shape: no paragraph within a paragraph, no loose or empty blocks.
import { attributeOf, type HtmlToken, scanHtml, type TagToken } from './html-scanner.ts';

const inlineTags = new Set(['a', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code']);
/** Blocks written only once something stands in them. */
const lazyBlocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'caption']);
/** Containers whose loose text needs a paragraph of its own. */
const paragraphParents = new Set(['', 'blockquote']);
const emptyText = /^(?:\s|\u00a0|&nbsp;)*$/u;

interface OpenTag {
  readonly tag: string;
  readonly raw: string;
}

class BlockWriter {
  private out = '';
  private readonly containers: OpenTag[] = [];
  private inlines: OpenTag[] = [];
  private writtenInlines = 0;
  private lazy: OpenTag | null = null;
  private isLazyWritten = false;

  take(token: HtmlToken): void {
    if (token.type === 'text') this.text(token.raw);
    else if (token.tag === 'br' || token.tag === 'img') this.voidInline(token);
    else if (inlineTags.has(token.tag)) this.inline(token);
    else if (token.tag === 'hr') this.rule(token.raw);
    else if (lazyBlocks.has(token.tag)) this.lazyBlock(token);
    else this.container(token);
  }

  finish(): string {
    this.endLazy();
    for (const { tag } of this.containers.toReversed()) this.out += `</${tag}>`;
    return this.out;
  }

  private text(raw: string): void {
    if (emptyText.test(raw) && (this.lazy === null || !this.isLazyWritten)) {
      if (this.isInCell()) this.out += raw === '' ? '' : ' ';
      return;
    }
    this.begin();
    this.out += raw;
  }

  private voidInline(token: TagToken): void {
    if (token.tag === 'br' && this.lazy === null && !this.isInCell()) return;
    if (token.tag === 'br' && this.lazy !== null && !this.isLazyWritten) return;
    this.begin();
    this.out += token.raw;
  }

  private inline(token: TagToken): void {
    // A link that lost its address is carried along, so that its end is known, but never written.
    if (token.type === 'open')
      this.inlines.push({ tag: token.tag, raw: isBareLink(token.raw) ? '' : token.raw });
    else if (this.inlines.at(-1)?.tag === token.tag) {
      const closed = this.inlines.pop();
      if (this.writtenInlines <= this.inlines.length) return;
      this.out += closed?.raw === '' ? '' : token.raw;
      this.writtenInlines = this.inlines.length;
    }
  }

  private rule(raw: string): void {
    this.endLazy();
    this.out += raw;
  }

  private lazyBlock(token: TagToken): void {
    this.endLazy();
    if (token.type === 'open') this.lazy = { tag: token.tag, raw: token.raw };
  }

  private container(token: TagToken): void {
    this.endLazy();
    if (token.type === 'open') {
      this.containers.push({ tag: token.tag, raw: token.raw });
      this.out += token.raw;
    } else if (this.containers.at(-1)?.tag === token.tag) {
      this.containers.pop();
      this.out += token.raw;
    }
  }

  /** Opens what must stand around content: the waiting block or a paragraph, then the open inline tags. */
  private begin(): void {
    const parent = this.containers.at(-1)?.tag ?? '';
    if (this.lazy === null && paragraphParents.has(parent)) this.lazy = { tag: 'p', raw: '<p>' };
    if (this.lazy !== null && !this.isLazyWritten) {
      this.out += this.lazy.raw;
      this.isLazyWritten = true;
    }
    for (const { raw } of this.inlines.slice(this.writtenInlines)) this.out += raw;
    this.writtenInlines = this.inlines.length;
  }

  private endLazy(): void {
    for (const { tag, raw } of this.inlines.slice(0, this.writtenInlines).toReversed()) {
      if (raw !== '') this.out += `</${tag}>`;
    }
    this.writtenInlines = 0;
    if (this.lazy !== null && this.isLazyWritten) this.out += `</${this.lazy.tag}>`;
    this.lazy = null;
    this.isLazyWritten = false;
  }

  private isInCell(): boolean {
    return ['td', 'th', 'li', 'dd', 'dt'].includes(this.containers.at(-1)?.tag ?? '');
  }
}

function isBareLink(raw: string): boolean {
  return /^<a(?:\s|>)/u.test(raw) && attributeOf(raw, 'href') === null;
}

/** The same content with every paragraph flat, loose text in paragraphs and empty blocks gone. */
export function tidyBlocks(html: string): string {
  const writer = new BlockWriter();
  for (const token of scanHtml(html)) writer.take(token);
  return writer.finish();
}
