// Errors of handwriting input on the terminal.
import { defineMessages } from './message.ts';

export const handwritingMessages = defineMessages({
  'kiosk.handwriting-unavailable': {
    zh: '手写板打不开，请先用拼音输入。反复出现时请管理员重启终端。',
    en: 'Handwriting cannot be opened; please use pinyin instead. If it keeps happening, restart the terminal.',
    status: 503,
  },
});
