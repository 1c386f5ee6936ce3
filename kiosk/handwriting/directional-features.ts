// What is roughly where: how much line of which orientation lies in each part of the square.
import type { Shape } from './shape.ts';

/** Points of the grid along a side, and orientations told apart (— \ | /). */
const grid = 8;
const orientations = 4;
/** Numbers that describe one character. */
export const featureCount = grid * grid * orientations;

/** The place of `value` in the grid, clamped to it: whole part and the rest. */
function gridPlace(value: number): number {
  const place = value * (grid - 1);
  return place < 0 ? 0 : place > grid - 1.001 ? grid - 1.001 : place;
}

/**
 * The directional element feature (N. Sun, T. Tabara, H. Aso, M. Kimura, "Printed character recognition using directional
 * element feature", 1991; A. Kawamura et al., "On-line recognition of freely handwritten Japanese characters using
 * directional feature densities", ICPR 1992; Z.-L. Bai, Q. Huo, "A study on the use of 8-directional features for online
 * handwritten Chinese character recognition", ICDAR 2005), with orientations for directions, so that it does not matter
 * in which order, which way, and in how many pieces the lines were drawn. Each point is shared out between the four
 * nearest places and the two nearest orientations; square roots take weight from what is crowded. The result has
 * length 1, and lies in `into`.
 */
export function directionalFeatures(shape: Shape, into: Float32Array): Float32Array {
  into.fill(0);
  for (let i = 0; i < shape.length; i++) shareOut(shape, i, into);
  let squares = 0;
  for (let i = 0; i < featureCount; i++) {
    squares += into[i] as number;
    into[i] = Math.sqrt(into[i] as number);
  }
  const scale = 1 / Math.sqrt(squares || 1);
  for (let i = 0; i < featureCount; i++) into[i] = (into[i] as number) * scale;
  return into;
}

function shareOut(shape: Shape, i: number, into: Float32Array): void {
  const [x, y] = [gridPlace(shape.x[i] as number), gridPlace(shape.y[i] as number)];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - column, y - row];
  const turn = Math.atan2(shape.sin2[i] as number, shape.cos2[i] as number) / (2 * Math.PI);
  const angle = (turn < 0 ? turn + 1 : turn) * orientations;
  const nearest = Math.floor(angle) % orientations;
  const second = (nearest + 1) % orientations;
  const toSecond = angle - Math.floor(angle);
  const add = (cell: number, weight: number) => {
    const at = cell * orientations;
    into[at + nearest] = (into[at + nearest] as number) + weight * (1 - toSecond);
    into[at + second] = (into[at + second] as number) + weight * toSecond;
  };
  const cell = row * grid + column;
  add(cell, (1 - right) * (1 - below));
  add(cell + 1, right * (1 - below));
  add(cell + grid, (1 - right) * below);
  add(cell + grid + 1, right * below);
}
