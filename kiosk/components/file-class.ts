// Sorts attachments by what the terminal can do with them.
import type { AttachmentRef } from '#shared/catalogue/record.ts';

export type FileClass = 'pdf' | 'image' | 'text' | 'word' | 'sheet' | 'zip' | 'other';

const byExtension: Readonly<Record<string, FileClass>> = {
  pdf: 'pdf',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  txt: 'text',
  doc: 'word',
  docx: 'word',
  wps: 'word',
  xls: 'sheet',
  xlsx: 'sheet',
  xlsm: 'sheet',
  csv: 'sheet',
  tsv: 'sheet',
  zip: 'zip',
};

const shownImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** By media type first; by the name's ending when the media type says nothing. */
export function fileClassOf({ mediaType, name }: Pick<AttachmentRef, 'mediaType' | 'name'>): FileClass {
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (type === 'application/pdf') return 'pdf';
  if (shownImages.has(type)) return 'image';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const isTable = ending === 'csv' || ending === 'tsv';
  if (type === 'text/plain' && !isTable) return 'text';
  return byExtension[ending] ?? 'other';
}

/** Whether the file opens on the terminal itself; of Word and spreadsheets only today's formats do. */
export function isReadableHere(attachment: Pick<AttachmentRef, 'mediaType' | 'name'>): boolean {
  const fileClass = fileClassOf(attachment);
  if (fileClass === 'word') return /\.docx$/i.test(attachment.name);
  if (fileClass === 'sheet') return /\.(xlsx|xlsm|csv|tsv)$/i.test(attachment.name);
  return fileClass === 'pdf' || fileClass === 'image' || fileClass === 'text';
}
