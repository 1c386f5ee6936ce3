// The phone pages' words about what is shown for a time only, in English.
import type { shownChinese } from './text-shown-zh.ts';

export const shownEnglish: typeof shownChinese = {
  left: 'Time left',
  daysLeft: (days) => (days === 1 ? '1 day' : `${days} days`),
  lastDay: 'Ends today',
  notBegun: 'The period has not begun',
  over: 'The period is over',
  objection: 'Objections to',
  emergency: 'Emergency notice',
  offShow: {
    title: 'This content is not on show now',
    why: 'Its notice period is over, or has not begun yet, so its text is not shown here.',
    help: 'You can ask the issuing office, or search what is public now:',
  },
};
