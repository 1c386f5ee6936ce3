// Hand-off codes: the short name under which a phone finds one record, at the version a visitor was reading.
import { encodeCrockford } from './crockford.ts';

/** Symbols of a code. */
export const codeLength = 8;
/** Random bytes one code is made of: five bytes are exactly eight symbols. */
export const codeBytes = 5;
/** Versions above this are not read from a link. */
const versionDigits = 9;

export interface Handoff {
  readonly code: string;
  /** Version of the content that was shown; null when the link does not say. */
  readonly version: number | null;
}

/** A code from `codeBytes` random bytes. Whoever stores it checks that it is unused. */
export function handoffCode(random: Uint8Array): string {
  if (random.length !== codeBytes) throw new RangeError(`a code takes ${codeBytes} random bytes`);
  return encodeCrockford(random);
}

/** Code and version as they stand in a link: `K7M2Q9X4-3`. */
export function formatHandoff(code: string, version: number): string {
  return `${code}-${version}`;
}

/**
 * Reads a code as people type or paste it: any case, O for 0, I and L for 1, full-width letters, blanks around,
 * any dash before the version, or no version. Null when it can be no code.
 */
export function parseHandoff(text: string): Handoff | null {
  if (text.length > 100) return null;
  const folded = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const match = /^([0-9A-HJKMNP-TV-Z]{8})(?:-([0-9]+))?$/.exec(folded);
  if (match?.[1] === undefined) return null;
  const version = parseVersion(match[2]);
  return version === undefined ? null : { code: match[1], version };
}

/** Undefined when there are digits but no version a record could have. */
function parseVersion(digits: string | undefined): number | null | undefined {
  if (digits === undefined) return null;
  if (digits.length > versionDigits) return undefined;
  const version = Number(digits);
  return version >= 1 ? version : undefined;
}
