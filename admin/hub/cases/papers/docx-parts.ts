// The fixed parts of the Word files of papers: package, styles after GB/T 9704, and page numbers.

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNs = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const wordNamespaces = `xmlns:w="${main}" xmlns:r="${relationTypes}"`;

export const packageTypes = `${head}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/></Types>`;

export const packageRelations = `${head}<Relationships xmlns="${packageNs}/relationships"><Relationship Id="rId1" Type="${relationTypes}/officeDocument" Target="word/document.xml"/></Relationships>`;

export const documentRelations = `${head}<Relationships xmlns="${packageNs}/relationships"><Relationship Id="rId1" Type="${relationTypes}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relationTypes}/footer" Target="footer1.xml"/></Relationships>`;

/** 方正小标宋 for titles, 仿宋 for text, 黑体 for labels; Western letters in Times New Roman. */
const fonts = (chinese: string) =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${chinese}"/>`;
const song = fonts('方正小标宋简体');
const fangSong = fonts('仿宋_GB2312');
const hei = fonts('黑体');

/** `size` is in half points: 44 is size two (二号), 32 size three (三号), 24 small four (小四). */
const style = (id: string, font: string, size: number, layout: string) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/><w:pPr>${layout}</w:pPr><w:rPr>${font}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;

/** Lines of 28 points, as official papers are set. */
const spacing = (before = 0, after = 0) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="560" w:lineRule="exact"/>`;
/** Lines of a table, as high as they need. */
const close = '<w:spacing w:before="40" w:after="40" w:line="320" w:lineRule="atLeast"/>';
const centred = '<w:jc w:val="center"/>';
const indented = (size: number) => `<w:ind w:firstLineChars="200" w:firstLine="${size * 20}"/>`;
const toTheRight = '<w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>';

const styles = [
  style('PaperTitle', song, 44, `<w:keepNext/>${spacing(0, 280)}${centred}`),
  style('PaperNumber', fangSong, 32, `${spacing(0, 280)}${centred}`),
  style('Addressee', fangSong, 32, spacing()),
  style('Prose', fangSong, 32, `${spacing()}${indented(32)}<w:jc w:val="both"/>`),
  style('Signer', fangSong, 32, `<w:keepNext/>${spacing(840)}${toTheRight}`),
  style('Signed', fangSong, 32, `${spacing(0, 280)}${toTheRight}`),
  style('Contact', fangSong, 28, `${spacing()}${indented(28)}`),
  style('SheetLabel', hei, 24, `${close}${centred}`),
  style('SheetText', fangSong, 24, close),
  style('PageNumber', fonts('宋体'), 28, centred),
];

export const documentStyles = `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fangSong}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles.join('')}</w:styles>`;

const pageNumber =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

export const pageFooter = `${head}<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>${pageNumber}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
