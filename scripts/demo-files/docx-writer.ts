// Writes small Word files (Office Open XML): headings, paragraphs and tables, nothing else, the same bytes on every run.
import { strToU8, zipSync } from 'fflate';

export type DocxBlock =
  | {
      readonly type: 'title' | 'heading' | 'subheading' | 'paragraph' | 'note' | 'right';
      readonly text: string;
    }
  | {
      readonly type: 'table';
      readonly rows: readonly (readonly string[])[];
      /** Widths of the columns in twentieths of a point; together at most 9,000. */
      readonly widths: readonly number[];
      readonly hasHeader?: boolean;
    };

export interface DocxPaper {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly DocxBlock[];
}

/** Zip entries carry this time, so that writing again changes no byte. */
const fixedTime = new Date(2026, 10, 20, 9, 0, 0);
const ns = 'http://schemas.openxmlformats.org';
const wordNs = `${ns}/wordprocessingml/2006/main`;
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of the Word file. */
export function writeDocx(paper: DocxPaper): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreProperties(paper.title),
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': styles,
    'word/document.xml': documentPart(paper.blocks),
  };
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(head + text)] as const);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: fixedTime });
}

function documentPart(blocks: readonly DocxBlock[]): string {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1361" w:bottom="1361" w:left="1361" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';
  return `<w:document xmlns:w="${wordNs}"><w:body>${blocks.map(blockPart).join('')}${page}</w:body></w:document>`;
}

function blockPart(block: DocxBlock): string {
  if (block.type === 'table') return tablePart(block);
  return paragraphPart(styleIds[block.type], block.text);
}

function paragraphPart(style: string, text: string): string {
  const runs = text.split('\n').map(escapeXml).join('</w:t><w:br/><w:t xml:space="preserve">');
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${runs}</w:t></w:r></w:p>`;
}

function tablePart(table: Extract<DocxBlock, { type: 'table' }>): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((edge) => `<w:${edge} w:val="single" w:sz="6" w:space="0" w:color="333333"/>`)
    .join('');
  const grid = table.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = table.rows.map((cells, at) =>
    rowPart(cells, table.widths, at === 0 && table.hasHeader === true),
  );
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${paragraphPart('Cell', '')}`;
}

/** A row with fewer cells than columns gives the rest of the width to its last cell. */
function rowPart(cells: readonly string[], widths: readonly number[], isHeader: boolean): string {
  const parts = cells.map((text, at) => {
    const isLast = at === cells.length - 1;
    const own = isLast ? widths.slice(at) : widths.slice(at, at + 1);
    const width = own.reduce((sum, one) => sum + one, 0);
    const span = own.length > 1 ? `<w:gridSpan w:val="${own.length}"/>` : '';
    const shade = isHeader ? '<w:shd w:val="clear" w:color="auto" w:fill="F3F1EA"/>' : '';
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${shade}<w:vAlign w:val="center"/></w:tcPr>${paragraphPart(isHeader ? 'HeadCell' : 'Cell', text)}</w:tc>`;
  });
  const repeat = isHeader ? '<w:tblHeader/>' : '';
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="480" w:hRule="atLeast"/>${repeat}</w:trPr>${parts.join('')}</w:tr>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const styleIds = {
  title: 'Title',
  heading: 'Heading1',
  subheading: 'Heading2',
  paragraph: 'Body',
  note: 'Note',
  right: 'Right',
} as const;

/** One paragraph style; `size` in half points, `outline` the level of a heading. */
function style(
  id: string,
  name: string,
  size: number,
  layout: string,
  isBold = false,
  outline: number | null = null,
): string {
  const level = outline === null ? '' : `<w:outlineLvl w:val="${outline}"/>`;
  const bold = isBold ? '<w:b/>' : '';
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${layout}${level}</w:pPr><w:rPr>${bold}<w:sz w:val="${size}"/></w:rPr></w:style>`;
}

const indent = '<w:ind w:firstLineChars="200" w:firstLine="480"/>';
const styles = `<w:styles xmlns:w="${wordNs}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Title', 'Title', 36, '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>', true, 0),
  style('Heading1', 'heading 1', 30, '<w:keepNext/><w:spacing w:before="280" w:after="100"/>', true, 0),
  style('Heading2', 'heading 2', 26, '<w:keepNext/><w:spacing w:before="160" w:after="60"/>', true, 1),
  style('Body', 'Body Text', 24, `<w:spacing w:line="400" w:lineRule="auto"/>${indent}`),
  style('Note', 'Note', 20, '<w:spacing w:before="60" w:line="320" w:lineRule="auto"/>'),
  style('Right', 'Signature', 24, '<w:spacing w:before="200"/><w:jc w:val="right"/>'),
  style('Cell', 'Table Cell', 22, '<w:spacing w:line="280" w:lineRule="auto"/>'),
  style(
    'HeadCell',
    'Table Head',
    22,
    '<w:spacing w:line="280" w:lineRule="auto"/><w:jc w:val="center"/>',
    true,
  ),
].join('')}</w:styles>`;

const officeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${officeType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${officeType}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const packageRelations = `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${ns}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const documentRelations = `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

function coreProperties(title: string): string {
  return `<cp:coreProperties xmlns:cp="${ns}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}
