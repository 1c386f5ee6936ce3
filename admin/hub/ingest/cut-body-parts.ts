// Cuts a sanitised body into parts small enough to store, send and show one after the other.
import { attributeOf, type HtmlToken, scanHtml, type TagToken } from './html-scanner.ts';
import { ingestLimits } from './limits.ts';

/** An element with what stands inside it, as written. */
interface Block {
  readonly tag: string;
  readonly open: string;
  readonly inner: string;
  readonly close: string;
  readonly bytes: number;
}

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;
/** Kept free in a split piece for inline tags that are closed and opened again. */
const repeatedTagBytes = 3_200;
const sentenceEnd = /(?<=[。！？；!?;]|[,，、](?=.{200}))/u;

/**
 * Parts of at most 24 KB of UTF-8 whose concatenation is the body. Cuts fall between top-level elements; an
 * element too large alone is split where a reader would: paragraphs after a sentence, lists between items,
 * tables between rows with their header repeated.
 */
export function cutBodyParts(html: string, maxBytes: number = ingestLimits.bodyPartBytes): string[] {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const block of topLevelBlocks(html).flatMap((whole) => splitBlock(whole, maxBytes))) {
    if (size + block.bytes > maxBytes && size > 0) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += block.open + block.inner + block.close;
    size += block.bytes;
  }
  if (part !== '') parts.push(part);
  return parts;
}

function block(tag: string, open: string, inner: string, close: string): Block {
  return { tag, open, inner, close, bytes: bytesOf(open) + bytesOf(inner) + bytesOf(close) };
}

/** Top-level elements; loose text between them becomes paragraphs. */
function topLevelBlocks(html: string): Block[] {
  const collector = new BlockCollector();
  for (const token of scanHtml(html)) collector.take(token);
  return collector.finish();
}

class BlockCollector {
  private readonly blocks: Block[] = [];
  private readonly open: string[] = [];
  private start = '';
  private inner = '';
  private loose = '';

  take(token: HtmlToken): void {
    if (this.open.length > 0) this.takeInside(token);
    else if (token.type === 'text' || inlineTags.has(token.tag)) this.loose += token.raw;
    else if (token.type === 'open') this.begin(token);
  }

  finish(): Block[] {
    if (this.open.length > 0)
      this.endBlock(
        this.open
          .toReversed()
          .map((tag) => `</${tag}>`)
          .join(''),
      );
    this.endLoose();
    return this.blocks;
  }

  private begin(token: TagToken): void {
    this.endLoose();
    if (token.isVoid) this.blocks.push(block(token.tag, token.raw, '', ''));
    else {
      this.open.push(token.tag);
      this.start = token.raw;
      this.inner = '';
    }
  }

  private takeInside(token: HtmlToken): void {
    if (token.type === 'open' && !token.isVoid) this.open.push(token.tag);
    const isEnd = token.type === 'close' && this.open.at(-1) === token.tag;
    if (isEnd && this.open.length === 1) this.endBlock(token.raw);
    else {
      if (isEnd) this.open.pop();
      this.inner += token.raw;
    }
  }

  private endBlock(close: string): void {
    this.blocks.push(block(this.open[0] ?? 'p', this.start, this.inner, close));
    this.open.length = 0;
  }

  private endLoose(): void {
    if (this.loose.trim() !== '') this.blocks.push(block('p', '<p>', this.loose.trim(), '</p>'));
    this.loose = '';
  }
}

const inlineTags = new Set(['a', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'img', 'br']);

function splitBlock(whole: Block, maxBytes: number): Block[] {
  if (whole.bytes <= maxBytes) return [whole];
  if (whole.tag === 'table') return splitTable(whole, maxBytes);
  if (whole.tag === 'ul' || whole.tag === 'ol' || whole.tag === 'dl' || whole.tag === 'blockquote') {
    return splitContainer(whole, maxBytes);
  }
  return splitFlow(whole, maxBytes);
}

/** Lists and quotations: their children are shared out over several copies of the container. */
function splitContainer(whole: Block, maxBytes: number): Block[] {
  const room = maxBytes - bytesOf(whole.open) - bytesOf(whole.close) - 24;
  const children = topLevelBlocks(whole.inner).flatMap((child) => splitBlock(child, room));
  const first = Number(attributeOf(whole.open, 'start') ?? 1);
  let used = 0;
  return group(children, room).map((inner) => {
    const open = whole.tag === 'ol' && used > 0 ? `<ol start="${first + used}">` : whole.open;
    used += inner.filter(({ tag }) => tag === 'li').length;
    return block(whole.tag, open, joinBlocks(inner), whole.close);
  });
}

