// Numbers out of many measurements: percentiles and medians.

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** The percentiles latency is told in. */
export const tails = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;
