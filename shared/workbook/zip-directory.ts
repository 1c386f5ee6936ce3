// Reads the list of members of a .zip (also .xlsx, .docx) from its end, within bounds, trusting none of its figures.
import { AppError } from '../errors/app-error.ts';
import { workbookLimits } from './limits.ts';
import type { ReadAt } from './opened-archive.ts';

/** A member as the central directory lists it (APPNOTE.TXT 4.3.12). */
export interface ZipMember {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const memberSignature = 0x02014b50;
const longestComment = 65_535;
const utf8Flag = 0x800;
/** Info-ZIP's Unicode path field: the name in UTF-8 beside one in the local code page. */
const unicodePathField = 0x7075;

/** The members in the order of the directory. Throws `ingest.unreadable`, `.archive-too-many`, `.archive-bomb`. */
export async function readZipDirectory(readAt: ReadAt, fileBytes: number): Promise<ZipMember[]> {
  const end = await findEnd(readAt, fileBytes);
  const count = end.getUint16(10, true);
  const size = end.getUint32(12, true);
  const offset = end.getUint32(16, true);
  if (count > workbookLimits.archiveMembers) {
    throw new AppError('ingest.archive-too-many', { count, limit: workbookLimits.archiveMembers });
  }
  if (size > workbookLimits.archiveDirectoryBytes || offset + size > fileBytes) throw damaged();
  const members = parseMembers(await readAt(offset, size), count);
  checkSizes(members, fileBytes);
  return members;
}

async function findEnd(readAt: ReadAt, fileBytes: number): Promise<DataView> {
  const length = Math.min(fileBytes, longestComment + 22);
  const tail = await readAt(fileBytes - length, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return new DataView(tail.buffer, tail.byteOffset + at, 22);
  }
  throw damaged();
}

function parseMembers(bytes: Uint8Array, count: number): ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members: ZipMember[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== memberSignature) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (end > bytes.length) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const name = decodeName(rawName, extra, (flags & utf8Flag) !== 0);
    members.push({
      name,
      isFolder: name.endsWith('/'),
      isEncrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = end;
  }
  return members;
}

/** Names without the UTF-8 flag come from Windows and are GB18030, unless they happen to be sound UTF-8. */
function decodeName(raw: Uint8Array, extra: Uint8Array, isUtf8: boolean): string {
  const unicode = unicodeName(extra);
  if (unicode !== null) return unicode;
  if (isUtf8) return new TextDecoder('utf-8').decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

function unicodeName(extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === unicodePathField && size > 5 && at + 4 + size <= extra.length) {
      return new TextDecoder('utf-8').decode(extra.subarray(at + 9, at + 4 + size));
    }
    at += 4 + size;
  }
  return null;
}

/** Members that overlap or claim more than the file holds are how small archives hide large ones. */
function checkSizes(members: readonly ZipMember[], fileBytes: number): void {
  let packed = 0;
  let unpacked = 0;
  for (const member of members) {
    packed += member.packedBytes;
    unpacked += member.unpackedBytes;
  }
  const isDense =
    unpacked > workbookLimits.ratioGraceBytes && unpacked > fileBytes * workbookLimits.compressionRatio;
  if (packed > fileBytes || unpacked > workbookLimits.unpackedBytes || isDense)
    throw new AppError('ingest.archive-bomb');
}

export function damaged(cause?: unknown): AppError {
  return new AppError('ingest.unreadable', { reason: 'zip' }, { cause });
}
