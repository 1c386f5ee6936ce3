// What `backup`, `restore` and `pack` say, in Chinese and English.

type CarryHelp = Readonly<Record<'backup' | 'restore' | 'pack', readonly string[]>>;

/** Their parts of `--help`. */
export const carryHelp: Readonly<Record<'en' | 'zh', CarryHelp>> = {
  en: {
    backup: [
      'backup FILE [--with-keys]',
      '  Writes a copy of the data folder as it is now into one new file, also while the hub is running.',
      '  Keys are left out: keep a copy of the folder keys apart from the backups.',
      '  --with-keys    puts them in: whoever has the file can then read what people wrote and sign releases',
    ],
    restore: [
      'restore FILE --data DIR [--keys DIR | --without-keys] [--next-version N]',
      '  Puts a backup into a folder that is empty or not there, checked to the last byte.',
      '  --keys DIR        the keys kept apart, for a backup without',
      '  --without-keys    goes on although they are lost: sealed words of people stay unreadable',
      '  --next-version N  the version the next release gets at least: higher than any terminal shows',
    ],
    pack: [
      'pack FILE [--since VERSION]',
      '  Writes the release in force into one new file for a stick; the staff’s panel of a terminal takes it.',
      '  --since VERSION  only what is new since this version, for terminals that show it',
    ],
  },
  zh: {
    backup: [
      'backup 文件 [--with-keys]',
      '  把数据文件夹此刻的内容写成一个新文件，服务运行时也可以。',
      '  默认不含密钥：请把 keys 文件夹另外保存一份，与备份分开存放。',
      '  --with-keys    连同密钥写入：拿到文件的人就能读出个人信息，也能签发版本',
    ],
    restore: [
      'restore 文件 --data 文件夹 [--keys 文件夹 | --without-keys] [--next-version 版本号]',
      '  把备份恢复到空的或还不存在的文件夹，逐字节核对无误后才生效。',
      '  --keys 文件夹     单独保存的密钥，备份不含密钥时使用',
      '  --without-keys    密钥确实没有了也继续：加密的个人信息再也读不出来',
      '  --next-version    下一版至少用这个版本号：要高于任何终端显示的版本',
    ],
    pack: [
      'pack 文件 [--since 版本号]',
      '  把当前版本写成一个新文件，放进 U 盘，在终端的工作人员面板里更新。',
      '  --since 版本号  只含这一版以后的变化，给显示这一版的终端用',
    ],
  },
};

const en = {
  backupUsage: 'backup FILE',
  restoreUsage: 'restore FILE --data DIR, with --keys DIR or --without-keys for a backup without keys',
  badVersion: '--next-version takes a number from 1 to 2147483647',
  backupMade: (file: string, files: number, bytes: number) => `${file}: ${files} files, ${bytes} bytes`,
  backupKeysOut: (names: readonly string[]) =>
    `Keys are not in it; keep a copy of them apart (folder keys of the data folder): ${names.join(', ')}`,
  backupKeysIn: 'The keys are in it: whoever has this file can read what people wrote. Lock it away.',
  backupDamaged: (path: string) => `Damaged in the data folder already, copied as it is: ${path}`,
  restored: (dir: string, files: number, madeAt: string) =>
    `${dir}: ${files} files as they were on ${madeAt}`,
  restoredNext: (next: number) =>
    `The next release will be version ${next}. Publish it soon: terminals that have seen later ones wait for it.`,
  restoredKeysMissing: (names: readonly string[]) =>
    `Still missing, to be put into the folder keys by hand: ${names.join(', ')}`,
  restoredErased:
    'Put the newest keys/cases.erased there too, if there is one: what was erased since is erased again.',
  packUsage: 'pack FILE [--since VERSION]',
  packMade: (file: string, version: number, files: number, bytes: number) =>
    `${file}: release ${version}, ${files} files, ${bytes} bytes`,
  packUntil: (expires: string) => `Terminals take it until ${expires}.`,
  higherVersionOwed:
    'This data folder was restored: terminals may wait for a higher version. Publish to bring them up to date.',
};

const zh: typeof en = {
  backupUsage: 'backup 文件',
  restoreUsage: 'restore 文件 --data 文件夹；备份不含密钥时再写 --keys 文件夹 或 --without-keys',
  badVersion: '--next-version 是 1 到 2147483647 的数字',
  backupMade: (file, files, bytes) => `${file}：${files} 个文件，共 ${bytes} 字节`,
  backupKeysOut: (names) =>
    `不含密钥；请把数据文件夹里 keys 中的这些文件另外保存，与备份分开存放：${names.join('、')}`,
  backupKeysIn: '含有密钥：拿到这个文件的人就能读出个人信息。请锁好。',
  backupDamaged: (path) => `在数据文件夹里就已损坏，原样写入：${path}`,
  restored: (dir, files, madeAt) => `${dir}：${files} 个文件，为 ${madeAt} 的内容`,
  restoredNext: (next) => `下一版将是第 ${next} 版。请尽快发布：见过后来版本的终端在等它。`,
  restoredKeysMissing: (names) => `还缺这些密钥，要手工放进 keys 文件夹：${names.join('、')}`,
  restoredErased: '最新的 keys/cases.erased 如果还在，也请放进去：此后已删除的个人信息会再次删除。',
  packUsage: 'pack 文件 [--since 版本号]',
  packMade: (file, version, files, bytes) => `${file}：第 ${version} 版，${files} 个文件，共 ${bytes} 字节`,
  packUntil: (expires) => `终端在 ${expires} 之前可以用它更新。`,
  higherVersionOwed: '这个数据文件夹是恢复来的，终端可能在等更高的版本。请发布一次。',
};

export const carryText = { en, zh } as const;
