// What the outbox is kept in: rows that change together or not at all.
import type { OutboxItem } from '#shared/protocol/outbox-api.ts';

/** One item that waits for the hub. */
export interface WaitingItem {
  readonly id: string;
  readonly item: OutboxItem;
  /** Length of its JSON. */
  readonly bytes: number;
  /** Until when, in milliseconds since 1970, its visitor may take it back; 0 once it may go. */
  readonly heldUntilMs: number;
  /**
   * True from before it first leaves the terminal. The hub may then have it: it is never put into another item, which
   * would arrive twice.
   */
  readonly hasLeft: boolean;
  /** Ids of sums that were added to it: who did not hear that one was kept, and keeps it again, changes nothing. */
  readonly absorbed?: readonly string[];
}

export interface ShelfChange {
  readonly put?: readonly WaitingItem[];
  readonly remove?: readonly string[];
}

/** Rows in the order of their ids; every tab of the terminal shares them. */
export interface OutboxShelf {
  /**
   * Shows what waits and applies what `decide` makes of it, in one transaction that is on disk when this resolves.
   * `decide` runs while the transaction is open and must not wait for anything.
   */
  change<T>(decide: (items: readonly WaitingItem[]) => ShelfChange & { readonly answer: T }): Promise<T>;
  read(): Promise<readonly WaitingItem[]>;
}
