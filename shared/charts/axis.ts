// An axis in round steps that holds every value and begins at nothing: a cut axis makes small changes look large.

/** Where an axis begins and ends, and what is written along it. */
export interface Axis {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/** Figures have no more than six decimals; less than that is nothing. */
const leastSpan = 1e-9;
const roundSteps = [1, 2, 2.5, 5, 10];

/** An axis from 0, or from below it where there are negative values, with at most `mostTicks` ticks. */
export function roundAxis(values: readonly number[], mostTicks = 6): Axis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (high - low < leastSpan) return { least: 0, most: 1, ticks: [0, 1] };
  const step = roundStep((high - low) / Math.max(1, mostTicks - 2));
  const first = Math.floor(tidy(low / step));
  const last = Math.ceil(tidy(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => tidy((first + at) * step));
  return { least: ticks[0] ?? 0, most: ticks.at(-1) ?? 1, ticks };
}

/** The least of 1, 2, 2.5, 5 times a power of ten that is not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (roundSteps.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/** Without the dust binary fractions leave. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** Where `value` lies between the ends of an axis, from 0 to 1. */
export function shareOnAxis(value: number, { least, most }: Pick<Axis, 'least' | 'most'>): number {
  return most === least ? 0 : (value - least) / (most - least);
}