/** Tables: rows are shared out, header rows repeated. Oversized rows lose the table and become paragraphs. */
function splitTable(whole: Block, maxBytes: number): Block[] {
  const rows: Block[] = [];
  let header = '';
  for (const child of topLevelBlocks(whole.inner)) {
    if (child.tag === 'thead' || child.tag === 'caption') header += joinBlocks([child]);
    else if (child.tag === 'tr') rows.push(child);
    else rows.push(...topLevelBlocks(child.inner).filter(({ tag }) => tag === 'tr'));
  }
  if (bytesOf(header) > maxBytes / 2) header = '';
  const firstRow = rows[0];
  if (header === '' && firstRow && /<th[\s>]/u.test(firstRow.inner) && firstRow.bytes < maxBytes / 2) {
    header = `<thead>${joinBlocks([firstRow])}</thead>`;
    rows.shift();
  }
  const room = maxBytes - bytesOf(whole.open) - bytesOf(header) - 40;
  const blocks: Block[] = [];
  for (const inner of group(rows, room)) {
    const [only] = inner;
    if (inner.length === 1 && only && only.bytes > room) {
      const cells = topLevelBlocks(only.inner).map((cell) =>
        block('p', '<p>', withoutTags(cell.inner), '</p>'),
      );
      blocks.push(...cells.flatMap((cell) => splitFlow(cell, maxBytes)));
    } else
      blocks.push(block('table', whole.open, `${header}<tbody>${joinBlocks(inner)}</tbody>`, '</table>'));
  }
  return blocks;
}

/** Paragraphs, headings and the like: cut after sentences, with open inline tags closed and opened again. */
function splitFlow(whole: Block, maxBytes: number): Block[] {
  if (isTooTangled(whole.inner))
    return splitFlow({ ...whole, inner: whole.inner.replace(/<[^>]*>/gu, ' ') }, maxBytes);
  const plainOpen = whole.open.replace(/ id="[^"]*"/u, '');
  const pieces: Block[] = [];
  const open: { tag: string; raw: string }[] = [];
  let inner = '';
  const room = maxBytes - bytesOf(whole.open) - bytesOf(whole.close) - repeatedTagBytes;
  let size = 0;
  const endPiece = (): void => {
    const closing = open
      .toReversed()
      .map(({ tag }) => `</${tag}>`)
      .join('');
    if (size > 0)
      pieces.push(
        block(whole.tag, pieces.length === 0 ? whole.open : plainOpen, inner + closing, whole.close),
      );
    inner = open.map(({ raw }) => raw).join('');
    size = 0;
  };
  const add = (raw: string): void => {
    const bytes = bytesOf(raw);
    if (size + bytes > room) endPiece();
    inner += raw;
    size += bytes;
  };
  for (const token of scanHtml(whole.inner)) {
    if (token.type === 'text') for (const piece of sentences(token.raw, room)) add(piece);
    else {
      if (token.type === 'close' && open.at(-1)?.tag === token.tag) open.pop();
      add(token.raw);
      if (token.type === 'open' && !token.isVoid) open.push({ tag: token.tag, raw: token.raw });
    }
  }
  endPiece();
  return pieces;
}

/** Nesting so deep, or tags so long, that repeating them in every piece would not fit. */
function isTooTangled(html: string): boolean {
  let depth = 0;
  for (const token of scanHtml(html)) {
    if (token.type === 'open' && !token.isVoid) depth += 1;
    if (token.type === 'close') depth -= 1;
    if (depth > 12 || (token.type === 'open' && !token.isVoid && token.raw.length > 250)) return true;
  }
  return false;
}

/** Sentences of a text, none longer than fits; entities are never cut. */
function sentences(text: string, room: number): string[] {
  return text.split(sentenceEnd).flatMap((sentence) => {
    if (bytesOf(sentence) <= room) return [sentence];
    const longest = Math.max(1, Math.floor(room / 10));
    return sentence.match(new RegExp(`(?:&[#a-z0-9]{1,8};|[^&]|&){1,${longest}}`, 'giu')) ?? [];
  });
}

function group(blocks: readonly Block[], room: number): Block[][] {
  const groups: Block[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const one of blocks) {
    if (size + one.bytes > room) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(one);
    size += one.bytes;
  }
  return groups;
}

function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ open, inner, close }) => open + inner + close).join('');
}

function withoutTags(html: string): string {
  return html.replace(
    /<\/?(?:p|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|blockquote|pre|dl|dt|dd)\b[^>]*>/gu,
    ' ',
  );
}
