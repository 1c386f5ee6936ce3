// What a visitor has ticked on guides: conditions met, materials ready. Kept in memory for this visit alone.
import { signal } from '@preact/signals';

const ticked = signal<ReadonlySet<string>>(new Set());

/** One list of a guide whose lines can be ticked. */
export interface TickList {
  readonly recordId: string;
  readonly list: 'conditions' | 'materials';
}

const keyOf = ({ recordId, list }: TickList, index: number) => `${list} ${index} ${recordId}`;

export function isTicked(list: TickList, index: number): boolean {
  return ticked.value.has(keyOf(list, index));
}

export function toggleTick(list: TickList, index: number): void {
  const key = keyOf(list, index);
  const next = new Set(ticked.peek());
  if (!next.delete(key)) next.add(key);
  ticked.value = next;
}

/** How many of the first `total` lines are ticked. */
export function countTicks(list: TickList, total: number): number {
  return Array.from({ length: total }, (_, index) => index).filter((index) => isTicked(list, index)).length;
}

export function forgetTicks(): void {
  ticked.value = new Set();
}
