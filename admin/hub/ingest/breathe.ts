// Gives way to other work now and then, so that reading a large file never holds up the hub.
import { setImmediate } from 'node:timers/promises';

const longestStretchMs = 25;
let lastPause = 0;

/** Resolves at once, or after a turn of the event loop when the last one is a while ago. */
export async function breathe(): Promise<void> {
  const now = performance.now();
  if (now - lastPause < longestStretchMs) return;
  await setImmediate();
  lastPause = performance.now();
}
