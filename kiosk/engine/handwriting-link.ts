// The page's way to the handwriting worker, which lives only as long as somebody may write.
import type { HandwritingWorkerCalls } from '#shared/protocol/handwriting-messages.ts';
import type { Stroke } from '../handwriting/stroke.ts';
import { WorkerBridge } from './worker-bridge.ts';

export interface HandwritingLink {
  /** Resolves when writing can be recognised. Rejects with `kiosk.handwriting-unavailable` or an error of the bridge. */
  open(): Promise<unknown>;
  /** The likeliest characters, best first. Rejects as `open` does, or with the signal's reason. */
  recognise(strokes: readonly Stroke[], signal: AbortSignal): Promise<readonly string[]>;
  /** Ends the worker; the templates and whatever it was told of the ink are gone with it. */
  close(): void;
}

/** Starts a worker of its own. */
export function openHandwriting(): HandwritingLink {
  const bridge = new WorkerBridge<HandwritingWorkerCalls, never>({
    name: 'handwriting',
    spawn: () =>
      new Worker(new URL('../handwriting-worker/main.ts', import.meta.url), {
        type: 'module',
        name: 'handwriting',
      }),
    oneAtATime: ['recognise'],
    onEvent: () => undefined,
  });
  return {
    open: () => bridge.call('open', null),
    recognise: (strokes, signal) => bridge.call('recognise', { strokes }, signal),
    close: () => bridge.stop(),
  };
}
