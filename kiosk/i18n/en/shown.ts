// English words about what is shown for a time only.
import type { Translated } from '../zh/index.ts';
import type { shownZh } from '../zh/shown.ts';

export const shownEn: Translated<typeof shownZh> = {
  'record.ended': 'No longer on show',
  'record.noticeEnded': 'The notice period is over',
  'notice.objection': 'Objections to',
  'notice.daysLeft': '{days|day left|days left}',
  'notice.lastDay': 'Ends today',
  'handoff.label.objection': 'Objections to',
  'record.endedAt': 'It was on show until {moment}. Please ask the staff if you need to know more.',
};
