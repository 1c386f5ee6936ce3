// Makes the files the reading tests need: workbooks with merges, Word files, PDFs, archives, all small and exact.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { expect } from 'vitest';
import type { IngestEvent, IngestOptions, RecordDraft } from '#hub/ingest/draft.ts';
import { ingestFile } from '#hub/ingest/ingest-file.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { describeError } from '#shared/errors/describe-error.ts';

export const defaultOptions: IngestOptions = { as: null, agencyName: null, today: '2026-11-20' };

/** What one file came to. */
export interface ReadFile {
  readonly name: string;
  readonly events: readonly IngestEvent[];
  readonly error: AppError | null;
}

/** Reads content under a name through the entrance, as if it had been uploaded. */
export async function readContent(
  name: string,
  content: string | Uint8Array,
  options: Partial<IngestOptions> = {},
): Promise<ReadFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-test-'));
  const path = join(folder, 'upload');
  writeFileSync(path, content);
  try {
    return await readPath(name, path, content.length, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function readPath(
  name: string,
  path: string,
  bytes: number,
  options: Partial<IngestOptions> = {},
): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for await (const file of ingestFile({ name, path, bytes }, { ...defaultOptions, ...options })) {
    const events: IngestEvent[] = [];
    let error: AppError | null = null;
    try {
      for await (const event of file.events) events.push(event);
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      error = thrown;
    }
    files.push({ name: file.name, events, error });
  }
  return files;
}

/** The only file of an upload that is no archive. */
export async function readOne(
  name: string,
  content: string | Uint8Array,
  options: Partial<IngestOptions> = {},
): Promise<ReadFile> {
  const [file] = await readContent(name, content, options);
  if (!file) throw new Error('nothing was read');
  return file;
}

/** The code a file is refused with, or `read`; its message must be complete in both languages. */
export async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const file = await readOne(name, content);
  if (!file.error) return 'read';
  for (const language of ['zh-CN', 'en'] as const) {
    expect(describeError(file.error.code, file.error.details, language)).not.toMatch(/\{\w+\}/u);
  }
  return file.error.code;
}

export function draftsOf(file: ReadFile): RecordDraft[] {
  return file.events.flatMap((event) => (event.type === 'accepted' ? [event.draft] : []));
}

/** Codes of everything said about a file and its rows, in order. */
export function codesOf(file: ReadFile): string[] {
  return file.events.flatMap((event) => {
    if (event.type === 'accepted') return event.warnings.map(({ code }) => code);
    if (event.type === 'rejected') return event.problems.map(({ code }) => code);
    return event.type === 'warning' ? [event.problem.code] : [];
  });
}

/** Row numbers by what became of them. */
export function rowsOf(file: ReadFile): { accepted: number[]; rejected: number[]; joined: number[] } {
  const rows = { accepted: [] as number[], rejected: [] as number[], joined: [] as number[] };
  for (const event of file.events) {
    if (event.type === 'accepted' || event.type === 'rejected' || event.type === 'joined')
      rows[event.type].push(event.row);
  }
  return rows;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A cell of a test workbook: text, a plain number, or a number shown as a date. */
export type TestCell = string | number | { readonly dateSerial: number } | null;

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
  /** Raw XML instead of rows. */
  readonly sheetData?: string;
}

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

function cellXml(cell: TestCell, reference: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string')
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  return `<c r="${reference}" s="1"><v>${cell.dateSerial}</v></c>`;
}

function sheetXml(sheet: TestSheet): string {
  const rows = sheet.rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`)).join('');
    return `<row r="${index + 1}">${cells}</row>`;
  });
  const merges = sheet.merges?.length
    ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet.sheetData ?? rows.join('')}</sheetData>${merges}</worksheet>`;
}

/** The bytes of an .xlsx with these sheets. */
export function makeWorkbook(...sheets: TestSheet[]): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r"><sheets>${sheets
        .map(
          (sheet, index) =>
            `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${sheet.isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheetXml(sheet));
  return zipSync(files);
}

/** The bytes of a .docx with these paragraphs; `extra` adds or replaces parts. */
export function makeWord(paragraphs: readonly string[], extra: Zippable = {}): Uint8Array {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`)
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...extra,
  });
}

/** A PDF of one page with Latin text lines, one text object each, at their places. */
export function makePdf(lines: readonly { text: string; x: number; y: number; size: number }[]): Uint8Array {
  const content = lines
    .map(
      ({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    )
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  pdf += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(pdf, true);
}
