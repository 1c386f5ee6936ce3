// What the command `privacy` says, in Chinese and English.

/** Its part of `--help`. */
export const privacyHelp: Readonly<Record<'en' | 'zh', string[]>> = {
  en: [
    'privacy find',
    '  Finds the cases of a person. Who it is is read from standard input, three lines: name, identity number (or',
    '  credit code), phone; leave a line empty where it is not known. Never on the command line, which others can see.',
    'privacy export FILE CASE…',
    '  Writes everything held of these cases (ids or numbers) as a .zip of one JSON document and the files.',
    'privacy erase CASE… --reason TEXT',
    '  Forgets the personal data of these cases for good. No name or number of a person in the reason: it stays on record.',
    'privacy retain',
    '  Erases what the retention rule says is over; a running hub does it every day.',
  ],
  zh: [
    'privacy find',
    '  查找某人的申请和意见。此人是谁从标准输入读取，共三行：姓名、证件号码（或信用代码）、电话，不知道的留空行。',
    '  不写在命令行上，以免留在命令记录里被别人看到。',
    'privacy export 文件 案件…',
    '  把这些案件（代号或编号）保存的全部内容写成 .zip：一份 JSON 和各个附件。',
    'privacy erase 案件… --reason 理由',
    '  彻底删除这些案件里的个人信息。理由里不要写姓名和号码：理由会留在操作记录里。',
    'privacy retain',
    '  删除已过保存期限的个人信息；服务运行时每天自动执行。',
  ],
};

const en = {
  privacyUsage: 'privacy find | export FILE CASE… | erase CASE… --reason TEXT | retain',
  privacyAsk: 'Three lines: name, identity number or credit code, phone.',
  privacyFound: (number: string, id: string, receivedOn: string) =>
    `${number} (${id}), received ${receivedOn}`,
  privacyNone: 'Nothing is held of this person.',
  privacyExported: (cases: number, file: string) => `${cases} cases written to ${file}`,
  privacyErased: (cases: number) => `Personal data of ${cases} cases erased.`,
  privacyBackups:
    'Backups made before still hold what was erased, sealed; keys/cases.key opens them. Keep backups apart from the folder keys, no longer than 90 days, and never throw away keys/cases.erased: a store restored from an older backup forgets again, by that list, at its next start and every day.',
};

const zh: typeof en = {
  privacyUsage: 'privacy find | export 文件 案件… | erase 案件… --reason 理由 | retain',
  privacyAsk: '请输入三行：姓名、证件号码或信用代码、电话。',
  privacyFound: (number, id, receivedOn) => `${number}（${id}），${receivedOn} 收到`,
  privacyNone: '没有保存此人的信息。',
  privacyExported: (cases, file) => `已把 ${cases} 件写入 ${file}`,
  privacyErased: (cases) => `已删除 ${cases} 件中的个人信息。`,
  privacyBackups:
    '此前做的备份里仍有加密的旧内容，keys/cases.key 能打开它。备份要与 keys 文件夹分开存放，保存不超过 90 天；keys/cases.erased 不要删除：用旧备份恢复以后，下次启动和每天都会按这份名单重新删除。',
};

export const privacyText = { en, zh } as const;
