// Whole numbers of either sign as numbers from 0 on, so that those near 0 stay small.

export function zigzag(number: number): number {
  return number < 0 ? -number * 2 - 1 : number * 2;
}

/** The opposite of `zigzag`. */
export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
