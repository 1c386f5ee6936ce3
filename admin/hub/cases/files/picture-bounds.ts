// How large a picture may say it is: a few bytes can claim more pixels than a memory holds.
import { AppError } from '#shared/errors/app-error.ts';

const longestSide = 20_000;
const mostPixels = 120_000_000;

/** Throws `cases.file-type` for a picture without pixels and `cases.picture-too-large`. */
export function checkPicture(width: number, height: number): void {
  if (width < 1 || height < 1) throw unreadable();
  if (width > longestSide || height > longestSide || width * height > mostPixels)
    throw new AppError('cases.picture-too-large');
}

/** The error for a picture that is not what it began as. */
export const unreadable = (): AppError => new AppError('cases.file-type');

/** A view of the bytes for reading numbers. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
