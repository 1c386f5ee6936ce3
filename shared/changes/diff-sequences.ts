// The shortest way from one sequence to another (E. W. Myers, "An O(ND) Difference Algorithm", 1986).

/** A run of items kept, taken out or put in. */
export interface Edit<Item> {
  readonly type: 'keep' | 'remove' | 'add';
  readonly items: readonly Item[];
}

/** Past so many single edits two sequences have little in common: all of one goes, all of the other comes. */
const mostEdits = 1_200;

/** Edits that turn `before` into `after`, neighbours of one type joined, removals before additions. */
export function diffSequences<Item>(before: readonly Item[], after: readonly Item[]): Edit<Item>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const longest = Math.min(before.length, after.length) - start;
  while (end < longest && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const edits: Edit<Item>[] = [];
  push(edits, 'keep', before.slice(0, start));
  for (const { type, items } of diffMiddle(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  )) {
    push(edits, type, items);
  }
  push(edits, 'keep', before.slice(before.length - end));
  return edits;
}

function push<Item>(edits: Edit<Item>[], type: Edit<Item>['type'], items: readonly Item[]): void {
  if (items.length === 0) return;
  const last = edits.at(-1);
  if (last?.type === type) edits[edits.length - 1] = { type, items: [...last.items, ...items] };
  else edits.push({ type, items });
}

function diffMiddle<Item>(before: readonly Item[], after: readonly Item[]): Edit<Item>[] {
  const traces = before.length === 0 || after.length === 0 ? null : search(before, after);
  if (traces !== null) return sortRuns(walkBack(before, after, traces));
  return [
    { type: 'remove', items: before },
    { type: 'add', items: after },
  ];
}

/** The furthest place on each diagonal after 0, 1, 2 … edits; null when they need too many. */
function search<Item>(before: readonly Item[], after: readonly Item[]): Int32Array[] | null {
  const most = Math.min(before.length + after.length, mostEdits);
  const furthest = new Int32Array(2 * most + 3);
  const traces: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    traces.push(furthest.slice(most - edits, most + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = most + 1 + diagonal;
      const isDown =
        diagonal === -edits || (diagonal !== edits && valueAt(furthest, at - 1) < valueAt(furthest, at + 1));
      let x = isDown ? valueAt(furthest, at + 1) : valueAt(furthest, at - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      furthest[at] = x;
      if (x >= before.length && x - diagonal >= after.length) return traces;
    }
  }
  return null;
}

const valueAt = (values: Int32Array, index: number): number => values[index] ?? 0;

/** Where the way came from before its last edit, and where that edit left it. */
function stepBefore(trace: Int32Array, edits: number, x: number, y: number) {
  const diagonal = x - y;
  // Each trace is cut to the diagonals it knows: its middle is diagonal 0.
  const at = edits + 1 + diagonal;
  const [below, above] = [valueAt(trace, at - 1), valueAt(trace, at + 1)];
  const isDown = diagonal === -edits || (diagonal !== edits && below < above);
  return isDown
    ? { isDown, fromX: above, fromY: above - diagonal - 1, keptFrom: above }
    : { isDown, fromX: below, fromY: below - diagonal + 1, keptFrom: below + 1 };
}

function walkBack<Item>(
  before: readonly Item[],
  after: readonly Item[],
  traces: readonly Int32Array[],
): Edit<Item>[] {
  const steps: Edit<Item>[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = traces.length - 1; edits > 0; edits -= 1) {
    const { isDown, fromX, fromY, keptFrom } = stepBefore(traces[edits] as Int32Array, edits, x, y);
    if (x > keptFrom) steps.push({ type: 'keep', items: before.slice(keptFrom, x) });
    if (isDown) steps.push({ type: 'add', items: after.slice(fromY, fromY + 1) });
    else steps.push({ type: 'remove', items: before.slice(fromX, fromX + 1) });
    [x, y] = [fromX, fromY];
  }
  if (x > 0) steps.push({ type: 'keep', items: before.slice(0, x) });
  return steps.reverse();
}

/** Between two kept runs, what goes stands before what comes. */
function sortRuns<Item>(steps: readonly Edit<Item>[]): Edit<Item>[] {
  const sorted: Edit<Item>[] = [];
  let added: Item[] = [];
  const flush = () => {
    push(sorted, 'add', added);
    added = [];
  };
  for (const { type, items } of steps) {
    if (type === 'add') added.push(...items);
    else {
      if (type === 'keep') flush();
      push(sorted, type, items);
    }
  }
  flush();
  return sorted;
}
