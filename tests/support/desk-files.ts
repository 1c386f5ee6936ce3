// Files as staff hand them in, written for the desk's tests: a messy sheet, a Word document, something unreadable.
import { strToU8, zipSync } from 'fflate';

export interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** GB18030 bytes of the characters the sheets below use: ASCII passes, the rest is looked up in the decoder. */
function encodeGb18030(text: string): Buffer {
  const bytesOf = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && character.length === 1) bytesOf.set(character, [lead, trail]);
    }
  return Buffer.from(
    [...text].flatMap((character) =>
      character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : (bytesOf.get(character) ?? [0x3f]),
    ),
  );
}

const catalogueRows = [
  '河湾区供水领域政务公开标准目录,,,,,,,,',
  '序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象',
  ',一级事项,二级事项,,,,,,',
  '1,供水服务,停 水 公告,停水区域、时间、原因,《城市供水条例》,提前24小时,河湾区水务局,■政府网站 □广播电视 ■公开查阅点,全社会',
  '2,,水质信息,水质检测结果,《城市供水条例》,每月更新1次,,■政府网站 ■公开查阅点,全社会',
  '3,,水价标准,各类用水价格,《价格法》,信息形成或变更之日起20个工作日内,,■政府网站,全社会',
  '4,用水办理,报装流程,材料、环节、时限,,长期公开,,■政务服务中心,全社会',
];

/** A standard catalogue as a bureau's clerk saves it: title row, two-row header, gaps, blanks, box glyphs, GB18030. */
export function messyCatalogue(): UploadedFile {
  const buffer = encodeGb18030(`${catalogueRows.join('\r\n')}\r\n`);
  return { name: '供水目录.csv', mimeType: 'text/csv', buffer };
}

const wordParts = (paragraphs: readonly string[]) => ({
  '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
});

/** A Word document with these paragraphs; the first is its title. */
export function wordDocument(name: string, paragraphs: readonly string[]): UploadedFile {
  const parts = Object.fromEntries(
    Object.entries(wordParts(paragraphs)).map(([path, xml]) => [path, strToU8(xml)] as const),
  );
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { name, mimeType, buffer: Buffer.from(zipSync(parts)) };
}

/** A file whose name promises a PDF and whose bytes are nothing known. */
export function unreadableFile(): UploadedFile {
  return {
    name: '坏文件.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 9, 0]),
  };
}

/** One document a line, in the keys `import` understands. */
export function documentLines(
  name: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): UploadedFile {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return { name, mimeType: 'application/x-ndjson', buffer: Buffer.from(text) };
}

/** An archive of these files. */
export function archiveOf(name: string, files: readonly UploadedFile[]): UploadedFile {
  const entries = Object.fromEntries(files.map((file) => [file.name, new Uint8Array(file.buffer)] as const));
  return { name, mimeType: 'application/zip', buffer: Buffer.from(zipSync(entries)) };
}
