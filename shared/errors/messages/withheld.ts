// Errors of the non-disclosure register.
import { defineMessages } from './message.ts';

export const withheldMessages = defineMessages({
  'withheld.own-proposal': {
    zh: '这一条由您本人提出，须由另一人决定。',
    en: 'You proposed this entry yourself; somebody else must decide.',
    status: 403,
  },
  'withheld.wrong-state': {
    zh: '这一条现在不能这样办理：它的状态已经变了。请刷新后再看。',
    en: 'This entry cannot be handled like that now: its state has changed. Reload and look again.',
    status: 409,
  },
  'withheld.changed': {
    zh: '这一条刚刚被改过，您的修改没有保存。请刷新后再改。',
    en: 'This entry has just been changed, so yours was not saved. Reload and try again.',
    status: 409,
  },
  'withheld.foreign-agency': {
    zh: '您的账号只能办理本机构的登记。',
    en: 'Your account may only handle its own agency’s entries.',
    status: 403,
  },
  'withheld.reason-missing': {
    zh: '不同意登记时，请写明理由：这件信息为什么应当公开。',
    en: 'To refuse an entry, say why the information has to be disclosed.',
    status: 422,
  },
});
