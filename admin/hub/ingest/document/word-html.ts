// Converts the body of a .docx to HTML; macros and fields are never run, linked files never opened.
import mammoth from 'mammoth';
import { wordStyleMap } from '#shared/catalogue/word-styles.ts';

/** HTML of the document's body with pictures as data: addresses. Throws what mammoth throws on damaged files. */
export async function readWordHtml(content: Uint8Array): Promise<string> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: wordStyleMap, externalFileAccess: false },
  );
  return value;
}
