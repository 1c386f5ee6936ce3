// Keeps the release's timestamp fresh, so that terminals know the hub still stands behind what it serves.
import type { HubServices } from '../http/hub-services.ts';

/** The part of a timer this needs; tests give one they advance by hand. */
export type Schedule = (work: () => void, everyMs: number) => () => void;

/** Far below the lifetime of a timestamp, so that several refusals in a row still leave it valid. */
export const refreshEveryMs = 60 * 60 * 1000;

/** Runs on Node's timers without keeping the process alive. */
export const everyInterval: Schedule = (work, everyMs) => {
  const timer = setInterval(work, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};

/**
 * Refreshes once now and then every hour, never twice at once; a failure is logged and tried again next time.
 * Returns a function that stops it and waits for a refresh under way.
 */
export function keepTimestampFresh(services: HubServices, schedule: Schedule): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  const refresh = () => {
    underWay ??= services.publishing
      .refreshTimestamp()
      .catch((cause: unknown) => services.log('the release timestamp could not be refreshed', cause))
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
