// Where the sums in a terminal's outbox go: called within the transaction that takes the item.
import { instant } from '../editorial/desk.ts';
import type { VoiceHooks } from '../voice/voice-hooks.ts';
import { takeCounts, takeQueries } from './take-statistics.ts';

export const statisticsHooks: Pick<VoiceHooks, 'takeCounts' | 'takeQueries'> = {
  takeCounts: (inside, item, { terminalId }) =>
    takeCounts(inside.db, item, { terminalId, at: instant(inside) }),
  takeQueries: (inside, item, { terminalId }) =>
    takeQueries(inside.db, item, { terminalId, at: instant(inside) }),
};
