// Takes senseless nesting out of HTML before it is parsed: the parser's time grows with the square of its depth.

/** Real pages nest some 30 deep; editors that wrap on every save reach a few hundred. */
const deepestNesting = 500;
/** Not counted: elements without an end tag or whose end tag may be left out, and those dropped with their content. */
const uncounted =
  'p|li|t[dhr]|d[td]|option|br|hr|img|input|meta|link|col|area|base|wbr|source|param|embed|track|html|head|body|title|script|style|textarea|noscript|template|xmp|plaintext';
const nestable = new RegExp(
  `<(/?)(?!(?:${uncounted})[\\s>/])[a-z][a-z0-9:-]{0,30}(?=[\\s>/])[^<>]{0,2000}>`,
  'giu',
);

/** The same HTML with elements beyond the bound taken out; their content stays. What is left may still be anything. */
export function flattenNesting(html: string): string {
  let depth = 0;
  return html.replace(nestable, (tag, close: string) => {
    if (close === '') {
      depth += 1;
      return depth > deepestNesting ? '' : tag;
    }
    const isBeyond = depth > deepestNesting;
    depth = Math.max(0, depth - 1);
    return isBeyond ? '' : tag;
  });
}
