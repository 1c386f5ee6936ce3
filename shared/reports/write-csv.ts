// Writes a table as .csv that spreadsheet programs open with Chinese intact and without calculating anything.
import { type ReportTable, shownValue } from './report-table.ts';

const byteOrderMark = '\uFEFF';

/** In quotes; what a spreadsheet program would calculate gets an apostrophe before it. Numbers stay numbers. */
export function csvCell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/u.test(text) && !/^-?\d+(?:\.\d+)?$/u.test(text);
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** Heads, then rows, in pieces; ends lines as spreadsheet programs do. */
export async function* writeCsv({ columns, rows }: ReportTable): AsyncGenerator<string> {
  yield `${byteOrderMark}${columns.map(({ title }) => csvCell(title)).join(',')}\r\n`;
  for await (const batch of rows) {
    const lines = batch.map(({ cells }) =>
      columns.map(({ kind }, at) => csvCell(shownValue(cells[at] ?? null, kind))).join(','),
    );
    if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
  }
}
