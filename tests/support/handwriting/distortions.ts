// How people's writing differs from the model: each distortion by its name, on strokes in a square of 1,024.
import type { Point, Stroke } from '#kiosk/handwriting/stroke.ts';
import { between, gaussian, type Random, shuffled } from './random.ts';

export type Distortion = (strokes: readonly Stroke[], random: Random) => readonly Stroke[];

const eachPoint = (strokes: readonly Stroke[], change: (point: Point) => Point) =>
  strokes.map((stroke) => stroke.map(change));

const linear = (a: number, b: number, c: number, d: number) => (point: Point) => {
  const [x, y] = [point.x - 512, point.y - 512];
  return { x: 512 + a * x + b * y, y: 512 + c * x + d * y };
};

/** The same way with a point at least every `step`. */
function dense(stroke: Stroke, step: number): Point[] {
  return stroke.flatMap((to, i) => {
    const from = stroke[i - 1] ?? to;
    const pieces = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / step));
    return Array.from({ length: i === 0 ? 1 : pieces }, (_, k) => {
      const share = (k + 1) / pieces;
      return i === 0 ? to : { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  });
}

const reach = (stroke: Stroke) => {
  const [first, last] = [stroke[0] as Point, stroke.at(-1) as Point];
  return Math.hypot(last.x - first.x, last.y - first.y);
};

const inTurn =
  (...distortions: Distortion[]): Distortion =>
  (strokes, random) =>
    distortions.reduce((written, distort) => distort(written, random), strokes);

const scale: Distortion = (strokes, random) => {
  const factor = Math.exp(between(random, Math.log(0.3), Math.log(3)));
  return eachPoint(strokes, linear(factor, 0, 0, factor));
};

const shift: Distortion = (strokes, random) => {
  const [x, y] = [between(random, -800, 800), between(random, -800, 800)];
  return eachPoint(strokes, (point) => ({ x: point.x + x, y: point.y + y }));
};

/** Every reported point is off by a fiftieth of the square, on the average. */
const jitter: Distortion = (strokes, random) =>
  eachPoint(
    strokes.map((stroke) => dense(stroke, 60)),
    ({ x, y }) => ({ x: x + 20 * gaussian(random), y: y + 20 * gaussian(random) }),
  );

const rotation: Distortion = (strokes, random) => {
  const angle = (between(random, -10, 10) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return eachPoint(strokes, linear(cos, -sin, sin, cos));
};

/** The finger is not lifted between four strokes in ten and the next ones. */
const joinedStrokes: Distortion = (strokes, random) => {
  const joined: Point[][] = [];
  for (const stroke of strokes) {
    const last = joined.at(-1);
    if (last && random() < 0.4) last.push(...stroke);
    else joined.push([...stroke]);
  }
  return joined;
};

const neverLifted: Distortion = (strokes) => [strokes.flat()];
const reorderedStrokes: Distortion = (strokes, random) => shuffled(strokes, random);
const reversedStrokes: Distortion = (strokes, random) =>
  strokes.map((stroke) => (random() < 0.5 ? stroke.toReversed() : stroke));

const shear: Distortion = (strokes, random) =>
  eachPoint(strokes, linear(1, between(random, -0.25, 0.25), 0, 1));

const stretch: Distortion = (strokes, random) => {
  const factor = Math.exp(between(random, Math.log(0.6), Math.log(1.6)));
  return eachPoint(strokes, random() < 0.5 ? linear(factor, 0, 0, 1) : linear(1, 0, 0, factor));
};

/** One of the shorter strokes is left out; characters of less than five are spared: little would be left of them. */
const missingStroke: Distortion = (strokes, random) => {
  if (strokes.length < 5) return strokes;
  const byLength = strokes.toSorted((a, b) => reach(a) - reach(b));
  const left = byLength[Math.floor((random() * strokes.length) / 3)];
  return strokes.filter((stroke) => stroke !== left);
};

const extraStroke: Distortion = (strokes, random) => {
  const from = { x: between(random, 100, 900), y: between(random, 100, 900) };
  const to = { x: from.x + between(random, -110, 110), y: from.y + between(random, -110, 110) };
  return [...strokes, [from, to]];
};

const splitStrokes: Distortion = (strokes, random) =>
  strokes.flatMap((stroke) => {
    const way = dense(stroke, 30);
    if (way.length < 4 || random() < 0.5) return [stroke];
    const place = 1 + Math.floor(random() * (way.length - 3));
    return [way.slice(0, place + 1), way.slice(place + 1)];
  });

const wobble: Distortion = (strokes, random) =>
  strokes.map((stroke) => {
    const [width, period, phase] = [
      between(random, 8, 25),
      between(random, 8, 25),
      between(random, 0, 2 * Math.PI),
    ];
    return dense(stroke, 20).map(({ x, y }, i) => ({
      x: x + width * Math.sin((i / period) * 2 * Math.PI + phase),
      y: y + width * Math.cos((i / period) * 2 * Math.PI),
    }));
  });

/** A slow finger on a fast screen: many points, some of them several times. */
const manyPoints: Distortion = (strokes, random) =>
  strokes.map((stroke) =>
    dense(stroke, 3).flatMap((point) => (random() < 0.2 ? [point, point, point] : [point])),
  );

/** A fast finger on a slow screen. */
const fewPoints: Distortion = (strokes) =>
  strokes.map((stroke) => {
    const way = dense(stroke, 10);
    return [...way.filter((_, i) => i % 15 === 0), way.at(-1) as Point];
  });

/** Every stroke is misplaced, turned and of the wrong length by itself. */
const looseStrokes: Distortion = (strokes, random) =>
  strokes.map((stroke) => {
    const middle = stroke[stroke.length >> 1] as Point;
    const size = between(random, 0.8, 1.2);
    const angle = 0.1 * gaussian(random);
    const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size];
    const [x, y] = [middle.x + 30 * gaussian(random), middle.y + 30 * gaussian(random)];
    return stroke.map((point) => ({
      x: x + cos * (point.x - middle.x) - sin * (point.y - middle.y),
      y: y + sin * (point.x - middle.x) + cos * (point.y - middle.y),
    }));
  });

/** One side is crowded and the other wide. */
const unevenSpace: Distortion = (strokes, random) => {
  const [across, down] = [between(random, -0.35, 0.35), between(random, -0.35, 0.35)];
  const bend = (value: number, amount: number) => {
    const share = Math.max(0, Math.min(1, value / 1024));
    return value + 1024 * amount * share * (1 - share);
  };
  return eachPoint(
    strokes.map((stroke) => dense(stroke, 60)),
    ({ x, y }) => ({ x: bend(x, across), y: bend(y, down) }),
  );
};

/** Those recognition is promised under, each alone and all at once. */
export const promised = {
  scale,
  shift,
  jitter,
  'rotation ±10°': rotation,
  'joined strokes': joinedStrokes,
  'reordered strokes': reorderedStrokes,
  'all together': inTurn(jitter, rotation, joinedStrokes, reorderedStrokes, scale, shift),
} satisfies Readonly<Record<string, Distortion>>;

const single = {
  'never lifted': neverLifted,
  'reversed strokes': reversedStrokes,
  shear,
  'one axis stretched': stretch,
  'a stroke missing': missingStroke,
  'a stroke too many': extraStroke,
  'strokes in pieces': splitStrokes,
  wobble,
  'many points': manyPoints,
  'few points': fewPoints,
  'loose strokes': looseStrokes,
  'uneven space': unevenSpace,
} satisfies Readonly<Record<string, Distortion>>;

/** What else happens when people write. */
export const further: Readonly<Record<string, Distortion>> = {
  ...single,
  'joined after reordering': inTurn(reorderedStrokes, joinedStrokes, jitter, rotation, scale, shift),
  'any four of all': (strokes, random) => {
    const { 'all together': _, ...alone } = promised;
    const chosen = shuffled(Object.values({ ...alone, ...single }), random).slice(0, 4);
    return inTurn(...chosen)(strokes, random);
  },
};
