// Cuts the converter's HTML between its top-level elements, so that the page can take it in piece by piece.

const voidTags = new Set(['br', 'hr', 'img']);

/**
 * Parts of about `size` characters whose concatenation is `html`. It must be well-formed, with every `<` of its
 * text escaped, as mammoth writes it; an element longer than a part stays whole.
 */
export function cutHtml(html: string, size: number): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/giu)) {
    const [tag, slash, name = '', isSelfClosed] = match;
    if (isSelfClosed || voidTags.has(name.toLowerCase())) continue;
    depth += slash ? -1 : 1;
    const end = match.index + tag.length;
    if (depth === 0 && end - start >= size) {
      parts.push(html.slice(start, end));
      start = end;
    }
  }
  if (start < html.length) parts.push(html.slice(start));
  return parts;
}
