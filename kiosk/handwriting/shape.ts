// A normalised character as a cloud of points, each with the orientation of the line through it.
import { resample } from './resample.ts';
import type { Point, Stroke } from './stroke.ts';

/**
 * Points in the unit square. An orientation is kept as cosine and sine of twice its angle: it is then the same whichever
 * way the finger went, and two of them can be compared by a product. A dot has none (both are 0).
 */
export interface Shape {
  readonly length: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly cos2: Float32Array;
  readonly sin2: Float32Array;
}

/** Distance between neighbouring points, in parts of the square's side. */
const spacing = 1 / 14;
/** A scribble has no more points than this: the time an answer takes must have a bound. */
const maxPoints = 320;

/** The cloud of strokes given by `normaliseStrokes`. */
export function shapeOf(normalised: readonly Stroke[]): Shape {
  const lines = normalised.map((stroke) => resample(stroke, spacing));
  const length = Math.min(
    maxPoints,
    lines.reduce((sum, line) => sum + line.length, 0),
  );
  const shape: Shape = {
    length,
    x: new Float32Array(length),
    y: new Float32Array(length),
    cos2: new Float32Array(length),
    sin2: new Float32Array(length),
  };
  let index = 0;
  for (const line of lines) {
    for (let i = 0; i < line.length && index < length; i++) setPoint(shape, index++, line, i);
  }
  return shape;
}

function setPoint(shape: Shape, index: number, line: readonly Point[], i: number): void {
  const point = line[i] as Point;
  const before = line[i - 1] ?? point;
  const after = line[i + 1] ?? point;
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const squared = dx * dx + dy * dy;
  shape.x[index] = point.x;
  shape.y[index] = point.y;
  if (squared < 1e-12) return;
  shape.cos2[index] = (dx * dx - dy * dy) / squared;
  shape.sin2[index] = (2 * dx * dy) / squared;
}
