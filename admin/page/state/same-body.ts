// Tells whether two writings of a body read the same, so that saving does not reopen the editor for nothing.

const wrappers = /<\/?(?:colgroup|col|thead|tbody|tfoot)\b[^>]*>|<p>\s*<\/p>/g;
const cellParagraph = /(<(?:td|th|li|dd|blockquote)>)<p>|<\/p>(<\/(?:td|th|li|dd|blockquote)>)/g;
const link = /<a\b[^>]*?href="([^"]*)"[^>]*>/g;
/** Pictures count with their source: one that was too large is gone from what the hub stored. */
const attributes = /<(?!img\b|a\b)(\w+)[^>]*>/g;

/** What a reader gets of a body's markup: equal for two writings that read the same. */
export const bodyEssence = (html: string) =>
  html
    .replace(wrappers, '')
    .replace(link, '<a href="$1">')
    .replace(attributes, '<$1>')
    .replace(cellParagraph, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();

/** True when both bodies have the same text in the same blocks; wrappers the editor adds do not count. */
export function isSameBody(a: string, b: string): boolean {
  return a === b || bodyEssence(a) === bodyEssence(b);
}
