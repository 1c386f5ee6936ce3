// A source of files that stops in the middle when something better comes: a stick, while the network is slow.
import type { ReleaseSource } from './sync-context.ts';

/** Fetches end with an AbortError once `stop` is aborted, or by their own signal as before. */
export function stoppableSource(source: ReleaseSource, stop: AbortSignal): ReleaseSource {
  return {
    fetch: (path, maxBytes, signal) => {
      // Whatever the worker cancels by is an AbortSignal.
      const either = signal === undefined ? stop : AbortSignal.any([stop, signal as AbortSignal]);
      return source.fetch(path, maxBytes, either);
    },
    fetchRange: (path, start, end) => source.fetchRange(path, start, end),
  };
}
