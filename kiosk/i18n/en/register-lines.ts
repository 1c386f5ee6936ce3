// English words before what a register or an entry says in lines: on paper and in the text of a symbol.
import type { Translated } from '../zh/index.ts';
import type { registerLinesZh } from '../zh/register-lines.ts';

export const registerLinesEn: Translated<typeof registerLinesZh> = {
  'handoff.label.register': 'From',
  'handoff.label.figuresPeriod': 'Period',
  'handoff.label.entries': 'Entries',
  'handoff.label.ranking': 'Ranking',
  'handoff.label.notes': 'Please note',
  'handoff.label.shownUntil': 'Shown until',
};
