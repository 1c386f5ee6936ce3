// The way of a stroke in even steps, and freed of the tremble of finger and glass.
import type { Point, Stroke } from './stroke.ts';

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

export function lengthOf(stroke: Stroke): number {
  let length = 0;
  for (let i = 1; i < stroke.length; i++) length += distance(stroke[i - 1] as Point, stroke[i] as Point);
  return length;
}

/** The same way with points at equal distances, as near to `step` as its length allows; a dot stays one point. */
export function resample(stroke: Stroke, step: number): Point[] {
  const first = stroke[0];
  const last = stroke.at(-1);
  if (!first || !last) return [];
  const length = lengthOf(stroke);
  if (length === 0) return [first];
  const pieces = Math.max(1, Math.round(length / step));
  const even: Point[] = [first];
  let walked = 0;
  for (let i = 1; i < stroke.length && even.length < pieces; i++) {
    const from = stroke[i - 1] as Point;
    const to = stroke[i] as Point;
    const leg = distance(from, to);
    let next = (even.length * length) / pieces;
    while (leg > 0 && walked + leg >= next && even.length < pieces) {
      const share = (next - walked) / leg;
      even.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
      next = (even.length * length) / pieces;
    }
    walked += leg;
  }
  even.push(last);
  return even;
}

function averaged(stroke: Stroke): Point[] {
  return stroke.map((point, i) => {
    const before = stroke[i - 1];
    const after = stroke[i + 1];
    if (!before || !after) return point;
    return { x: (before.x + 2 * point.x + after.x) / 4, y: (before.y + 2 * point.y + after.y) / 4 };
  });
}

/**
 * Smooths in rounds, each on even steps: a trembling stroke is longer than its way, gets more points, and so is
 * smoothed more often than a calm one. The ends stay where they are.
 */
export function steadied(stroke: Stroke, step: number): Point[] {
  let calm: Stroke = stroke;
  for (let round = 0; round < 2; round++) calm = averaged(averaged(resample(calm, step)));
  return [...calm];
}
