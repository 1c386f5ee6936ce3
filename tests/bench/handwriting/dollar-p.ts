// The peer: $P over the same medians, one template a character, as its paper describes it.
import { resample } from '#kiosk/handwriting/resample.ts';
import type { Point, Stroke } from '#kiosk/handwriting/stroke.ts';
import type { WrittenCharacter } from '#tests/support/handwriting/accuracy.ts';

const cloudSize = 32;

const lengthOf = (strokes: readonly Stroke[]) =>
  strokes.reduce((sum, stroke) => {
    let length = 0;
    for (const [i, to] of stroke.entries()) {
      const from = stroke[i - 1] ?? to;
      length += Math.hypot(to.x - from.x, to.y - from.y);
    }
    return sum + length;
  }, 0);

/** 32 points, scaled by the larger side of the box and moved to their centre. */
function cloudOf(strokes: readonly Stroke[]): Point[] {
  const step = lengthOf(strokes) / cloudSize;
  const points = strokes.flatMap((stroke) => resample(stroke, step));
  const even = Array.from(
    { length: cloudSize },
    (_, i) => points[Math.floor((i * points.length) / cloudSize)] as Point,
  );
  const [xs, ys] = [even.map(({ x }) => x), even.map(({ y }) => y)];
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) || 1;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / cloudSize;
  return even.map(({ x, y }) => ({ x: (x - mean(xs)) / size, y: (y - mean(ys)) / size }));
}

/** Each point of one cloud takes the nearest that is left of the other, the first of them weighing most. */
function greedyDistance(one: readonly Point[], other: readonly Point[], start: number): number {
  const left = [...other];
  let sum = 0;
  for (let i = 0; i < cloudSize; i++) {
    const { x, y } = one[(start + i) % cloudSize] as Point;
    let [nearest, place] = [Number.POSITIVE_INFINITY, 0];
    for (const [j, point] of left.entries()) {
      const distance = Math.hypot(x - point.x, y - point.y);
      if (distance < nearest) [nearest, place] = [distance, j];
    }
    left.splice(place, 1);
    sum += (1 - i / cloudSize) * nearest;
  }
  return sum;
}

function cloudDistance(one: readonly Point[], other: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < cloudSize; start += Math.floor(Math.sqrt(cloudSize))) {
    least = Math.min(least, greedyDistance(one, other, start), greedyDistance(other, one, start));
  }
  return least;
}

/** A recogniser that compares with every one of the characters. */
export function dollarP(characters: readonly WrittenCharacter[]): (strokes: readonly Stroke[]) => string[] {
  const templates = characters.map(({ character, strokes }) => ({ character, cloud: cloudOf(strokes) }));
  return (strokes) => {
    const ink = cloudOf(strokes);
    const distances = templates.map(({ character, cloud }) => ({
      character,
      distance: cloudDistance(ink, cloud),
    }));
    return distances
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 10)
      .map(({ character }) => character);
  };
}
