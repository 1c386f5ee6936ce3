// Works out what was touched in the background, so that the lists of the desk need not.
import { repeatWork, type Schedule } from '../fleet/repeat-work.ts';
import type { HubServices } from '../http/hub-services.ts';

/** Imports of thousands of records are followed within this time. */
export const refreshEveryMs = 20_000;

/** Looks once now and then every so often. Returns a function that stops it and waits. */
export const keepDeadlinesFresh = ({ deadlines, log }: HubServices, schedule: Schedule) =>
  repeatWork(
    () => deadlines.refresh(),
    refreshEveryMs,
    schedule,
    (cause) => log('deadlines could not be worked out', cause),
  );
