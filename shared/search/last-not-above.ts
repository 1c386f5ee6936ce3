// Where a number lies among ascending ones: the beginnings of stretches, blocks and lines are all looked up so.

/**
 * The place of the last of ascending numbers that is not above a value, between two places; the first of these when all
 * are above it.
 */
export function lastNotAbove(
  numbers: Uint32Array,
  value: number,
  from = 0,
  to: number = numbers.length - 1,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((numbers[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
