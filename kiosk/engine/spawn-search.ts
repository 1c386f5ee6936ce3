// Starts the search worker.
import { warmStore } from '../store/warm-store.ts';

/** The worker, and the store it will ask for: opening that takes the browser as long as starting a worker. */
export function spawnSearch(): Worker {
  const worker = new Worker(new URL('../search-worker/main.ts', import.meta.url), {
    type: 'module',
    name: 'search',
  });
  warmStore();
  return worker;
}
