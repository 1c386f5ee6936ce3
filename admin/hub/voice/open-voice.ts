// Plugs the taking of an outbox into the parts of the hub that keep opinions and sums.
import { submitInTransaction } from '../cases/intake/submit-case.ts';
import { openCaseDesk } from '../cases/open-case-desk.ts';
import type { DataFolder } from '../open-data-folder.ts';
import { statisticsHooks } from '../statistics/statistics-hooks.ts';
import { createVoiceService, type VoiceService } from './voice-service.ts';

/** For the server and for the command line alike. */
export function openVoice(folder: Pick<DataFolder, 'desk' | 'paths'>): VoiceService {
  const cases = openCaseDesk(folder);
  return createVoiceService(folder.desk, {
    takeOpinion: (inside, opinion) => submitInTransaction({ ...cases, desk: inside }, opinion, 'kiosk'),
    ...statisticsHooks,
  });
}
