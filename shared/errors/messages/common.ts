// Errors any part of the system may raise.
import { defineMessages } from './message.ts';

export const commonMessages = defineMessages({
  internal: {
    zh: '系统内部出错，数据没有改动。请把时间告诉管理员，由他查看日志。',
    en: 'Something went wrong inside the system; no data was changed. Tell the administrator when it happened so they can check the log.',
    status: 500,
  },
  'not-found': {
    zh: '没有找到“{what}”。它可能已被撤下，请返回后重新查找。',
    en: '“{what}” was not found. It may have been withdrawn; go back and search again.',
    status: 404,
  },
  'bad-request': {
    zh: '提交的内容不完整或格式不对：{reason}。请改正后重试。',
    en: 'What was sent is incomplete or malformed: {reason}. Correct it and try again.',
    status: 400,
  },
  'wrong-usage': {
    zh: '命令用法不对：{reason}。用 --help 查看用法。',
    en: 'Wrong usage: {reason}. See --help.',
    status: 400,
  },
});
