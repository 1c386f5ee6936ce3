// The colours of series: apart for every kind of colour vision, seen against their ground, the same in the style sheet.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastRatio } from '#shared/catalogue/contrast.ts';
import { restOnBlack, restOnPaper, seriesOnBlack, seriesOnPaper } from '#shared/charts/chart-palette.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes 2009, severity 1: what linear RGB becomes for who lacks one kind of cone. */
const visions: Readonly<Record<string, Matrix>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(colour: string): Triple {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const times = (matrix: Matrix, [r, g, b]: Triple): Triple => {
  const [x, y, z] = matrix.map(([a, c, d]) => Math.min(1, Math.max(0, a * r + c * g + d * b)));
  return [x ?? 0, y ?? 0, z ?? 0];
};

/** OKLab, in which equal distances look about equally large; 0.02 is just seen side by side. */
function okLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function nearest(colours: readonly string[], matrix: Matrix): number {
  const seen = colours.map((colour) => okLab(times(matrix, linear(colour))));
  const distances = seen.flatMap((one, at) =>
    seen.slice(0, at).map((other) => Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)))),
  );
  return Math.min(...distances);
}

describe.each([
  ['paper', seriesOnPaper, restOnPaper, '#faf8f3'],
  ['black', seriesOnBlack, restOnBlack, '#000000'],
] as const)('palette › on %s', (_, series, rest, ground) => {
  test.each(Object.entries(visions))(
    'when seen with %s › no two colours come near each other',
    (_name, matrix) => {
      expect(nearest(series, matrix)).toBeGreaterThan(0.1);
    },
  );

  test('when drawn › every colour stands out from its ground', () => {
    for (const colour of [...series, rest]) expect(contrastRatio(colour, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('palette › in the style sheets', () => {
  const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const coloursOf = (block: string) =>
    [...block.matchAll(/--series-(?:\d|rest): (#[0-9a-f]{6});/g)].map(([, hex]) => hex);

  test('when the one of the terminal names them › they are these', () => {
    const kiosk = read('kiosk/styles/chart-drawing.css');
    const [onPaper = '', onBlack = ''] = kiosk.split(':root.is-contrast');
    expect(coloursOf(onPaper)).toEqual([...seriesOnPaper, restOnPaper]);
    expect(coloursOf(onBlack)).toEqual([...seriesOnBlack, restOnBlack]);
  });
});
