// Gathers the fields of one item while a feed is read; the first of several with one name counts, categories add up.
import type { FeedItem } from './feed-item.ts';
import { feedReadLimits } from './fetch-limits.ts';

/** Fields an item may have several of, read together. */
const gathered: readonly string[] = ['category', 'dc:subject'];

export class ItemBuilder {
  readonly #fields = new Map<string, string>();
  #name: string | null = null;
  #words: string[] = [];
  #length = 0;

  /** Sets a whole field; blank ones and those past the bound are passed over. */
  set(name: string, words: string): void {
    const text = words.slice(0, feedReadLimits.fieldCharacters).trim();
    const before = this.#fields.get(name);
    if (text === '' || (before === undefined && this.#fields.size >= feedReadLimits.fields)) return;
    if (before === undefined) this.#fields.set(name.slice(0, 200), text);
    else if (gathered.includes(name) && before.length < 1000) this.#fields.set(name, `${before}、${text}`);
  }

  open(name: string): void {
    this.#name = name;
    this.#words = [];
    this.#length = 0;
  }

  text(words: string): void {
    if (this.#length >= feedReadLimits.fieldCharacters) return;
    this.#words.push(words);
    this.#length += words.length;
  }

  /** Markup written out inside a field (XHTML in Atom), kept as text of that field. */
  markup(html: string): void {
    this.text(html);
  }

  close(): void {
    if (this.#name !== null) this.set(this.#name, this.#words.join(''));
    this.#name = null;
  }

  build(): FeedItem {
    return this.#fields;
  }
}
