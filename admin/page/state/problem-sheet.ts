// The problems of an import as a spreadsheet, for whoever has to mend the files.
import type { ImportedFile } from './import-figures.ts';

/** Quotes a cell (RFC 4180); a cell that would start a formula in a spreadsheet program gets a leading apostrophe. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** CSV with a byte order mark, so that spreadsheet programs read it as UTF-8. `headings` has five words. */
export function problemSheet(files: readonly ImportedFile[], headings: readonly string[]): string {
  const [refused = '', warned = ''] = headings.slice(4);
  const lines = files.flatMap((file) => [
    ...file.rejected.map((problem) => [file.file, problem.row, problem.column, refused, problem.message]),
    ...file.warnings.map((problem) => [file.file, problem.row, problem.column, warned, problem.message]),
  ]);
  const head = [...headings.slice(0, 3), '', headings[3] ?? ''];
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
