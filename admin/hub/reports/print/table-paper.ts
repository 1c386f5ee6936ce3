// A table of a ledger as HTML to print: heads on every page, columns as wide as in the spreadsheet.
import type { ReportColumn, ReportRow, ReportTable } from '#shared/reports/report-table.ts';
import { shownValue } from '#shared/reports/report-table.ts';
import { escapeHtml } from '../../phone/markup.ts';

/** The table's HTML in pieces. */
export async function* tableHtml({ title, remarks, columns, rows }: ReportTable): AsyncGenerator<string> {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col width="${((100 * width) / whole).toFixed(2)}%">`);
  const heads = columns.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`);
  yield `<h1>${escapeHtml(title)}</h1>`;
  yield remarks.map((remark) => `<p class="remark">${escapeHtml(remark)}</p>`).join('');
  yield `<table class="table-fixed"><colgroup>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>`;
  for await (const batch of rows) yield batch.map((row) => rowHtml(row, columns)).join('');
  yield '</tbody></table>';
}

function rowHtml(
  { cells, isStrong = false, isVoid = false }: ReportRow,
  columns: readonly ReportColumn[],
): string {
  const marks = [isStrong ? 'strong' : '', isVoid ? 'void' : ''].filter((mark) => mark !== '');
  const written = columns.map(({ kind, width }, at) => {
    const value = cells[at] ?? null;
    const look =
      typeof value === 'number' && width > 10 ? 'number' : kind === 'text' && width > 10 ? '' : 'centre';
    return `<td${look === '' ? '' : ` class="${look}"`}>${escapeHtml(shownValue(value, kind))}</td>`;
  });
  return `<tr${marks.length === 0 ? '' : ` class="${marks.join(' ')}"`}>${written.join('')}</tr>`;
}
