// Takes HTML from outside apart, tag by tag, however badly it is written; comments are kept, they are looked at too.
import { decodeEntities } from '../ingest/html-scanner.ts';

export type HtmlToken =
  | { readonly type: 'text' | 'comment'; readonly text: string }
  | {
      readonly type: 'open';
      readonly tag: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly isVoid: boolean;
    }
  | { readonly type: 'close'; readonly tag: string };

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose content is no markup. */
const rawTags = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe']);
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>`]+)))?/gu;

/** What was taken off the front of the rest, and where the rest goes on. */
interface Taken {
  readonly tokens: readonly HtmlToken[];
  readonly end: number;
}

/** Tokens in order. Never throws. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { type: 'text', text: decodeEntities(html.slice(at, open)) };
    const taken = takeMarkup(html, open);
    yield* taken.tokens;
    at = taken.end;
  }
  if (at < html.length) yield { type: 'text', text: decodeEntities(html.slice(at)) };
}

function takeMarkup(html: string, open: number): Taken {
  if (html.startsWith('<!--', open)) return takeComment(html, open);
  const name = /^<(\/?)([a-zA-Z][\w:-]*)/u.exec(html.slice(open, open + 64));
  if (name !== null) {
    const tag = (name[2] ?? '').toLowerCase();
    const end = tagEnd(html, open);
    if (name[1] === '/') return { tokens: [{ type: 'close', tag }], end: end + 1 };
    return takeElement(html, tag, html.slice(open + name[0].length, end), end + 1);
  }
  if (!/^<[!?]/u.test(html.slice(open, open + 2)))
    return { tokens: [{ type: 'text', text: '<' }], end: open + 1 };
  const end = html.indexOf('>', open);
  return { tokens: [], end: end < 0 ? html.length : end + 1 };
}

function takeComment(html: string, open: number): Taken {
  const end = html.indexOf('-->', open + 4);
  const text = html.slice(open + 4, end < 0 ? html.length : end);
  return { tokens: [{ type: 'comment', text }], end: end < 0 ? html.length : end + 3 };
}

function takeElement(html: string, tag: string, inside: string, after: number): Taken {
  const isVoid = voidTags.has(tag) || inside.endsWith('/');
  const token = { type: 'open', tag, attributes: attributesOf(inside), isVoid } as const;
  if (!rawTags.has(tag) || isVoid) return { tokens: [token], end: after };
  const end = rawEnd(html, after, tag);
  const raw = html.slice(after, end);
  const text = tag === 'title' || tag === 'textarea' ? decodeEntities(raw) : raw;
  return { tokens: [token, { type: 'text', text }], end };
}

/** The `>` that ends a tag, not one within quotes. */
function tagEnd(html: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < html.length; at++) {
    const character = html[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if ((character === '"' || character === "'") && /[=\s]/u.test(html[at - 1] ?? '')) quote = character;
    else if (character === '>') return at;
  }
  // A quote that is never closed: the first bracket ends the tag.
  const first = html.indexOf('>', open);
  return first < 0 ? html.length : first;
}

function rawEnd(html: string, from: number, tag: string): number {
  const close = new RegExp(`</${tag}\\b`, 'giu');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function attributesOf(inside: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of inside.matchAll(attribute)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''));
  }
  return attributes;
}
