// Asks the portals in the background for as long as the hub runs.
import type { Schedule } from '../../fleet/repeat-work.ts';
import type { HubServices } from '../../http/hub-services.ts';

/** How often it is looked which sources are due; a source itself is asked every ten minutes at most. */
export const lookEveryMs = 60_000;

/** Failures of the store are logged; those of portals are kept with their source. Returns a function that stops it. */
export function keepPolling(
  { feeds, log }: Pick<HubServices, 'feeds' | 'log'>,
  schedule: Schedule,
): () => Promise<void> {
  const look = () => {
    feeds.pollDue().catch((cause: unknown) => log('feeds could not be polled', cause));
  };
  const stop = schedule(look, lookEveryMs);
  return async () => {
    stop();
    await feeds.close();
  };
}
