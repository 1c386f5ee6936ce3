// PDF (ISO 32000): must begin and end as one; what runs by itself or carries other files is refused.
import { AppError } from '#shared/errors/app-error.ts';
import { unreadable } from './picture-bounds.ts';

const endMark = '%%EOF';
/** Writers leave at most a little behind the end (Annex H). */
const looseEndBytes = 1024;
const activeNames =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/u;

/** The file up to its end; what was hung on behind it goes. Throws `cases.file-type` and `cases.file-active`. */
export function checkPdf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const end = text.lastIndexOf(endMark);
  const isWhole = /^%PDF-[12]\.\d/u.test(text) && end >= text.length - looseEndBytes - endMark.length;
  if (!isWhole || !hasTable(text.slice(0, end))) throw unreadable();
  if (activeNames.test(unescapeNames(withoutStreams(text)))) throw new AppError('cases.file-active');
  return bytes.subarray(0, end + endMark.length);
}

/** The place of the cross-reference table, which must lie within the file and hold one. */
function hasTable(text: string): boolean {
  const found = /startxref\s+(\d{1,10})\s*$/u.exec(text.slice(-looseEndBytes));
  const at = Number(found?.[1] ?? Number.NaN);
  return at < text.length && /^\s*(?:xref|\d+\s+\d+\s+obj)/u.test(text.slice(at, at + 40));
}

/** Compressed data holds any short name by chance. */
const withoutStreams = (text: string): string => text.replace(/stream\r?\n[\s\S]*?endstream/gu, '');

/** `/J#61vaScript` is `/JavaScript` (7.3.5). */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/gu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
