// What a publish is given besides the store: where to write, in whose name, by which clock.
import type { CatalogueEngine } from './catalogue-engine.ts';

/** Steps a publish goes through, in order, as publishJobSchema names them. */
export type PublishStep = 'reading' | 'building' | 'signing' | 'verifying' | 'switching';

export interface PublishProgress {
  readonly step: PublishStep;
  readonly done: number;
  /** 0 while it isn't known. */
  readonly total: number;
}

export interface PublishContext {
  readonly dataDir: string;
  /** What QR codes point at; a trailing slash is cut off. */
  readonly publicUrl: string;
  readonly note: string;
  /** Who publishes, as the audit names them. */
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly engine: CatalogueEngine;
  readonly onProgress?: (progress: PublishProgress) => void;
  /** Stops the publish where it is; it throws the signal's reason and the release in force stays. */
  readonly signal?: AbortSignal;
  /** Build every segment anew and copy every attachment again, whatever the last release holds. */
  readonly rebuild?: boolean;
}

/**
 * Tells of progress a few hundred times at most, however many items there are, and stops the publish at the item
 * at which it was cancelled.
 */
export function progressReporter(context: PublishContext, step: PublishStep, total: number) {
  const every = Math.max(1, Math.floor(total / 200));
  context.signal?.throwIfAborted();
  context.onProgress?.({ step, done: 0, total });
  return (done: number) => {
    context.signal?.throwIfAborted();
    if (done % every === 0 || done === total) context.onProgress?.({ step, done, total });
  };
}
