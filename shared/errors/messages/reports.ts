// Errors of ledgers, bulletins and reports.
import { defineMessages } from './message.ts';

export const reportMessages = defineMessages({
  'report.too-long': {
    zh: '内容超过 {limit} 行，一张表放不下。请缩小期间或只选一个机构后重试。',
    en: 'There are more than {limit} rows, more than one sheet holds. Choose a shorter period or one agency and try again.',
    status: 422,
  },
  'report.final': {
    zh: '“{what}”已经定稿，数字和文字不能再改。需要更正时，请另发一份更正的通报或报告。',
    en: '“{what}” is final; its figures and words can no longer be changed. To correct it, issue another one.',
    status: 409,
  },
  'report.exists': {
    zh: '“{what}”已经有了。请打开原来的那一份继续编写。',
    en: '“{what}” exists already. Open it and go on from there.',
    status: 409,
  },
  'report.unbalanced': {
    zh: '表格有 {count} 处数字对不上，不能定稿。请按表下的提示改正后再定稿。',
    en: '{count} figures do not add up, so the report cannot be made final. Correct what is listed below the tables first.',
    status: 422,
  },
  'report.entry-conflict': {
    zh: '这一条刚才已被 {who} 更正为第 {version} 版。请重新打开后再改，您填写的内容还在屏幕上。',
    en: 'This entry was just corrected by {who} (version {version}). Open it again before changing it; what you typed is still on the screen.',
    status: 409,
  },
  'report.no-release': {
    zh: '终端“{what}”在这个时间还没有报告过显示的版本，无法判断当时显示的内容。',
    en: 'Terminal “{what}” had not reported any version by that time, so what it showed is not known.',
    status: 404,
  },
});
