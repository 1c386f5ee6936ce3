// An erasure code: from k pieces it makes further ones, so that any k of them all bring the k back.

/*
 * A systematic Reed–Solomon code over GF(256) with a Cauchy matrix (Blömer et al., "An XOR-based erasure-resilient
 * coding scheme", ICSI TR-95-048, 1995): spare piece i is the sum over j of data piece j times 1/(xᵢ + yⱼ), where
 * all x and y differ. Every square part of such a matrix can be inverted, so any k pieces determine the data.
 */

/** Data and spare pieces together are at most this many: each needs its own element of GF(256). */
export const mostPieces = 255;

/** x⁸ + x⁴ + x³ + x² + 1, under which 2 generates every element but zero. */
const polynomial = 0x11d;
const exponents = new Uint8Array(510);
const logarithms = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  exponents[power] = value;
  exponents[power + 255] = value;
  logarithms[value] = power;
  value = value < 128 ? value * 2 : (value * 2) ^ polynomial;
}

function multiply(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return exponents[(logarithms[a] ?? 0) + (logarithms[b] ?? 0)] ?? 0;
}

/** `value` is not zero. */
function inverse(value: number): number {
  return exponents[255 - (logarithms[value] ?? 0)] ?? 0;
}

/** Adds `factor` times `source` to `target`. */
function addScaled(target: Uint8Array, source: Uint8Array, factor: number): void {
  if (factor === 0) return;
  for (const [at, byte] of source.entries()) target[at] = (target[at] ?? 0) ^ multiply(byte, factor);
}

/** How much of data piece `column` is in piece `index`, of `count` data pieces. */
function coefficient(index: number, column: number, count: number): number {
  if (index < count) return index === column ? 1 : 0;
  return inverse(index ^ column);
}

/** `count` spare pieces for data pieces of one length. Throws RangeError beyond `mostPieces`. */
export function sparePieces(data: readonly Uint8Array[], count: number): Uint8Array[] {
  if (data.length === 0 || data.length + count > mostPieces) throw new RangeError('too many pieces');
  return Array.from({ length: count }, (_, spare) => {
    const piece = new Uint8Array(data[0]?.length ?? 0);
    for (const [column, bytes] of data.entries()) {
      addScaled(piece, bytes, coefficient(data.length + spare, column, data.length));
    }
    return piece;
  });
}

/**
 * The `count` data pieces from any `count` of all pieces, each under its index: data first, then the spare ones.
 * All have one length. Null while there are too few.
 */
export function restorePieces(pieces: ReadonlyMap<number, Uint8Array>, count: number): Uint8Array[] | null {
  const held = [...pieces].sort(([a], [b]) => a - b).slice(0, count);
  if (held.length < count) return null;
  const rows = held.map(([index, bytes]) => ({
    factors: Uint8Array.from({ length: count }, (_, column) => coefficient(index, column, count)),
    bytes: Uint8Array.from(bytes),
  }));
  for (let column = 0; column < count; column += 1) eliminate(rows, column);
  return rows.map(({ bytes }) => bytes);
}

interface Row {
  readonly factors: Uint8Array;
  readonly bytes: Uint8Array;
}

/** One step of Gauss–Jordan: afterwards `column` is 1 in its own row and 0 in every other. */
function eliminate(rows: Row[], column: number): void {
  const pivotAt = rows.findIndex(({ factors }, row) => row >= column && factors[column] !== 0);
  const pivot = rows[pivotAt];
  const other = rows[column];
  if (pivot === undefined || other === undefined) throw new RangeError('pieces repeat');
  rows[pivotAt] = other;
  rows[column] = pivot;
  const scale = inverse(pivot.factors[column] ?? 1);
  for (const part of [pivot.factors, pivot.bytes]) {
    for (const [at, byte] of part.entries()) part[at] = multiply(byte, scale);
  }
  for (const row of rows) {
    const factor = row.factors[column] ?? 0;
    if (row === pivot || factor === 0) continue;
    addScaled(row.factors, pivot.factors, factor);
    addScaled(row.bytes, pivot.bytes, factor);
  }
}
