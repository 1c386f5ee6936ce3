// A paper of a case as a Word file: A4, title centred, body in 仿宋 of size three, signature with agency and date.
import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '#shared/workbook/sheet-xml.ts';
import {
  documentRelations,
  documentStyles,
  packageRelations,
  packageTypes,
  pageFooter,
  wordNamespaces,
} from './docx-parts.ts';
import { fieldOf, type PaperText, paragraphsOf, rowsOf } from './paper-text.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Archives know these years only; a wrong clock is no reason to refuse. */
const firstZipMs = Date.UTC(1980, 0, 2);
const lastZipMs = Date.UTC(2099, 0, 1);

/** A4 with the margins of official papers (GB/T 9704), in twentieths of a point. */
const page =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>';

export function paperDocx(text: PaperText, madeAtMs: number): Uint8Array {
  const body = text.layout === 'sheet' ? sheetXml(text) : letterXml(text);
  const parts = {
    '[Content_Types].xml': packageTypes,
    '_rels/.rels': packageRelations,
    'word/document.xml': `${head}<w:document ${wordNamespaces}><w:body>${body}${page}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': documentStyles,
    'word/footer1.xml': pageFooter,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
  return zipSync(files, { level: 6, mtime: Math.min(Math.max(madeAtMs, firstZipMs), lastZipMs) });
}

function letterXml(text: PaperText): string {
  const addressee = fieldOf(text, 'addressee');
  return [
    paragraph('PaperTitle', fieldOf(text, 'title')),
    paragraph('PaperNumber', fieldOf(text, 'number')),
    addressee === '' ? '' : paragraph('Addressee', `${addressee}：`),
    ...paragraphsOf(fieldOf(text, 'body')).map((line) => paragraph('Prose', line)),
    paragraph('Signer', fieldOf(text, 'signer')),
    paragraph('Signed', fieldOf(text, 'date')),
    ...paragraphsOf(fieldOf(text, 'contact')).map((line) => paragraph('Contact', line)),
  ].join('');
}

const columnWidths = { label: 1900, value: 6944 } as const;

function sheetXml(text: PaperText): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
    .join('');
  const { label, value } = columnWidths;
  const look = `<w:tblPr><w:tblW w:w="${label + value}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const grid = `<w:tblGrid><w:gridCol w:w="${label}"/><w:gridCol w:w="${value}"/></w:tblGrid>`;
  const rows = rowsOf(text).map((row) => rowXml(row.label, row.value));
  return [
    paragraph('PaperTitle', fieldOf(text, 'title')),
    paragraph('SheetText', `登记编号：${fieldOf(text, 'number')}`),
    `<w:tbl>${look}${grid}${rows.join('')}</w:tbl>`,
    paragraph('SheetText', ''),
  ].join('');
}

function rowXml(label: string, value: string): string {
  const lines = value.split('\n').map((line) => paragraph('SheetText', line));
  const cells =
    cellXml(columnWidths.label, paragraph('SheetLabel', label)) + cellXml(columnWidths.value, lines.join(''));
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`;
}

const cellXml = (width: number, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;

function paragraph(style: string, text: string): string {
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${textXml(text)}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p>`;
}

/** What XML cannot hold has no place in a paper either; the escape of spreadsheets would be read as letters. */
function textXml(text: string): string {
  return escapeXml(text.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')).replaceAll('_x005F_x', '_x');
}
