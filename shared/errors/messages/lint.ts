// Errors and warnings of checking content before it is published.
import { defineMessages } from './message.ts';

export const lintMessages = defineMessages({
  'lint.unanswered': {
    zh: '“{what}”还有必须处理的检查结果没有答复。请打开这条内容，在“发布前检查”里逐条处理。',
    en: '“{what}” has findings that must be answered first. Open it and answer each under “Before publication”.',
    status: 409,
  },
  'lint.pending': {
    zh: '“{what}”的附件还在检查，请稍候再审核。',
    en: 'The attachments of “{what}” are still being checked; approve it in a moment.',
    status: 409,
  },
  'lint.still-there': {
    zh: '重新检查后，仍然发现“{what}”。请先改正内容再选“已改正”。',
    en: 'Checked again, “{what}” is still there. Correct the content before calling it mended.',
    status: 409,
  },
  'lint.needs-reason': {
    zh: '选“确需公开”要写明理由。',
    en: 'Say why it is meant to be public.',
    status: 400,
  },
  'lint.found-personal': {
    zh: '发现个人信息 {count} 处（{excerpt}），已随导入审核通过，请核对。',
    en: '{count} pieces of personal data found ({excerpt}); approved with the import, please look.',
    status: 422,
  },
  'lint.found-secrecy': {
    zh: '发现密级或内部标志 {count} 处（{excerpt}），已随导入审核通过，请立即核对。',
    en: '{count} marks of secrecy found ({excerpt}); approved with the import, look at once.',
    status: 422,
  },
  'lint.found-hidden': {
    zh: '发现隐藏内容、批注或修订 {count} 处（{excerpt}），已随导入审核通过，请核对。',
    en: '{count} hidden texts, comments or changes found ({excerpt}); approved with the import, please look.',
    status: 422,
  },
  'lint.found-wording': {
    zh: '发现未定稿字样或待填内容 {count} 处（{excerpt}），已随导入审核通过，请核对。',
    en: '{count} marks of a draft found ({excerpt}); approved with the import, please look.',
    status: 422,
  },
  'lint.found-header': {
    zh: '著录信息有误 {count} 处（{excerpt}），已随导入审核通过，请核对。',
    en: '{count} mistakes in the header ({excerpt}); approved with the import, please look.',
    status: 422,
  },
  'lint.found-file': {
    zh: '文件或链接有问题 {count} 处（{excerpt}），已随导入审核通过，请核对。',
    en: '{count} problems with files or links ({excerpt}); approved with the import, please look.',
    status: 422,
  },
});
