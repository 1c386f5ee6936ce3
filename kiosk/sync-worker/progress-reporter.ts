// Tells the page how far a download has come, often enough to move and rarely enough not to flood it.
import type { SyncProgress } from '#shared/protocol/worker-messages.ts';
import type { SyncContext } from './sync-context.ts';

const reportEveryMs = 100;

export const idleProgress: SyncProgress = { step: 'idle', doneBytes: 0, totalBytes: 0 };

export class ProgressReporter {
  private readonly context: SyncContext;
  private readonly totalBytes: number;
  private doneBytes: number;
  private step: SyncProgress['step'] = 'checking';
  private reportedAtMs = Number.NEGATIVE_INFINITY;

  constructor(context: SyncContext, totalBytes: number, doneBytes: number) {
    this.context = context;
    this.totalBytes = totalBytes;
    this.doneBytes = doneBytes;
  }

  /** Enters a step; always told. */
  show(step: SyncProgress['step']): void {
    this.step = step;
    this.report();
  }

  /** More bytes are stored and verified. */
  add(bytes: number): void {
    this.doneBytes += bytes;
    if (this.context.now() - this.reportedAtMs >= reportEveryMs) this.report();
  }

  private report(): void {
    this.reportedAtMs = this.context.now();
    const { step, doneBytes, totalBytes } = this;
    this.context.report({ sync: { step, doneBytes, totalBytes } });
  }
}
