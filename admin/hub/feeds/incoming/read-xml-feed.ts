// Reads RSS 2.0, RSS 1.0 and Atom 1.0 from text, without expanding anything and within bounds.
import { SaxesParser } from 'saxes';
import { AppError } from '#shared/errors/app-error.ts';
import type { FeedFormat, FeedItem, ParsedFeed } from './feed-item.ts';
import { feedReadLimits } from './fetch-limits.ts';
import { ItemBuilder } from './item-builder.ts';

const atom = 'http://www.w3.org/2005/Atom';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const tombstones = 'http://purl.org/atompub/tombstones/1.0';
/** Names of extensions as the mapping shows them, whatever prefix a feed chose. */
const prefixes: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
};

interface Tag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, { readonly value: string }>>;
}

/**
 * Throws `feeds.broken-xml`, `feeds.entities`, `feeds.too-deep` or `feeds.not-a-feed`. Names declared in a document
 * type are never expanded: a feed that declares any is refused whole.
 */
export function readXmlFeed(text: string): ParsedFeed {
  const reader = new XmlFeedReader();
  reader.read(text);
  return reader.finish();
}

/** Thrown through the parser when enough was read. */
class Enough extends Error {}

class XmlFeedReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: Tag[] = [];
  readonly #items: FeedItem[] = [];
  readonly #deleted: string[] = [];
  #format: FeedFormat | null = null;
  #title = '';
  #item: ItemBuilder | null = null;
  /** Depth at which the item stands. */
  #itemDepth = 0;
  #isTruncated = false;

  read(text: string): void {
    const parser = this.#parser;
    parser.on('doctype', (doctype) => {
      if (/<!ENTITY/i.test(doctype)) throw new AppError('feeds.entities');
    });
    parser.on('error', (error) => {
      throw new AppError('feeds.broken-xml', { line: parser.line }, { cause: error });
    });
    parser.on('opentag', (tag) => this.#openTag(tag as unknown as Tag));
    parser.on('closetag', () => this.#closeTag());
    parser.on('text', (words) => this.#text(words));
    parser.on('cdata', (words) => this.#text(words));
    try {
      parser.write(text).close();
    } catch (thrown) {
      if (!(thrown instanceof Enough)) throw thrown;
    }
  }

  finish(): ParsedFeed {
    if (this.#format === null) throw new AppError('feeds.not-a-feed');
    const title = this.#title.trim().slice(0, 300);
    return {
      ...{ format: this.#format, title, items: this.#items },
      ...{ isTruncated: this.#isTruncated, deleted: this.#deleted },
    };
  }

  #openTag(tag: Tag): void {
    const depth = this.#open.length;
    if (depth >= feedReadLimits.depth) throw new AppError('feeds.too-deep', { limit: feedReadLimits.depth });
    if (depth === 0) this.#format = formatOf(tag);
    this.#open.push(tag);
    if (this.#item !== null) this.#openField(tag, depth - this.#itemDepth);
    else if (isItem(tag)) this.#openItem(tag, depth);
    else if (tag.uri === tombstones && tag.local === 'deleted-entry') {
      const ref = tag.attributes.ref?.value;
      if (ref !== undefined && this.#deleted.length < feedReadLimits.items) this.#deleted.push(ref);
    }
  }

  #openItem(tag: Tag, depth: number): void {
    if (this.#items.length >= feedReadLimits.items) {
      this.#isTruncated = true;
      throw new Enough();
    }
    this.#item = new ItemBuilder();
    this.#itemDepth = depth;
    const about = tag.attributes['rdf:about']?.value;
    if (about !== undefined) this.#item.set('rdf:about', about);
  }

  #openField(tag: Tag, depth: number): void {
    const item = this.#item as ItemBuilder;
    if (depth > 1) {
      item.markup(startTagOf(tag));
      return;
    }
    item.open(fieldName(tag));
    if (tag.uri === atom && tag.local === 'link') this.#atomLink(tag);
    else if (tag.uri === atom && tag.local === 'category') item.text(tag.attributes.term?.value ?? '');
  }

  /** An entry's own page is its `alternate`, or the link that says nothing else. */
  #atomLink({ attributes }: Tag): void {
    const [rel, href] = [attributes.rel?.value ?? 'alternate', attributes.href?.value ?? ''];
    if (rel === 'alternate') this.#item?.text(href);
    else this.#item?.set(`link.${rel.slice(0, 40)}`, href);
  }

  #closeTag(): void {
    const tag = this.#open.pop();
    const depth = this.#open.length - this.#itemDepth;
    if (tag === undefined || this.#item === null) return;
    if (depth > 1) this.#item.markup(`</${tag.local}>`);
    else if (depth === 1) this.#item.close();
    else {
      this.#items.push(this.#item.build());
      this.#item = null;
    }
  }

  #text(words: string): void {
    if (this.#item !== null) {
      const depth = this.#open.length - this.#itemDepth;
      if (depth === 2) this.#item.text(words);
      else if (depth > 2) this.#item.markup(escapeText(words));
      return;
    }
    const tag = this.#open.at(-1);
    const isHead = this.#open.length === (this.#format === 'atom' ? 2 : 3);
    if (tag?.local === 'title' && isHead && this.#title.length < 1000) this.#title += words;
  }
}

function formatOf({ local, uri }: Tag): FeedFormat {
  if (local === 'feed' && uri === atom) return 'atom';
  if ((local === 'rss' && uri === '') || (local === 'RDF' && uri === rdf)) return 'rss';
  throw new AppError('feeds.not-a-feed');
}

const isItem = ({ local, uri }: Tag) => (uri === atom ? local === 'entry' : local === 'item');

/** Plain names for what the formats define, a prefix for what others added. */
function fieldName({ local, uri, name }: Tag): string {
  if (uri === '' || uri === atom || uri === 'http://purl.org/rss/1.0/') return local;
  const prefix = prefixes[uri];
  return prefix === undefined ? name : `${prefix}:${local}`;
}

/** Written anew from its parts; attributes are for the sanitiser to judge. */
function startTagOf({ local, attributes }: Tag): string {
  const kept = Object.entries(attributes).filter(([name]) => /^(?:href|src|alt|colspan|rowspan)$/.test(name));
  const words = kept.map(([name, { value }]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`);
  return `<${local}${words.join('')}>`;
}

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
