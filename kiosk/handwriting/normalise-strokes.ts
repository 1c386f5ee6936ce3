// Brings what was written, wherever and however large, into one square, so that it can be compared.
import { resample, steadied } from './resample.ts';
import { type Point, type Stroke, usableStrokes } from './stroke.ts';

/** Parts of the larger side of what was written. */
const smoothingStep = 1 / 48;
const measuringStep = 1 / 18;
/** How many standard deviations of ink make a side of the square. */
const deviationsPerSide = 4;
/** A side shorter than this part of the other keeps its proportion, so that 一 stays a line; from `square` on none does. */
const thin = 0.15;
const square = 0.5;

interface Extent {
  readonly centre: number;
  readonly side: number;
}

/**
 * Centre and side in one direction, halfway between those of the bounding box and those of the ink's spread: the box is
 * not moved by lines that join strokes, the spread not by one long tail.
 */
function extentOf(values: readonly number[]): Extent {
  let [low, high, sum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const spread = deviationsPerSide * Math.sqrt(squares / values.length);
  return { centre: (mean + (low + high) / 2) / 2, side: (spread + high - low) / 2 };
}

/**
 * Aspect ratio adaptive normalisation: a narrow character is widened, but stays narrower than a square one (C.-L. Liu,
 * K. Nakashima, H. Sako, H. Fujisawa, "Handwritten digit recognition: investigation of normalization and feature
 * extraction techniques", Pattern Recognition 37, 2004: R₂ = √sin(πR₁/2)).
 */
function scaleOf(side: number, larger: number): number {
  const ratio = side / larger;
  const share = Math.max(0, Math.min(1, (ratio - thin) / (square - thin)));
  if (share === 0) return 1 / larger;
  const widened = Math.sqrt(Math.sin((Math.PI / 2) * ratio)) / (ratio * larger);
  return (1 - share) / larger + share * widened;
}

/** Smoothed, and placed about the unit square (a little may stand over its edge). Empty when there is nothing to use. */
export function normaliseStrokes(strokes: readonly Stroke[]): Stroke[] {
  const usable = usableStrokes(strokes);
  if (usable.length === 0) return [];
  const all = usable.flat();
  const size = Math.max(rangeOf(all, 'x'), rangeOf(all, 'y')) || 1;
  const calm = usable.map((stroke) => steadied(stroke, size * smoothingStep));
  const measured = calm.flatMap((stroke) => resample(stroke, size * measuringStep));
  const across = extentOf(measured.map(({ x }) => x));
  const down = extentOf(measured.map(({ y }) => y));
  const larger = Math.max(across.side, down.side) || 1;
  const [scaleX, scaleY] = [scaleOf(across.side, larger), scaleOf(down.side, larger)];
  const place = ({ x, y }: Point): Point => ({
    x: (x - across.centre) * scaleX + 0.5,
    y: (y - down.centre) * scaleY + 0.5,
  });
  return calm.map((stroke) => stroke.map(place));
}

function rangeOf(points: readonly Point[], axis: 'x' | 'y'): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of points) {
    low = Math.min(low, point[axis]);
    high = Math.max(high, point[axis]);
  }
  return high - low;
}
