// The take-home list as one short text: which records, at which version, for the fragment of an address.
import { bigEndian, crc32, readBigEndian } from './checksum.ts';
import { codeBytes, type Handoff } from './codes.ts';
import { decodeCrockford, encodeCrockford } from './crockford.ts';

/** A record on the list: its code and the version that was shown. */
export interface ListedRecord extends Handoff {
  readonly version: number;
}

/** More than this is no list to take home but a catalogue. */
export const mostListed = 30;

/** How long the hub keeps a short code, in days: time to get home and come back with the papers. */
export const shortCodeDays = 30;

const layoutVersion = 1;
const checksumBytes = 2;
/** Versions have at most nine digits: five groups of seven bits hold them. */
const maxVersionBytes = 5;

/*
 * Layout, in bytes:
 *
 *   [layout = 1] ([code: 5] [version: 1…5, seven bits each, lowest first, high bit = more follow])* [CRC: 2]
 *
 * The CRC is the lower half of CRC-32 over everything before it. The whole is written in Crockford's base32:
 * a QR symbol stores its symbols at 5.5 bits (alphanumeric mode), and no browser or messenger rewrites them.
 * Base 45 would save a seventh but needs blanks and percent signs, which do not survive in an address.
 */

/** Writes the list. Throws RangeError for an empty one, one beyond `mostListed`, and codes that are none. */
export function encodeList(records: readonly ListedRecord[]): string {
  if (records.length === 0 || records.length > mostListed) {
    throw new RangeError(`a list holds 1 to ${mostListed} records`);
  }
  const bytes = [layoutVersion];
  for (const { code, version } of records) {
    const packed = decodeCrockford(code);
    if (packed?.length !== codeBytes) throw new RangeError('not a code');
    bytes.push(...packed, ...groupsOf(version));
  }
  const sum = crc32(Uint8Array.from(bytes)) % 65_536;
  return encodeCrockford(Uint8Array.from([...bytes, ...bigEndian(sum, checksumBytes)]));
}

/** Reads what `encodeList` wrote, in any case; null for everything else, damaged lists included. */
export function decodeList(text: string): ListedRecord[] | null {
  if (text.length > 2000) return null;
  const bytes = decodeCrockford(text.trim().toUpperCase());
  if (bytes === null || bytes.length < 1 + codeBytes + 1 + checksumBytes) return null;
  const body = bytes.subarray(0, -checksumBytes);
  if (readBigEndian(bytes.subarray(-checksumBytes)) !== crc32(body) % 65_536) return null;
  return body[0] === layoutVersion ? readRecords(body) : null;
}

function readRecords(body: Uint8Array): ListedRecord[] | null {
  const records: ListedRecord[] = [];
  let at = 1;
  while (at < body.length) {
    const code = encodeCrockford(body.subarray(at, at + codeBytes));
    const version = readGroups(body, at + codeBytes);
    if (version === null || records.length === mostListed) return null;
    records.push({ code, version: version.value });
    at = version.end;
  }
  return records;
}

function groupsOf(version: number): number[] {
  if (!Number.isInteger(version) || version < 1 || version > 999_999_999) {
    throw new RangeError('not a version');
  }
  const groups: number[] = [];
  let rest = version;
  for (; rest > 127; rest = Math.floor(rest / 128)) groups.push((rest % 128) + 128);
  return [...groups, rest];
}

function readGroups(bytes: Uint8Array, start: number): { value: number; end: number } | null {
  let value = 0;
  for (let at = 0; at < maxVersionBytes; at += 1) {
    const byte = bytes[start + at];
    if (byte === undefined) return null;
    value += (byte % 128) * 128 ** at;
    if (byte < 128) return value >= 1 && value <= 999_999_999 ? { value, end: start + at + 1 } : null;
  }
  return null;
}
