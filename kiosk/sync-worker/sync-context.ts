// What every part of the sync worker works with.
import type { SyncStatus } from '#shared/protocol/worker-messages.ts';
import type { Fetcher } from '#shared/release/tuf/update-client.ts';
import type { KioskStore } from '../store/kiosk-store.ts';
import type { SharedRepairs } from './shared-repairs.ts';
import type { StepAside } from './step-aside.ts';

/** Where files of a release come from: the hub, or a pack on a stick. */
export interface ReleaseSource extends Fetcher {
  /** Bytes `[start, end)` of a file, or null when ranges of it cannot be had. */
  fetchRange(path: string, start: number, end: number): Promise<Uint8Array | null>;
}

export interface SyncContext {
  readonly store: KioskStore;
  readonly fetcher: ReleaseSource;
  readonly repairs: SharedRepairs;
  /** Asked before every step of what no visitor waits for. */
  readonly aside: StepAside;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells the page what changed. */
  readonly report: (changes: Partial<SyncStatus>) => void;
}

/** The moment as the store and the hub write it. */
export function instantOf(context: SyncContext): string {
  return new Date(context.now()).toISOString();
}
