// Shares out the hundred panes of a window among parts, so that their sum is a hundred and no part vanishes.

export const paneCount = 100;

/**
 * Panes for each of `counts`, by the largest remainder. Every part that is not nothing gets one pane at least: a window
 * that left somebody's work out would not be true. Sums to `paneCount`, or is all noughts when the counts are.
 */
export function sharePanes(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / total) * paneCount);
  const panes = exact.map((share, index) => Math.max(Math.floor(share), (counts[index] ?? 0) > 0 ? 1 : 0));
  const sum = () => panes.reduce((all, one) => all + one, 0);
  /** How far a part is short of what is its due; negative when it has more. */
  const lack = (index: number) => (exact[index] ?? 0) - (panes[index] ?? 0);
  const indices = counts.map((_, index) => index).filter((index) => (counts[index] ?? 0) > 0);
  while (sum() < paneCount) {
    const next = indices.reduce((best, index) => (lack(index) > lack(best) ? index : best));
    panes[next] = (panes[next] ?? 0) + 1;
  }
  while (sum() > paneCount) {
    const rich = indices.filter((index) => (panes[index] ?? 0) > 1);
    const next = rich.reduce((best, index) => (lack(index) < lack(best) ? index : best));
    panes[next] = (panes[next] ?? 0) - 1;
  }
  return panes;
}
