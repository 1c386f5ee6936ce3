// Errors of requests, opinions and the like.
import { defineMessages } from './message.ts';

export const caseMessages = defineMessages({
  'cases.key-missing': {
    zh: '申请与意见的密钥文件（keys/cases.key）丢失或已损坏，无法读出其中的个人信息。请管理员恢复该文件。',
    en: 'The key file of requests and opinions (keys/cases.key) is missing or damaged, so what is sealed with it cannot be read. Restore the file.',
    status: 503,
  },
  'cases.not-found': {
    zh: '没有查到。请核对查询码和手机号后四位，两项都要与提交时一致。',
    en: 'Nothing found. Check the code and the last four digits of the phone number; both must be as when it was sent.',
    status: 404,
  },
  'cases.piece-misplaced': {
    zh: '文件没有接上，正从已收到的地方继续。',
    en: 'The file did not join up; going on from what has arrived.',
    status: 409,
  },
});
