// Tells whether a path of a PDF is a box.

/** Whether a path only goes along the two axes, as boxes do: a letter drawn as a curve covers nothing. */
export function isBoxPath(given: unknown): boolean {
  const data = Array.isArray(given) ? given[0] : given;
  if (!ArrayBuffer.isView(data) && !Array.isArray(data)) return false;
  const path = Array.from(data as ArrayLike<number>);
  let at = 0;
  let lines = 0;
  let from: readonly [number, number] = [0, 0];
  while (at < path.length) {
    const kind = path[at];
    if (kind === 4) at += 1;
    else if (kind === 0 || kind === 1) {
      const to = [path[at + 1] ?? 0, path[at + 2] ?? 0] as const;
      const isSlanted = Math.abs(to[0] - from[0]) > 0.5 && Math.abs(to[1] - from[1]) > 0.5;
      if (kind === 1 && isSlanted) return false;
      lines += kind;
      from = to;
      at += 3;
    } else return false;
  }
  return lines >= 3;
}
