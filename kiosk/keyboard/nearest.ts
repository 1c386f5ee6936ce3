// The nearest box in a direction, as a person would point at it.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const directions = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof directions)[number];

/** Boxes may overlap by this much and still stand beside each other, in pixels. */
const slack = 2;
/** A step aside counts as much as this many steps ahead. */
const asideWeight = 3;

/** The box turned so that `direction` is to the right: left and right along it, top and bottom across. */
function turned({ left, top, right, bottom }: Box, direction: Direction): Box {
  if (direction === 'right') return { left, top, right, bottom };
  if (direction === 'left') return { left: -right, top, right: -left, bottom };
  if (direction === 'down') return { left: top, top: left, right: bottom, bottom: right };
  return { left: -bottom, top: left, right: -top, bottom: right };
}

/** How far `to` lies from `from` in `direction`, in weighted pixels; null when it does not lie there. */
function distance(from: Box, to: Box, direction: Direction): number | null {
  const [a, b] = [turned(from, direction), turned(to, direction)];
  const ahead = b.left - a.right;
  if (ahead < -slack) return null;
  const aside = Math.max(b.top - a.bottom, a.top - b.bottom, 0);
  const offset = Math.abs(b.top + b.bottom - a.top - a.bottom) / 2;
  return Math.max(ahead, 0) + aside * asideWeight + offset / 100;
}

/** Index of the nearest of `others` in `direction`; -1 when there is none. */
export function nearestIn(direction: Direction, from: Box, others: readonly Box[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of others.entries()) {
    const far = distance(from, box, direction);
    if (far === null || far >= least) continue;
    best = index;
    least = far;
  }
  return best;
}
