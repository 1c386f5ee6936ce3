// Errors of consultations, hearings and objections to public notices.
import { defineMessages } from './message.ts';

export const consultationMessages = defineMessages({
  'consultations.none': {
    zh: '这条公告没有征求意见，或者已经不再公开。',
    en: 'This notice asks for no comments, or is no longer public.',
    status: 404,
  },
  'consultations.not-begun': {
    zh: '还没有开始，{startsOn} 起可以提交。',
    en: 'Not yet open; submissions are taken from {startsOn}.',
    status: 409,
  },
  'consultations.over': {
    zh: '已于 {endsOn} 截止，不再接收。仍想反映的，可以在“意见建议”中提交。',
    en: 'Closed on {endsOn}; nothing more is taken. You can still write to us as an opinion.',
    status: 409,
  },
  'consultations.wrong-kind': {
    zh: '这条公告接收的不是这一类内容。请从公告页面重新进入。',
    en: 'This notice does not take submissions of this kind. Open the form from the notice again.',
    status: 422,
  },
  'consultations.name-needed': {
    zh: '提出异议和报名听证须填写姓名和电话，以便核实和通知。',
    en: 'Objections and sign-ups need a name and a phone number, so that they can be checked and answered.',
    status: 422,
  },
  'consultations.words-missing': {
    zh: '请写下您的意见，至少两个字。',
    en: 'Write what you want to say: two characters at least.',
    status: 422,
  },
  'consultations.no-point': {
    zh: '选择的条目不存在。请从公告页面重新进入。',
    en: 'There is no such point. Open the form from the notice again.',
    status: 422,
  },
  'consultations.exists': {
    zh: '这条信息已经有一次征求意见，请在原有的基础上修改。',
    en: 'This record already has a consultation; change that one.',
    status: 409,
  },
  'consultations.wrong-record': {
    zh: '只有公告公示和文件可以征求意见。',
    en: 'Only notices and documents can be put out for comment.',
    status: 422,
  },
  'consultations.bad-period': {
    zh: '期限或听证安排有误：起止日期须完整，截止不早于开始，听证日期不早于报名截止。',
    en: 'The period or the hearing does not fit: both days must be whole, the end not before the beginning, the hearing not before sign-up ends.',
    status: 422,
  },
  'consultations.same-end': {
    zh: '新的截止日期与原来相同，或者已经过去。',
    en: 'The new last day is the same as before, or is past.',
    status: 422,
  },
  'consultations.summarised': {
    zh: '采纳情况已经公布，不能再更改期限。',
    en: 'What was taken up has been published, so the period cannot be changed any more.',
    status: 409,
  },
  'consultations.changed': {
    zh: '刚刚有人改过，您的修改没有保存。请刷新后再改。',
    en: 'Somebody has just changed it, so yours was not saved. Reload and try again.',
    status: 409,
  },
  'consultations.foreign-agency': {
    zh: '您的账号只能办理本机构的征求意见。',
    en: 'Your account may only handle its own agency’s consultations.',
    status: 403,
  },
  'consultations.reason-missing': {
    zh: '部分采纳和未采纳的，请写明理由：理由会公布。',
    en: 'Say why it is taken up only in part or not at all: the reason is published.',
    status: 422,
  },
  'consultations.personal': {
    zh: '要公布的文字里有个人信息（{what}），请改写后再保存。',
    en: 'The words to be published hold personal data ({inEnglish}). Rewrite them and save again.',
    status: 422,
  },
  'consultations.unsorted': {
    zh: '还有 {count} 条没有整理。全部整理后再起草反馈。',
    en: '{count} submissions are not sorted yet. Sort them all before drafting the summary.',
    status: 409,
  },
  'consultations.still-open': {
    zh: '还没有截止，{endsOn} 之后才能公布结果。',
    en: 'It is still open; results can be drafted after {endsOn}.',
    status: 409,
  },
  'consultations.too-many': {
    zh: '选定的人数多于席位（{seats} 席）。',
    en: 'More people are chosen than there are seats ({seats}).',
    status: 422,
  },
  'consultations.none-chosen': {
    zh: '还没有选定参加人。',
    en: 'Nobody has been chosen yet.',
    status: 409,
  },
});
