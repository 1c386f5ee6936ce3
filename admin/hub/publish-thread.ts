// Publishing on a thread of its own: building an index keeps a core busy, and the hub must go on answering.
import { Worker } from 'node:worker_threads';
import { fromPlainError, type PlainError } from '#shared/errors/app-error.ts';
import type { publishRelease } from './publish/publish.ts';
import type { PublishProgress } from './publish/publish-context.ts';

/**
 * Memory for what lives shortly, in MB: three semi-spaces, of which `package.json` tells the size for the command. Left alone
 * they grow to four times as much, nearly all of it garbage at any moment: 70 MB more at 1.35 million records, for nothing.
 */
export const youngMb = 24;

/** What a publish is told; everything else the thread opens for itself. */
export interface PublishOrder {
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly note: string;
  readonly who: string;
}

export type PublishOutcome = Awaited<ReturnType<typeof publishRelease>>;

/** What the thread says; the only message to it asks it to stop. */
export type FromPublishThread =
  | { readonly type: 'progress'; readonly progress: PublishProgress }
  | { readonly type: 'done'; readonly outcome: PublishOutcome }
  | { readonly type: 'failed'; readonly error: PlainError; readonly stack: string | undefined };

/**
 * Runs one publish to its end. Aborting the signal stops it before the switch; after it, it is done.
 * Throws what `publishRelease` throws.
 */
export async function publishOnThread(
  order: PublishOrder,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: PublishProgress) => void },
): Promise<PublishOutcome> {
  const { signal, onProgress } = options;
  signal.throwIfAborted();
  const thread = new Worker(new URL('./publish-thread-entry.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
  const cancel = () => thread.postMessage('cancel');
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await new Promise<PublishOutcome>((resolve, reject) => {
      thread.on('message', (message: FromPublishThread) => {
        if (message.type === 'progress') onProgress(message.progress);
        else if (message.type === 'done') resolve(message.outcome);
        else reject(signal.aborted ? signal.reason : rebuildError(message));
      });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('The publishing thread ended without an answer')));
    });
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** An unforeseen error keeps its stack for the log; people see the code's own words. */
function rebuildError({ error, stack }: FromPublishThread & { type: 'failed' }): Error {
  const rebuilt = fromPlainError(error);
  if (stack) rebuilt.stack = stack;
  return rebuilt;
}
