// Word and spreadsheet attachments of the fixture, packed as their programs pack them; and one that is a bomb.
import { strToU8, zipSync } from 'fflate';

const blob = (files: Readonly<Record<string, string | Uint8Array>>): Blob => {
  const packed = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return new Blob([
    zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>) as Uint8Array<ArrayBuffer>,
  ]);
};

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** A red dot, 5 by 5. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==';

function paragraph(text: string, style = ''): string {
  const properties = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const drawing = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="章" descr="样章"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** An application form: heading, text, table, picture, and a paragraph for each of many questions. */
export function makeWord(): Blob {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const row = (...texts: string[]) => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
  const table = `<w:tbl>${row('姓名', '', '身份证号', '')}${row('户籍地址', '', '联系电话', '')}</w:tbl>`;
  const lines = Array.from({ length: 900 }, (_, index) =>
    paragraph(`（${index + 1}）共同生活的家庭成员情况，如实填写，不清楚的可以请工作人员代为填写。`),
  );
  const body = [
    paragraph('最低生活保障申请书', '1'),
    paragraph('填表说明：&lt;script&gt;不是脚本&lt;/script&gt;'),
    table,
    drawing,
    ...lines,
  ];
  return blob({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${relation}/image" Target="media/a.png"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/></w:style></w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${relation}"><w:body>${body.join('')}</w:body></w:document>`,
    'word/media/a.png': Uint8Array.from(atob(picture), (character) => character.charCodeAt(0)),
  });
}

const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const columnNames = 'ABCDEFGHIJ';

function sheetXml(rows: readonly (readonly (string | number)[])[], merges: readonly string[]): string {
  const cell = (value: string | number, reference: string) =>
    typeof value === 'number'
      ? `<c r="${reference}"><v>${value}</v></c>`
      : `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const lines = rows.map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((value, column) => (value === '' ? '' : cell(value, `${columnNames[column]}${at + 1}`))).join('')}</row>`,
  );
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `<worksheet xmlns="${sheetSpace}"><sheetData>${lines.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

/** Two sheets: a list of fees with a title, a head of two rows and merged agencies, and a short one. */
export function makeTable(rows: number): Blob {
  const agencies = ['区住房和城乡建设局', '区市场监督管理局', '区教育局', '区卫生健康局', '清源街道办事处'];
  const lines = Array.from({ length: rows }, (_, index) => [
    index + 1,
    index % 3 === 0 ? (agencies[Math.floor(index / 3) % agencies.length] as string) : '',
    `第 ${index + 1} 项：证照工本费、检验检测费和资料复印费`,
    '行政事业性收费',
    (index * 37) % 900,
    ((index * 13) % 400) + 0.5,
    `发改价格〔20${10 + (index % 15)}〕${(index % 400) + 1}号`,
    index % 7 === 0 ? '小微企业减半' : '',
  ]);
  const head = [
    ['2026年区级各单位收费项目明细表'],
    ['序号', '执收单位', '收费项目', '性质', '标准（元）', '', '依据', '备注'],
    ['', '', '', '', '最低', '最高', '', ''],
  ];
  const merges = ['A1:H1', 'E2:F2', ...[...'ABCDGH'].map((column) => `${column}2:${column}3`)];
  for (let row = 4; row + 2 < rows + 4; row += 3) merges.push(`B${row}:B${row + 2}`);
  const short = sheetXml(
    [
      ['项目', '金额'],
      ['合计', 12.5],
    ],
    [],
  );
  return blob({
    'xl/workbook.xml': `<workbook xmlns="${sheetSpace}" xmlns:r="${relation}"><sheets><sheet name="收费项目" sheetId="1" r:id="rId1"/><sheet name="汇总" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml([...head, ...lines], merges),
    'xl/worksheets/sheet2.xml': short,
  });
}

/** A workbook that says of its sheet that it unpacks to almost 4 GB. */
export async function makeBomb(): Promise<Blob> {
  const bytes = new Uint8Array(await makeTable(3).arrayBuffer());
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xf0000000, true);
  }
  return new Blob([bytes]);
}
