// Boxes and matrices of a PDF page, in points from its lower left corner.

/** Corners of an upright box in points of the page. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** `a b c d e f` of ISO 32000 8.3.4: a point becomes `(a x + c y + e, b x + d y + f)`. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function asMatrix(values: ArrayLike<unknown>): Matrix {
  const at = (index: number) => Number(values[index] ?? identity[index]);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** Null for a matrix that flattens everything. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c;
  if (area === 0 || !Number.isFinite(area)) return null;
  const inverse: Matrix = [d / area, -b / area, -c / area, a / area, 0, 0];
  return [...inverse.slice(0, 4), ...place(inverse, -e, -f)] as unknown as Matrix;
}

export const place = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

export function boxOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [
    place(matrix, x0, y0),
    place(matrix, x1, y0),
    place(matrix, x0, y1),
    place(matrix, x1, y1),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

/** What two boxes have in common; null for nothing. */
export function overlapOf(a: Box, b: Box): Box | null {
  const left = Math.max(a.left, b.left);
  const right = Math.min(a.right, b.right);
  const bottom = Math.max(a.bottom, b.bottom);
  const top = Math.min(a.top, b.top);
  return left < right && bottom < top ? { left, right, bottom, top } : null;
}

const areaOf = ({ left, right, bottom, top }: Box): number => (right - left) * (top - bottom);

/** How much of `one` lies within `box`, 0 to 1. */
export function shareWithin(one: Box, box: Box): number {
  const common = overlapOf(one, box);
  return common === null ? 0 : areaOf(common) / areaOf(one);
}

/** Large enough to lie over a word: 3 points either way. */
export const isWordSized = ({ left, right, bottom, top }: Box): boolean =>
  right - left >= 3 && top - bottom >= 3;
