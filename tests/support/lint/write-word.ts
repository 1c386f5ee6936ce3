// Writes small .docx files with everything an office leaves in them: tables, notes, comments, changes, hidden runs.
import { strToU8, zipSync } from 'fflate';

export interface WordParts {
  /** Paragraphs and tables of the body, as XML. */
  readonly body: readonly string[];
  readonly header?: string;
  readonly footer?: string;
  readonly footnote?: string;
  readonly comment?: string;
  readonly styles?: string;
  readonly creator?: string;
  readonly company?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly externalTargets?: readonly string[];
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

/** A paragraph; `properties` go to its one run. */
export const paragraph = (text: string, properties = '') => `<w:p>${run(text, properties)}</w:p>`;
/** The text in several runs, as an editor leaves it after corrections. */
export const brokenParagraph = (text: string) => {
  const size = Math.max(1, Math.floor(text.length / 4));
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
  return `<w:p>${pieces.map((piece) => run(piece)).join('')}</w:p>`;
};
export const styledParagraph = (text: string, style: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
export const wordTable = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
export const inserted = (text: string) => `<w:p><w:ins w:id="1" w:author="甲">${run(text)}</w:ins></w:p>`;
export const deleted = (text: string) =>
  `<w:p><w:del w:id="2" w:author="甲"><w:r><w:delText>${xml(text)}</w:delText></w:r></w:del>${run('正文。')}</w:p>`;
export const textBox = (text: string) =>
  `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
export const pictureWithWords = (text: string) =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><wp:docPr id="1" name="图" descr="${xml(text)}"/></wp:inline></w:drawing></w:r></w:p>`;

/** The bytes of the file. */
export function writeWord(parts: WordParts): Uint8Array {
  const story = (root: string, inside: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${w}>${inside}</w:${root}>`);
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'word/document.xml': story('document', `<w:body>${parts.body.join('')}</w:body>`),
    ...parts.files,
  };
  if (parts.header !== undefined) files['word/header1.xml'] = story('hdr', paragraph(parts.header));
  if (parts.footer !== undefined) files['word/footer1.xml'] = story('ftr', paragraph(parts.footer));
  if (parts.footnote !== undefined) {
    files['word/footnotes.xml'] = story(
      'footnotes',
      `<w:footnote w:id="2">${paragraph(parts.footnote)}</w:footnote>`,
    );
  }
  if (parts.comment !== undefined) {
    files['word/comments.xml'] = story(
      'comments',
      `<w:comment w:id="0" w:author="审核人">${paragraph(parts.comment)}</w:comment>`,
    );
  }
  if (parts.styles !== undefined) files['word/styles.xml'] = story('styles', parts.styles);
  if (parts.creator !== undefined) {
    files['docProps/core.xml'] = strToU8(
      `<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>${xml(parts.creator)}</dc:creator></cp:coreProperties>`,
    );
  }
  if (parts.company !== undefined) {
    files['docProps/app.xml'] = strToU8(
      `<?xml version="1.0"?><Properties><Company>${xml(parts.company)}</Company></Properties>`,
    );
  }
  if (parts.externalTargets !== undefined) {
    files['word/_rels/document.xml.rels'] = strToU8(
      `<?xml version="1.0"?><Relationships>${parts.externalTargets
        .map(
          (target, index) => `<Relationship Id="r${index}" Target="${xml(target)}" TargetMode="External"/>`,
        )
        .join('')}</Relationships>`,
    );
  }
  return zipSync(files);
}
