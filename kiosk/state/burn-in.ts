// Where things stand at each beat of a screen that is on for days, so that no pixel shows the same edge for hours.

/** An offset from the drawn place, in millimetres of glass. */
export interface Shift {
  readonly x: number;
  readonly y: number;
}

/**
 * The places of a slow walk around the drawn place, `reach` millimetres to each side: a Lissajous figure with the
 * frequencies 3 and 4, which fills its square evenly and comes back after `walkSteps` steps.
 */
export const walkSteps = 48;

export function shiftAt(step: number, reach: { readonly x: number; readonly y: number }): Shift {
  const turn = (2 * Math.PI * (((step % walkSteps) + walkSteps) % walkSteps)) / walkSteps;
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x: round(reach.x * Math.sin(3 * turn)), y: round(reach.y * Math.sin(4 * turn + Math.PI / 4)) };
}
