// Gives tables their head back: the editor's model knows header cells, but no `thead` around them.

const headRow =
  /(<table>(?:<caption>[^<]*<\/caption>)?)<tbody>(<tr>(?:<th\b(?:(?!<\/?t[hrd]\b)[\s\S])*<\/th>)+<\/tr>)/g;

/** The same HTML with a first row of header cells only in a `thead`. */
export function withTableHeads(html: string): string {
  return html.replace(headRow, '$1<thead>$2</thead><tbody>').replaceAll('<tbody></tbody>', '');
}
