// What becomes of an uploaded file before it is kept: recognised by its content, checked, and rid of what it says of its maker.
import { AppError } from '#shared/errors/app-error.ts';
import type { caseFileTypes } from '#shared/protocol/cases-api.ts';
import { checkPdf } from './check-pdf.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import { cleanWebp } from './clean-webp.ts';

export type CaseFileType = (typeof caseFileTypes)[number];

export interface CleanedFile {
  readonly mediaType: CaseFileType;
  readonly bytes: Uint8Array;
}

const cleaners: readonly (readonly [CaseFileType, readonly number[], (bytes: Uint8Array) => Uint8Array])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff], cleanJpeg],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], cleanPng],
  ['image/webp', [0x52, 0x49, 0x46, 0x46], cleanWebp],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d], checkPdf],
];

/**
 * Name and declared type play no part. Throws `cases.file-type` for anything else, cut short or of two kinds at once as
 * far as it can be told, `cases.picture-too-large` and `cases.file-active`.
 */
export function cleanFile(bytes: Uint8Array): CleanedFile {
  const found = cleaners.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (found === undefined) throw new AppError('cases.file-type');
  const [mediaType, , clean] = found;
  return { mediaType, bytes: clean(bytes) };
}
