// Turns what SQLite and the file system throw into errors staff can act on.
import { AppError } from '#shared/errors/app-error.ts';

const busy = 5;
const locked = 6;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

/** An AppError of the `store.` family for conditions someone can mend; anything else passes through. */
export function asStoreError(thrown: unknown): unknown {
  switch (primaryCode(thrown)) {
    case busy:
    case locked:
      return new AppError('store.busy', {}, { cause: thrown });
    case readOnly:
    case cannotOpen:
      return new AppError('store.cannot-write', {}, { cause: thrown });
    case ioError:
    case full:
      return new AppError('store.disk-full', {}, { cause: thrown });
    case corrupt:
    case notADatabase:
      return new AppError('store.damaged', {}, { cause: thrown });
    default:
      return asFileError(thrown);
  }
}

/** The same for what the file system throws while folders and attachments are written. */
function asFileError(thrown: unknown): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') {
    return new AppError('store.disk-full', {}, { cause: thrown });
  }
  const refusals = ['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'];
  if (typeof code !== 'string' || !refusals.includes(code)) return thrown;
  return new AppError('store.cannot-write', {}, { cause: thrown });
}

/** SQLite's extended codes carry the primary one in their low byte (https://sqlite.org/rescode.html). */
function primaryCode(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return null;
  return typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : null;
}
