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
  'accounts.code-needed': {
    zh: '密码正确。请再输入验证器上的六位验证码，或一个恢复码。',
    en: 'The password is right. Now enter the six digits of your authenticator, or a recovery code.',
    status: 401,
  },
  'accounts.wrong-code': {
    zh: '验证码不对或已经用过。请等验证器换出新的六位数再输入；连续输错会暂时停用登录。',
    en: 'The code is wrong or was used already. Wait for the next six digits and enter them; several wrong tries pause signing in.',
    status: 401,
  },
  'accounts.second-factor-required': {
    zh: '您的角色须启用两步验证。请先设置验证器，再办理其他事情。',
    en: 'Your roles demand a second factor. Set up an authenticator first.',
    status: 403,
  },
  'accounts.second-factor-kept': {
    zh: '您的角色须使用两步验证，不能关闭。',
    en: 'Your roles demand a second factor; it cannot be turned off.',
    status: 403,
  },
  'accounts.second-factor-not-begun': {
    zh: '还没有开始设置两步验证，或已经设置完成。请从头开始。',
    en: 'Setting up the second factor was not begun, or is finished. Start again.',
    status: 409,
  },
  'accounts.wrong-confirmation': {
    zh: '验证码不对，两步验证还没有启用。请核对手机时间是否准确，再输入当前的六位数。',
    en: 'The code is wrong; the second factor is not on yet. Check the clock of the telephone and enter the six digits shown now.',
    status: 400,
  },
  'accounts.key-missing': {
    zh: '账号密钥文件（keys/accounts.key）丢失或已损坏，无法核对验证码。请管理员恢复该文件，或用命令行重置账号的两步验证。',
    en: 'The key file of the accounts (keys/accounts.key) is missing or damaged, so no code can be checked. Restore the file, or reset the account’s second factor on the command line.',
    status: 500,
  },
  'accounts.link-invalid': {
    zh: '这个链接已经用过、已被收回、已过期或不完整。请联系管理员重新发送。',
    en: 'This link was used, withdrawn, has expired or is incomplete. Ask an administrator for a new one.',
    status: 404,
  },
  'accounts.name-taken': {
    zh: '已有名为“{name}”的账号。请换一个账号名；停用的账号可以重新启用。',
    en: 'There is an account named “{name}” already. Choose another name; an account out of use can be put back.',
    status: 409,
  },
  'accounts.bad-name': {
    zh: '“{name}”不能用作账号名。请用汉字、字母和数字，中间可有 . _ - @ ·，不留空格，最多 60 个字符。',
    en: '“{name}” cannot be an account name. Use letters and digits, with . _ - @ · between them, no blanks, at most 60 characters.',
    status: 400,
  },
  'accounts.no-role': {
    zh: '请至少选一个角色。要暂停一个账号，请停用它。',
    en: 'Choose at least one role. To suspend an account, disable it.',
    status: 400,
  },
  'accounts.own-account': {
    zh: '不能改动自己的角色、机构范围或状态。请由另一位管理员办理。',
    en: 'Nobody changes their own roles, agency or state. Ask another administrator.',
    status: 403,
  },
  'accounts.last-administrator': {
    zh: '“{name}”是最后一位可以管理全部账号的管理员，不能停用，也不能去掉管理员角色或限定机构。请先指定另一位管理员。',
    en: '“{name}” is the last administrator of all accounts and can be neither disabled nor lose that role or be bound to one agency. Appoint another administrator first.',
    status: 409,
  },
  'accounts.foreign-agency': {
    zh: '您只能管理本机构的账号。',
    en: 'You may only manage the accounts of your own agency.',
    status: 403,
  },
  'accounts.disabled': {
    zh: '账号“{name}”已停用。请先启用它。',
    en: 'The account “{name}” is disabled. Enable it first.',
    status: 409,
  },
  'accounts.sso-off': {
    zh: '没有启用统一身份登录。请用账号和密码登录。',
    en: 'Single sign-on is not in use. Sign in with name and password.',
    status: 404,
  },
  'accounts.sso-unreachable': {
    zh: '连不上统一身份平台，或它的回答不可用。请稍后再试，或用账号和密码登录；仍不行时请管理员检查设置。',
    en: 'The identity provider cannot be reached, or its answer is unusable. Try again later or sign in with name and password; if it stays so, an administrator should check the settings.',
    status: 502,
  },
  'accounts.sso-refused': {
    zh: '统一身份平台没有确认您的身份，或登录超过了时限。请重新登录。',
    en: 'The identity provider did not confirm who you are, or it took too long. Sign in again.',
    status: 401,
  },
  'accounts.sso-no-account': {
    zh: '您的身份已确认，但这里没有对应的可用账号。请管理员为您建立账号。',
    en: 'Your identity is confirmed, but no account in use belongs to it here. Ask an administrator for one.',
    status: 403,
  },
});
