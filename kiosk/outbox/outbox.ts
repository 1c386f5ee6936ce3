// The terminal's outbox: what visitors said and what was counted, kept until the hub says it has it.
//
// Each item carries an id made with it, so sending it once more is harmless; losing it is not. It is removed for one
// reason only: the hub, or a hub that read a stick, named its id. What is held for its visitor leaves when the visit ends,
// at the latest after `longestHoldMs`, so that a crash keeps nothing back for ever.
import { AppError } from '#shared/errors/app-error.ts';
import type { OutboxAnswer, OutboxItem } from '#shared/protocol/outbox-api.ts';
import { mergeOldestCounts } from './merge-counts.ts';
import type { OutboxShelf, ShelfChange, WaitingItem } from './shelf.ts';

export interface OutboxLimits {
  readonly items: number;
  readonly bytes: number;
}

/** Years of a quiet hall without a network; a busy one merges its sums earlier. */
export const outboxLimits: OutboxLimits = { items: 4_000, bytes: 4 * 1024 * 1024 };
/** Longer than a visit lasts: what a crash left held goes out by itself. */
export const longestHoldMs = 30 * 60_000;
/** What one request to the hub carries. */
export const batchLimits: OutboxLimits = { items: 100, bytes: 128 * 1024 };

export interface OutboxCount {
  readonly items: number;
  readonly bytes: number;
  /** The day of the oldest of them; null when none waits. */
  readonly since: string | null;
}

export class Outbox {
  private readonly shelf: OutboxShelf;
  private readonly now: () => number;
  private readonly limits: OutboxLimits;

  constructor(shelf: OutboxShelf, now: () => number, limits: OutboxLimits = outboxLimits) {
    this.shelf = shelf;
    this.now = now;
    this.limits = limits;
  }

  /** Keeps a visitor's item, to be sent when the visit ends. Throws `voice.outbox-full`. */
  hold(item: OutboxItem): Promise<void> {
    return this.add(waiting(item, this.now() + longestHoldMs));
  }

  /** Keeps an item that may go at once. Throws `voice.outbox-full`. */
  put(item: OutboxItem): Promise<void> {
    return this.add(waiting(item, 0));
  }

  /** Puts another item under the same id in its place; false when that one has left, and stays as it is. */
  replace(item: OutboxItem): Promise<boolean> {
    return this.whereHeld(item.id, () => ({ put: [waiting(item, this.now() + longestHoldMs)] }));
  }

  /** False when it has left already. */
  takeBack(id: string): Promise<boolean> {
    return this.whereHeld(id, () => ({ remove: [id] }));
  }

  /** The visit is over: whatever was held may go. */
  release(): Promise<void> {
    return this.shelf.change((items) => ({
      put: items.filter(({ heldUntilMs }) => heldUntilMs > 0).map((one) => ({ ...one, heldUntilMs: 0 })),
      answer: undefined,
    }));
  }

  async count(): Promise<OutboxCount> {
    const items = await this.shelf.read();
    const days = items.map(({ item }) => item.on).sort();
    return { items: items.length, bytes: sum(items), since: days[0] ?? null };
  }

  /**
   * What may leave now, at most a batch of it and none of `except`; all of it is marked as having left before this
   * resolves.
   */
  nextBatch(except: ReadonlySet<string> = new Set()): Promise<readonly OutboxItem[]> {
    return this.leave(batchLimits, except);
  }

  /** Everything that may leave now, for a file; it stays here until a hub has named it. */
  takeOut(): Promise<readonly OutboxItem[]> {
    return this.leave({ items: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY });
  }

  /** Removes what a hub has settled for good. */
  settle({ settled }: OutboxAnswer): Promise<void> {
    const ids = new Set(settled.map(({ id }) => id));
    return this.shelf.change((items) => ({
      remove: items.filter(({ id, hasLeft }) => hasLeft && ids.has(id)).map(({ id }) => id),
      answer: undefined,
    }));
  }

  private leave(
    limits: OutboxLimits,
    except: ReadonlySet<string> = new Set(),
  ): Promise<readonly OutboxItem[]> {
    return this.shelf.change((items) => {
      const batch = within(
        items.filter((one) => !this.isHeld(one) && !except.has(one.id)),
        limits,
      );
      const put = batch
        .filter(({ hasLeft }) => !hasLeft)
        .map((one) => ({ ...one, hasLeft: true, heldUntilMs: 0 }));
      return { put, answer: batch.map(({ item }) => item) };
    });
  }

  /** A clock that was put back must not hold anything longer than a visit. */
  private isHeld({ heldUntilMs }: WaitingItem): boolean {
    const leftMs = heldUntilMs - this.now();
    return leftMs > 0 && leftMs <= longestHoldMs;
  }

  private whereHeld(id: string, change: () => ShelfChange): Promise<boolean> {
    return this.shelf.change((items) => {
      const isHere = items.some((one) => one.id === id && !one.hasLeft && one.heldUntilMs > 0);
      return { ...(isHere ? change() : {}), answer: isHere };
    });
  }

  private add(next: WaitingItem): Promise<void> {
    return this.shelf
      .change((items) => {
        if (items.some((one) => holds(one, next.id))) return { answer: true };
        const merged = mergeOldestCounts(items, next, this.limits);
        return merged === null ? { answer: false } : { ...merged, answer: true };
      })
      .then((isKept) => {
        if (!isKept) throw new AppError('voice.outbox-full');
      });
  }
}

const holds = ({ id, absorbed = [] }: WaitingItem, wanted: string) =>
  id === wanted || absorbed.includes(wanted);

function waiting(item: OutboxItem, heldUntilMs: number): WaitingItem {
  return { id: item.id, item, bytes: JSON.stringify(item).length, heldUntilMs, hasLeft: false };
}

function within(items: readonly WaitingItem[], limits: OutboxLimits): WaitingItem[] {
  const batch: WaitingItem[] = [];
  let bytes = 0;
  for (const one of items) {
    bytes += one.bytes;
    if (batch.length >= limits.items || (batch.length > 0 && bytes > limits.bytes)) break;
    batch.push(one);
  }
  return batch;
}

export function sum(items: readonly WaitingItem[]): number {
  return items.reduce((total, { bytes }) => total + bytes, 0);
}
