// Runs a cursor: gathers its records in order, reading blocks whenever it has to wait.

import { AppError } from '../errors/app-error.ts';
import type { CancelSignal } from '../protocol/cancel-signal.ts';
import { type DocCursor, end, wait } from './doc-cursor.ts';
import type { LiveRecords } from './live-records.ts';
import type { ReadWindow } from './read-window.ts';

/** Throws `search.cancelled` once a newer query has taken this one's place. */
export function throwIfCancelled(signal: CancelSignal | undefined): void {
  if (signal?.aborted) throw new AppError('search.cancelled');
}

/** Where a walk goes and when it ends. */
export interface Walk {
  readonly cursor: DocCursor;
  readonly window: ReadWindow;
  /** Which records count at all. */
  readonly live: LiveRecords;
  readonly signal: CancelSignal | undefined;
}

/**
 * Looks at records a walk meets. A class and not a function where it is called thousands of times: functions made for one
 * question are compiled anew after every collection of garbage.
 */
export interface Visitor {
  /** Looks at the record the cursor stands at; false when a block is missing and it must be asked again. */
  visit(ordinal: number): boolean;
}

/** Counts what a walk meets. */
export class MetCounter implements Visitor {
  met = 0;

  visit(): boolean {
    this.met++;
    return true;
  }
}

/**
 * Visits live records from `from` on, below `to`, at most `most` of them. Resolves with the ordinal it would look
 * at next: `to` or more when there is none left. Throws `search.cancelled` and what reading throws.
 */
export async function walk(
  { cursor, window, live, signal }: Walk,
  range: { readonly from: number; readonly to: number; readonly most: number },
  visitor: Visitor,
): Promise<number> {
  let wanted = range.from;
  let visited = 0;
  for (;;) {
    const found = cursor.advance(wanted);
    if (found !== wait) {
      if (found >= range.to || found === end) return range.to;
      if (!live.has(found)) {
        wanted = found + 1;
        continue;
      }
      if (visited === range.most) return found;
      if (visitor.visit(found)) {
        visited++;
        wanted = found + 1;
        continue;
      }
    }
    await window.load();
    throwIfCancelled(signal);
  }
}

/** Reads the first blocks of a cursor, so that it knows its lists before it steps. */
export async function prepare(
  { cursor, window, signal }: Walk,
  targets: readonly number[] = [0],
): Promise<void> {
  for (const target of targets) cursor.prefetch(target);
  if (window.isWanting) await window.load();
  throwIfCancelled(signal);
}
