// The compact file of templates: how it is laid out, written and read. Every byte read is bounded and checked.
import { AppError } from '#shared/errors/app-error.ts';
import type { Point, Stroke } from './stroke.ts';

/**
 * All numbers little-endian. Alike things stand together, which is what makes the file small under gzip.
 *
 *     bytes  what
 *     4      "MCHW"
 *     1      version of the layout, 1
 *     3 × 2  characters of each rank: common, less common, all others; they follow in this order
 *     2      bytes of the notice
 *     n      the notice: what this is derived from, how and when it was changed, and under which licence (UTF-8)
 *     then, for each character by rank and code, a plane at a time:
 *     2      code point minus the one before it in the file, modulo 65,536
 *     1      strokes                                   (1 … 96)
 *     then, for each stroke of each character:
 *     1      points                                    (1 … 255)
 *     then, for each point:
 *     1      x minus the one before it in its stroke (the first: minus 0), modulo 256
 *     and then, for each point, y likewise
 *
 * A coordinate q stands for (q / 127) · 1.5 − 0.25 sides of the unit square; q is 0 … 127.
 */
const magic = [0x4d, 0x43, 0x48, 0x57];
const version = 1;
const ranks = 3;
const headBytes = 4 + 1 + ranks * 2 + 2;
const steps = 127;
const [range, offset] = [1.5, 0.25];

export interface HandwritingTemplate {
  /** One character of the basic plane. */
  readonly character: string;
  /** 0 common, 1 less common, 2 rare or only in traditional text. */
  readonly rank: number;
  /** As `normaliseStrokes` gives them. */
  readonly strokes: readonly Stroke[];
}

export interface HandwritingModel {
  readonly notice: string;
  readonly templates: readonly HandwritingTemplate[];
}

const quantise = (value: number) =>
  Math.max(0, Math.min(steps, Math.round(((value + offset) / range) * steps)));
const restore = (value: number) => (value / steps) * range - offset;

/** Templates are put in order of rank and code; coordinates are rounded to the steps above. */
export function encodeModel({ notice, templates }: HandwritingModel): Uint8Array {
  const ordered = templates.toSorted(
    (a, b) => a.rank - b.rank || a.character.charCodeAt(0) - b.character.charCodeAt(0),
  );
  const strokes = ordered.flatMap((template) => template.strokes);
  const text = new TextEncoder().encode(notice);
  const counts = Array.from(
    { length: ranks },
    (_, rank) => ordered.filter((one) => one.rank === rank).length,
  );
  const codes = ordered.map(({ character }) => character.charCodeAt(0));
  const bytes: number[] = [...magic, version];
  for (const count of [...counts, text.length]) bytes.push(count & 255, count >> 8);
  for (const byte of text) bytes.push(byte);
  for (const [i, code] of codes.entries()) {
    const delta = (code - (codes[i - 1] ?? 0)) & 0xffff;
    bytes.push(delta & 255, delta >> 8);
  }
  for (const template of ordered) bytes.push(template.strokes.length);
  for (const stroke of strokes) bytes.push(stroke.length);
  for (const axis of ['x', 'y'] as const) {
    for (const stroke of strokes) {
      let before = 0;
      for (const point of stroke) {
        const value = quantise(point[axis]);
        bytes.push((value - before) & 255);
        before = value;
      }
    }
  }
  return Uint8Array.from(bytes);
}

const damaged = () => new AppError('kiosk.handwriting-unavailable');

class ByteReader {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next `count` bytes. Throws when the file ends before. */
  take(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw damaged();
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }
}

const sum = (values: Uint8Array) => values.reduce((total, value) => total + value, 0);

/** Throws `kiosk.handwriting-unavailable` when these are not the bytes of a whole model. */
export function parseModel(bytes: Uint8Array): HandwritingModel {
  const reader = new ByteReader(bytes);
  const head = reader.take(headBytes);
  if (!magic.every((byte, i) => head[i] === byte) || head[4] !== version) throw damaged();
  const number = (place: number) => (head[place] as number) | ((head[place + 1] as number) << 8);
  const counts = Array.from({ length: ranks }, (_, rank) => number(5 + rank * 2));
  const notice = new TextDecoder().decode(reader.take(number(5 + ranks * 2)));
  const total = counts.reduce((all, count) => all + count, 0);
  const codes = reader.take(total * 2);
  const strokeCounts = reader.take(total);
  const pointCounts = reader.take(sum(strokeCounts));
  if (strokeCounts.includes(0) || pointCounts.includes(0)) throw damaged();
  const points = sum(pointCounts);
  const [x, y] = [reader.take(points), reader.take(points)];
  if (!reader.isAtEnd()) throw damaged();
  const rankOf = counts.flatMap((count, rank) => new Array<number>(count).fill(rank));
  const nextStrokes = strokeReader(pointCounts, x, y);
  let code = 0;
  const templates = rankOf.map((rank, i) => {
    code = (code + (codes[i * 2] as number) + ((codes[i * 2 + 1] as number) << 8)) & 0xffff;
    return { character: String.fromCharCode(code), rank, strokes: nextStrokes(strokeCounts[i] as number) };
  });
  return { notice, templates };
}

/** Gives the next strokes of the planes with each call. */
function strokeReader(pointCounts: Uint8Array, xs: Uint8Array, ys: Uint8Array) {
  let [stroke, point] = [0, 0];
  return (count: number): Stroke[] =>
    Array.from({ length: count }, () => {
      const points: Point[] = [];
      let [x, y] = [0, 0];
      for (let left = pointCounts[stroke++] as number; left > 0; left--) {
        x = (x + (xs[point] as number)) & 255;
        y = (y + (ys[point++] as number)) & 255;
        points.push({ x: restore(x), y: restore(y) });
      }
      return points;
    });
}
