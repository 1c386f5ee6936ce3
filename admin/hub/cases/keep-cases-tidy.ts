// Work on cases a hub does by itself: what its time is over for is forgotten, uploads nobody sent are removed.
import { repeatWork, type Schedule } from '../fleet/repeat-work.ts';
import type { HubServices } from '../http/hub-services.ts';

export const retainEveryMs = 24 * 3_600_000;
export const sweepEveryMs = 3_600_000;

/** Both once now and then every so often. Returns a function that stops them and waits. */
export function keepCasesTidy(
  { casePrivacy, caseIntake, log }: Pick<HubServices, 'casePrivacy' | 'caseIntake' | 'log'>,
  schedule: Schedule,
): () => Promise<void> {
  const stops = [
    repeatWork(
      () => casePrivacy.retain(),
      retainEveryMs,
      schedule,
      (cause) => log('personal data past its time could not be erased', cause),
    ),
    repeatWork(
      () => caseIntake.sweepUploads(),
      sweepEveryMs,
      schedule,
      (cause) => log('uploads nobody sent could not be removed', cause),
    ),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
