// Takes the element that holds an article out of a web page, by its id or class: nothing is run, nothing is guessed.

/** How staff say where the article stands. */
export interface ArticlePlace {
  readonly by: 'id' | 'class';
  readonly name: string;
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: string;
  readonly from: number;
  /** Behind its `>`. */
  readonly to: number;
}

/** What stands inside these is text, whatever it looks like. */
const rawTags: readonly string[] = ['script', 'style', 'textarea', 'title', 'noscript', 'xmp', 'iframe'];
const voidTags: readonly string[] = ['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'embed', 'wbr'];

/**
 * The inside of the first element with that id or class, or null when the page has none. An element that is never
 * closed reaches to the end of the page; what comes out is for the sanitiser. Each character is looked at once.
 */
export function articleElement(html: string, place: ArticlePlace): string | null {
  let start: Tag | null = null;
  let depth = 0;
  for (const tag of tagsOf(html)) {
    if (start === null) {
      if (!isPlace(tag, place)) continue;
      start = tag;
      depth = 1;
    } else if (tag.name === start.name && !tag.attributes.endsWith('/')) {
      depth += tag.isClosing ? -1 : 1;
      if (depth === 0) return html.slice(start.to, tag.from);
    }
  }
  return start === null ? null : html.slice(start.to);
}

/** The tags of a page in order, as a browser would see them. */
function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf('<');
  while (at >= 0) {
    const tag = tagAt(html, at);
    let next = at + 1;
    if (html.startsWith('<!--', at)) next = endOr(html, html.indexOf('-->', at + 4));
    else if (tag !== null) {
      yield tag;
      next = tag.isClosing || !rawTags.includes(tag.name) ? tag.to : endOfRaw(html, tag);
    }
    at = html.indexOf('<', next);
  }
}

const endOr = (html: string, index: number) => (index < 0 ? html.length : index);

function endOfRaw(html: string, { name, to }: Tag): number {
  const end = new RegExp(`</${name}\\b`, 'gi');
  end.lastIndex = to;
  return end.exec(html)?.index ?? html.length;
}

const tagName = /\/?([a-zA-Z][\w:-]{0,100})/y;

/** Null for a `<` that begins no tag. One without its end takes the rest of the page. */
function tagAt(html: string, from: number): Tag | null {
  tagName.lastIndex = from + 1;
  const name = tagName.exec(html)?.[1];
  if (name === undefined) return null;
  const begin = tagName.lastIndex;
  const end = endOfTag(html, begin);
  const attributes = html.slice(begin, end).trimEnd();
  return { name: name.toLowerCase(), isClosing: html[from + 1] === '/', attributes, from, to: end + 1 };
}

/** Where the `>` is that no quotes hide. */
function endOfTag(html: string, begin: number): number {
  for (let at = begin; at < html.length; at++) {
    const sign = html[at];
    if (sign === '>') return at;
    if (sign === '"' || sign === "'") at = endOr(html, html.indexOf(sign, at + 1));
  }
  return html.length;
}

function isPlace(tag: Tag, { by, name }: ArticlePlace): boolean {
  if (tag.isClosing || voidTags.includes(tag.name)) return false;
  const found = new RegExp(`(?:^|\\s)${by}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    tag.attributes.slice(0, 5000),
  );
  const words = found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
  return by === 'id' ? words.trim() === name : words.split(/\s+/).includes(name);
}
