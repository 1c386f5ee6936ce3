// Converts the body of a .docx to HTML; macros and fields are never run, linked files never opened.
import mammoth from 'mammoth';

/** Styles of Chinese Word and WPS that mammoth's own map does not know. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='副标题'] => h2:fresh",
  "p[style-name='标题 1'] => h1:fresh",
  "p[style-name='标题 2'] => h2:fresh",
  "p[style-name='标题 3'] => h3:fresh",
  "p[style-name='标题 4'] => h4:fresh",
  'u => u',
];

/** HTML of the document's body with pictures as data: addresses. Throws what mammoth throws on damaged files. */
export async function readWordHtml(content: Uint8Array): Promise<string> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, externalFileAccess: false });
  return value;
}
