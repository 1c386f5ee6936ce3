// What the command `account` says, in Chinese and English.

/** Its part of `--help`. */
export const accountHelp: Readonly<Record<'en' | 'zh', string[]>> = {
  en: [
    'account list',
    '  Lists the accounts.',
    'account invite NAME --roles ROLE,… [--display-name NAME] [--agency NAME] [--public-url URL]',
    '  Makes an account and a link by which its owner sets the password. It works once and for 72 hours.',
    '  ROLE: contributor, reviewer, approver, publisher, keeper, auditor, administrator',
    'account reset NAME [--second-factor] [--public-url URL]',
    '  Makes a link for another password; with --second-factor using it also turns the second factor off.',
    'account disable NAME, account enable NAME',
    '  Puts an account out of use, or back. Its sessions end at once.',
  ],
  zh: [
    'account list',
    '  列出账号。',
    'account invite 账号名 --roles 角色,… [--display-name 姓名] [--agency 机构] [--public-url 网址]',
    '  建立账号，并给出一个由本人设置密码的链接。链接只能用一次，72 小时内有效。',
    '  角色：contributor 报送、reviewer 审查、approver 批准、publisher 发布、keeper 终端、auditor 监督、administrator 管理',
    'account reset 账号名 [--second-factor] [--public-url 网址]',
    '  给出一个重设密码的链接；加 --second-factor 时，使用链接也会关闭两步验证。',
    'account disable 账号名，account enable 账号名',
    '  停用或启用账号。停用后其登录立即结束。',
  ],
};

const en = {
  accountUsage: 'account list | invite NAME --roles … | reset NAME | disable NAME | enable NAME',
  accountRoles:
    '--roles takes contributor, reviewer, approver, publisher, keeper, auditor, administrator, with commas between',
  accountStates: { active: 'active', invited: 'invited', disabled: 'disabled' },
  accountLine: (name: string, displayName: string, state: string, roles: string, agency: string | null) =>
    `${name} (${displayName}), ${state}: ${roles}${agency === null ? '' : `, ${agency} only`}`,
  accountNow: (name: string, state: string) => `Account “${name}” is ${state}.`,
  accountLink: (name: string, until: string) =>
    `Link for “${name}”, shown only this once, works once until ${until}:`,
};

const zh: typeof en = {
  accountUsage: 'account list | invite 账号名 --roles … | reset 账号名 | disable 账号名 | enable 账号名',
  accountRoles:
    '--roles 写 contributor、reviewer、approver、publisher、keeper、auditor、administrator，用逗号隔开',
  accountStates: { active: '在用', invited: '待启用', disabled: '已停用' },
  accountLine: (name, displayName, state, roles, agency) =>
    `${name}（${displayName}），${state}：${roles}${agency === null ? '' : `，仅限${agency}`}`,
  accountNow: (name, state) => `账号“${name}”${state}。`,
  accountLink: (name, until) => `“${name}”的链接，只显示这一次，在 ${until} 前可用一次：`,
};

export const accountText = { en, zh } as const;
