// Rows of CSV as RFC 4180 has them, in which no spreadsheet finds a formula.

/** What spreadsheets take for the beginning of a formula, also behind a blank or in the wide forms of these signs. */
const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
/** A number below zero is no formula, and must stay a number. */
const negativeNumber = /^-\d+(?:,\d{3})*(?:\.\d+)?%?$/;

/** Excel reads UTF-8 as such only with this mark. */
export const csvMark = '\ufeff';

/** One row with its line end. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = formulaStart.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
