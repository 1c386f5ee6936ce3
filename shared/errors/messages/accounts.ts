// Errors of the accounts area.
import { defineMessages } from './message.ts';

export const accountMessages = defineMessages({
  'accounts.wrong-password': {
    zh: '用户名或密码不对。请核对后重新输入；连续输错会暂时停用登录。',
    en: 'The name or the password is wrong. Check both and try again; several wrong tries in a row pause signing in.',
    status: 401,
  },
  'accounts.locked': {
    zh: '连续输错次数太多，请在 {retryAfterSeconds} 秒后再试。',
    en: 'Too many wrong tries in a row. Try again in {retryAfterSeconds} seconds.',
    status: 429,
  },
  'accounts.wrong-current-password': {
    zh: '当前密码不对，密码没有改动。请重新输入当前密码。',
    en: 'The current password is wrong; nothing was changed. Enter it again.',
    status: 403,
  },
  'accounts.weak-password': {
    zh: '新密码太容易猜到，密码没有改动。请用至少 {minimum} 个字符，不要只重复几个字符，也不要用账号名。',
    en: 'The new password is too easy to guess; nothing was changed. Use at least {minimum} characters, not a few repeated ones and not the account name.',
    status: 400,
  },
});
