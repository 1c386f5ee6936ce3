// Works out what was touched in the background, so that the lists of the desk need not.
import type { Schedule } from '../fleet/timestamp-refresher.ts';
import type { HubServices } from '../http/hub-services.ts';

/** Imports of thousands of records are followed within this time. */
export const refreshEveryMs = 20_000;

/** Looks once now and then every so often, never twice at once. Returns a function that stops it and waits. */
export function keepDeadlinesFresh(services: HubServices, schedule: Schedule): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const refresh = () => {
    underWay ??= services.deadlines
      .refresh()
      .then(() => undefined)
      .catch((cause: unknown) => services.log('deadlines could not be worked out', cause))
      .finally(() => {
        underWay = null;
      });
  };
  refresh();
  const stop = schedule(refresh, refreshEveryMs);
  return async () => {
    stop();
    await underWay;
  };
}
