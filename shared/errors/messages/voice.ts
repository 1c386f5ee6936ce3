// Errors of votes, wishes and words from terminals.
import { defineMessages } from './message.ts';

export const voiceMessages = defineMessages({
  'voice.bad-item': {
    zh: '这一项的格式不对，没有收下。',
    en: 'This item has the wrong form and was not taken.',
    status: 400,
  },
  'voice.personal': {
    zh: '文字里有姓名、证件号码、电话或住址，没有收下。',
    en: 'The words hold a name, an ID number, a phone number or an address, and were not taken.',
    status: 422,
  },
  'voice.not-an-outbox': {
    zh: '这不是终端导出的文件，或者文件已损坏：{reason}',
    en: 'This is no file a terminal has exported, or it is damaged: {reason}',
    status: 400,
  },
  'voice.topic-twice': {
    zh: '“{topic}”在主题清单里出现了两次。',
    en: 'The topic “{topic}” is in the list twice.',
    status: 422,
  },
  'voice.contact-incomplete': {
    zh: '监督方式“{name}”要写明名称，以及电话或地址。',
    en: 'The contact “{name}” needs a name, and a phone number or an address.',
    status: 422,
  },
  'voice.outbox-full': {
    zh: '本机等待发送的意见已满，暂时收不下。请用手机提交，或者告诉工作人员。',
    en: 'This terminal holds as many words as it can until it is connected again. Please use your phone, or tell the staff.',
    status: 507,
  },
  'voice.wish-gone': {
    zh: '没有找到这一组点单，可能刚刚合并。请刷新后再看。',
    en: 'This group of wishes is not there; it may just have been merged. Look again.',
    status: 404,
  },
  'voice.answer-incomplete': {
    zh: '转给机构办理的，要选机构；已公开的，要指明是哪一条内容。',
    en: 'A task needs its agency, and a disclosure the record it is.',
    status: 422,
  },
});
