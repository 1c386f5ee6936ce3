// A table as a file somebody asked for: a spreadsheet, comma-separated values, or a paper to print.
import type { Language } from '#shared/errors/app-error.ts';
import type { FileFormat } from '#shared/protocol/ledgers-api.ts';
import { type ReportTable, sheetOf } from '#shared/reports/report-table.ts';
import { writeCsv } from '#shared/reports/write-csv.ts';
import type { WritableSheet } from '#shared/workbook/workbook-sheet.ts';
import { writeWorkbook } from '#shared/workbook/write-workbook.ts';
import { downloadHeaders } from '../http/static/download-headers.ts';
import { encoded, paperResponse, streamed } from './print/paper.ts';
import { tableHtml } from './print/table-paper.ts';

export interface FileRequest {
  readonly format: FileFormat;
  readonly language: Language;
  readonly nowMs: number;
  /** Without ending. */
  readonly name: string;
}

export function tableFile(table: ReportTable, request: FileRequest): Response {
  const { format, language, name } = request;
  if (format === 'html')
    return paperResponse({ title: table.title, language, isWide: true }, tableHtml(table));
  if (format === 'csv') return streamed(encoded(writeCsv(table)), downloadHeaders(`${name}.csv`));
  return workbookFile([sheetOf(table, table.title)], request);
}

export function workbookFile(
  sheets: readonly WritableSheet[],
  { name, nowMs }: Pick<FileRequest, 'name' | 'nowMs'>,
): Response {
  return streamed(writeWorkbook(sheets, nowMs), downloadHeaders(`${name}.xlsx`));
}
