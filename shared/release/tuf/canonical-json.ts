// Canonical JSON, the form TUF metadata is signed in: OLPC's dialect, as the TUF specification §4.2.1 asks.
//
// Keys sorted, no blanks, integers only, and in strings only `"` and `\` escaped. Keys are compared by UTF-16 code
// units as tuf-js does; all keys we write are ASCII, where every order agrees.
import { ShapeError } from '../bounded-json.ts';

const maxDepth = 32;

/** The canonical bytes of a JSON value. Throws ShapeError for fractions, undefined and nesting deeper than 32. */
export function canonicalJson(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(encodeValue(value, 0));
}

function encodeValue(value: unknown, depth: number): string {
  if (depth > maxDepth) throw new ShapeError('nested too deeply');
  if (typeof value === 'string') return encodeString(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number') return encodeInteger(value);
  if (Array.isArray(value)) return `[${value.map((item) => encodeValue(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return encodeObject(value as Record<string, unknown>, depth);
  throw new ShapeError(`a ${typeof value} has no canonical form`);
}

function encodeObject(object: Record<string, unknown>, depth: number): string {
  const fields = Object.keys(object)
    .sort()
    .map((key) => `${encodeString(key)}:${encodeValue(object[key], depth + 1)}`);
  return `{${fields.join(',')}}`;
}

function encodeString(text: string): string {
  if (!text.isWellFormed()) throw new ShapeError('a string is not well-formed Unicode');
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function encodeInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new ShapeError('a number is not an integer');
  return Object.is(value, -0) ? '0' : String(value);
}
