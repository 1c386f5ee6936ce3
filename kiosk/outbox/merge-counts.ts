// Makes room in a full outbox: sums of hours, which hold nothing of anybody, are added up to sums of days.
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';
import type { OutboxLimits } from './outbox.ts';
import type { ShelfChange, WaitingItem } from './shelf.ts';

type Counts = Extract<OutboxItem, { kind: 'counts' }>;
type WaitingCounts = WaitingItem & { readonly item: Counts };

/**
 * What keeping `next` changes, or null where there is no room even so. Only sums that never left the terminal are added
 * up: those that did may be at the hub already. The hour of what was added up is that of its earliest part.
 */
export function mergeOldestCounts(
  items: readonly WaitingItem[],
  next: WaitingItem,
  limits: OutboxLimits,
): ShelfChange | null {
  const left = new Map([...items, next].map((one) => [one.id, one]));
  const changed = new Set([next.id]);
  const removed = new Set<string>();
  while (!fits(left, limits)) {
    const pair = oldestPair(left);
    if (pair === null) return null;
    const [into, from] = pair;
    left.delete(from.id);
    removed.add(from.id);
    left.set(into.id, added(into, from));
    changed.add(into.id);
  }
  return {
    put: [...changed].flatMap((id) => left.get(id) ?? []),
    remove: [...removed].filter((id) => id !== next.id),
  };
}

function fits(left: ReadonlyMap<string, WaitingItem>, limits: OutboxLimits): boolean {
  if (left.size > limits.items) return false;
  let bytes = 0;
  for (const one of left.values()) bytes += one.bytes;
  return bytes <= limits.bytes;
}

/** Two sums of the oldest day that has two. */
function oldestPair(left: ReadonlyMap<string, WaitingItem>): readonly [WaitingCounts, WaitingCounts] | null {
  const counts = [...left.values()].filter(isMergeable);
  counts.sort((a, b) =>
    a.item.on === b.item.on ? a.item.hour - b.item.hour : a.item.on < b.item.on ? -1 : 1,
  );
  const at = counts.findIndex(({ item }, index) => counts[index + 1]?.item.on === item.on);
  const into = counts[at];
  const from = counts[at + 1];
  return into === undefined || from === undefined ? null : [into, from];
}

function isMergeable(one: WaitingItem): one is WaitingCounts {
  return one.item.kind === 'counts' && !one.hasLeft && one.heldUntilMs === 0;
}

function added(into: WaitingCounts, from: WaitingCounts): WaitingItem {
  const sums: Record<string, number> = { ...into.item.sums };
  for (const [name, count] of Object.entries(from.item.sums)) sums[name] = (sums[name] ?? 0) + count;
  const item = { ...into.item, sums };
  const absorbed = [...(into.absorbed ?? []), from.id, ...(from.absorbed ?? [])];
  return { ...into, item, bytes: JSON.stringify(item).length, absorbed };
}
