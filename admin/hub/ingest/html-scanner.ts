// Walks well-formed HTML (what the sanitiser or our own writers made) token by token.

export interface TextToken {
  readonly type: 'text';
  readonly raw: string;
}

export interface TagToken {
  readonly type: 'open' | 'close';
  readonly tag: string;
  readonly raw: string;
  /** True for tags that have no end tag: br, hr, img. */
  readonly isVoid: boolean;
}

export type HtmlToken = TextToken | TagToken;

const voidTags = new Set(['br', 'hr', 'img']);
/** Attribute values are quoted and hold no `>` after sanitising, so the first `>` ends the tag. */
const token = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+|</gu;

/** The tokens in order; a stray `<` counts as text. */
export function* scanHtml(html: string): Generator<HtmlToken> {
  for (const match of html.matchAll(token)) {
    const raw = match[0];
    const tag = match[2];
    if (tag === undefined) yield { type: 'text', raw };
    else if (match[1] === '/') yield { type: 'close', tag, raw, isVoid: false };
    else yield { type: 'open', tag, raw, isVoid: voidTags.has(tag) };
  }
}

export function attributeOf(raw: string, name: string): string | null {
  const match = new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(raw);
  return match?.[1] ?? null;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Turns the entities a sanitiser writes back into characters. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text made safe for the inside of an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
