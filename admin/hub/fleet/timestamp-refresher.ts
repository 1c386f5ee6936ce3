// Keeps the release's timestamp fresh, so that terminals know the hub still stands behind what it serves.
import type { HubServices } from '../http/hub-services.ts';
import { repeatWork, type Schedule } from './repeat-work.ts';

/** Far below the lifetime of a timestamp, so that several refusals in a row still leave it valid. */
export const refreshEveryMs = 60 * 60 * 1000;

/** Refreshes once now and then every hour. Returns a function that stops it and waits for a refresh under way. */
export const keepTimestampFresh = ({ publishing, log }: HubServices, schedule: Schedule) =>
  repeatWork(
    () => publishing.refreshTimestamp(),
    refreshEveryMs,
    schedule,
    (cause) => log('the release timestamp could not be refreshed', cause),
  );
