// One header of a tar file (POSIX.1-2001, pax interchange format): 512 bytes that name what follows them.

/** Everything in a tar file begins at a multiple of this many bytes. */
export const tarBlock = 512;
/** Longest path written or read, in characters; all of them are ASCII. */
export const longestTarPath = 500;

/** What a header says of the file behind it. */
export interface TarMember {
  /** Relative, of plain segments: see `isPlainPath`. */
  readonly path: string;
  readonly bytes: number;
}

/** A header as read: `pax` holds corrections for the header behind it, `global` what nobody here needs. */
export type TarHeader =
  | (TarMember & { readonly type: 'file' | 'folder' })
  | { readonly type: 'pax' | 'global'; readonly bytes: number };

const nameField = { at: 0, length: 100 };
const modeField = { at: 100, length: 8 };
const sizeField = { at: 124, length: 12 };
const timeField = { at: 136, length: 12 };
const sumField = { at: 148, length: 8 };
const typeAt = 156;
const magicAt = 257;
const prefixField = { at: 345, length: 155 };
/** What eleven octal digits can say. */
const mostOctalBytes = 0o77777777777;
const typeOfFlag = { '0': 'file', '\0': 'file', '5': 'folder', x: 'pax', g: 'global' } as const;

const segmentPattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Whether a path stays inside its folder and means the same on every system: plain ASCII segments, no dot before. */
export function isPlainPath(path: string): boolean {
  return path.length <= longestTarPath && path.split('/').every((part) => segmentPattern.test(part));
}

/** Bytes of zeros behind a file of this length, up to the next multiple of 512. */
export function tarPadding(bytes: number): number {
  return (tarBlock - (bytes % tarBlock)) % tarBlock;
}

/** Bytes a file of this path and length takes with its header and padding. */
export function tarFootprint(member: TarMember): number {
  return encodeTarHeader(member, 0, 0o600).length + member.bytes + tarPadding(member.bytes);
}

/** The header of a file, with a pax header before it where path or length do not fit. `seconds` since 1970. */
export function encodeTarHeader({ path, bytes }: TarMember, seconds: number, mode: number): Uint8Array {
  const records = [
    ...(path.length > nameField.length ? [paxRecord('path', path)] : []),
    ...(bytes > mostOctalBytes ? [paxRecord('size', String(bytes))] : []),
  ].join('');
  const fits = { path: path.slice(0, nameField.length), bytes: Math.min(bytes, mostOctalBytes) };
  const own = headerBlock(fits, '0', seconds, mode);
  if (records === '') return own;
  const before = headerBlock({ path: 'pax-header', bytes: records.length }, 'x', seconds, mode);
  const whole = new Uint8Array(2 * tarBlock + records.length + tarPadding(records.length));
  whole.set(before);
  whole.set(new TextEncoder().encode(records), tarBlock);
  whole.set(own, whole.length - tarBlock);
  return whole;
}

/** `<length> key=value\n`, where the length counts its own digits. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return `${length}${rest}`;
}

function headerBlock({ path, bytes }: TarMember, flag: string, seconds: number, mode: number): Uint8Array {
  const block = new Uint8Array(tarBlock);
  const put = (at: number, text: string) => block.set(new TextEncoder().encode(text), at);
  const octal = (field: { at: number; length: number }, value: number) =>
    put(field.at, value.toString(8).padStart(field.length - 1, '0'));
  put(nameField.at, path);
  octal(modeField, mode);
  octal({ at: 108, length: 8 }, 0);
  octal({ at: 116, length: 8 }, 0);
  octal(sizeField, bytes);
  octal(timeField, Math.max(0, Math.floor(seconds)));
  put(typeAt, flag);
  put(magicAt, 'ustar\u000000');
  put(sumField.at, checksumText(block));
  return block;
}

/** The sum of all bytes, its own field counted as blanks, as that field has it. */
function checksumText(block: Uint8Array): string {
  let sum = 0;
  for (const [at, byte] of block.entries()) {
    sum += at >= sumField.at && at < sumField.at + sumField.length ? 0x20 : byte;
  }
  return `${sum.toString(8).padStart(6, '0')}\0 `;
}

/** Null for anything that is no header of a plain file, a folder or a pax extension. */
export function parseTarHeader(block: Uint8Array): TarHeader | null {
  const bytes = octalIn(block, sizeField);
  const sum = asciiOf(block.subarray(sumField.at, sumField.at + sumField.length));
  if (sum !== checksumText(block) || bytes === null) return null;
  if (textIn(block, { at: magicAt, length: 5 }) !== 'ustar') return null;
  const flag = String.fromCharCode(block[typeAt] ?? 0);
  const type = Object.hasOwn(typeOfFlag, flag) ? typeOfFlag[flag as keyof typeof typeOfFlag] : null;
  if (type === null) return null;
  if (type === 'pax' || type === 'global') return { type, bytes };
  const prefix = textIn(block, prefixField);
  const path = (prefix === '' ? '' : `${prefix}/`) + textIn(block, nameField);
  return { type, path, bytes };
}

/** What a pax extension corrects; null when its records do not add up. Keys nobody here needs are passed over. */
export function parsePaxRecords(bytes: Uint8Array): Partial<TarMember> | null {
  const found: { path?: string; bytes?: number } = {};
  for (let at = 0; at < bytes.length; ) {
    const head = /^(\d{1,6}) /.exec(asciiOf(bytes.subarray(at, at + 8)))?.[1];
    const length = Number(head);
    const record = head === undefined ? '' : asciiOf(bytes.subarray(at + head.length + 1, at + length));
    const [, key, value] = /^([^=]+)=([^\n]*)\n$/.exec(record) ?? [];
    if (key === undefined || value === undefined || at + length > bytes.length) return null;
    if (key === 'path') found.path = value;
    if (key === 'size') found.bytes = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    at += length;
  }
  return Number.isNaN(found.bytes) ? null : found;
}

function octalIn(block: Uint8Array, field: { at: number; length: number }): number | null {
  const text = textIn(block, field).trim();
  return /^[0-7]{1,12}$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** Up to the first NUL. Bytes beyond ASCII become characters no path may have. */
function textIn(block: Uint8Array, { at, length }: { at: number; length: number }): string {
  const end = block.indexOf(0, at);
  return asciiOf(block.subarray(at, end === -1 ? at + length : Math.min(end, at + length)));
}

const asciiOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
