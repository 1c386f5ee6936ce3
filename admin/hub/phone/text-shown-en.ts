// The phone pages' words about what is shown for a time only, in English.
import type { shownChinese } from './text-shown-zh.ts';

export const shownEnglish: typeof shownChinese = {
  offShow: {
    title: 'This content is not on show now',
    why: 'Its notice period is over, or has not begun yet, so its text is not shown here.',
    help: 'You can ask the issuing office, or search what is public now:',
  },
};
