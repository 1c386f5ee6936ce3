// Errors of files that carry much in one: backups of the data folder and packs for terminals.
import { defineMessages } from './message.ts';

export const archiveMessages = defineMessages({
  'archive.exists': {
    zh: '“{file}”已经存在，没有改动它。请换一个文件名。',
    en: 'There already is a “{file}”; it was left as it is. Choose another file name.',
    status: 409,
  },
  'archive.inside-data': {
    zh: '“{file}”在数据文件夹里面。请写到别处，最好是另一块磁盘或 U 盘。',
    en: '“{file}” lies inside the data folder. Write it elsewhere, best to another disk or a stick.',
    status: 400,
  },
  'archive.disk-full': {
    zh: '“{file}”所在的磁盘写不下：约需 {needed} 字节，只剩 {free} 字节。没有留下半个文件，请腾出空间或换一块磁盘。',
    en: 'The disk of “{file}” has no room for it: about {needed} bytes are needed and {free} are free. Nothing half was left; free some space or take another disk.',
    status: 507,
  },
  'archive.no-room': {
    zh: '写“{file}”时磁盘满了，没有留下半个文件。请腾出空间或换一块磁盘。',
    en: 'The disk became full while “{file}” was written; nothing half was left. Free some space or take another disk.',
    status: 507,
  },
  'archive.cannot-write': {
    zh: '写“{file}”时出错（{reason}），没有留下半个文件。请检查文件夹是否存在、有没有写权限、磁盘是否完好。',
    en: '“{file}” could not be written ({reason}); nothing half was left. Check that the folder exists, that this user may write to it, and that the disk is sound.',
    status: 500,
  },
  'archive.cannot-read': {
    zh: '读不出“{file}”（{reason}）。请检查文件名、权限，以及 U 盘有没有插好。',
    en: '“{file}” cannot be read ({reason}). Check its name, the permissions, and that the stick is plugged in.',
    status: 400,
  },
  'archive.damaged': {
    zh: '文件损坏或不完整（{reason}），没有使用其中任何内容。请重新复制，或换一份。',
    en: 'The file is damaged or incomplete ({reason}); nothing of it was used. Copy it again, or take another one.',
    status: 400,
  },
  'backup.no-data': {
    zh: '“{dir}”里没有本系统的数据，没有可备份的。请用 --data 指明数据文件夹。',
    en: 'There is no data of this system in “{dir}”, so there is nothing to back up. Name the data folder with --data.',
    status: 404,
  },
  'archive.changed-meanwhile': {
    zh: '写文件期间内容变动太多，“{file}”已不在原处，没有留下半个文件。请再做一次。',
    en: 'So much changed meanwhile that “{file}” is no longer there; nothing half was left. Do it once more.',
    status: 409,
  },
  'backup.not-a-backup': {
    zh: '“{file}”不是本系统的备份文件。请选择 hub backup 写出的文件。',
    en: '“{file}” is no backup of this system. Choose a file that hub backup has written.',
    status: 400,
  },
  'backup.newer': {
    zh: '这份备份出自更新的程序（数据第 {version} 版，本程序只认识到第 {known} 版），没有恢复。请先升级本程序。',
    en: 'This backup comes from a newer program (schema {version}; this program knows up to {known}), so nothing was restored. Upgrade the program first.',
    status: 409,
  },
  'backup.folder-not-empty': {
    zh: '“{dir}”不是空文件夹，没有恢复，里面的内容没有改动。请用 --data 指明一个空的或还不存在的文件夹。',
    en: '“{dir}” is not an empty folder, so nothing was restored and nothing in it was touched. Name an empty folder, or one that is not there yet, with --data.',
    status: 409,
  },
  'backup.keys-needed': {
    zh: '这份备份不含密钥（{names}），没有恢复。请用 --keys 指明单独保存的 keys 文件夹；确实没有了，才写 --without-keys，那样加密的个人信息再也读不出来。',
    en: 'This backup holds no keys ({names}), so nothing was restored. Name the keys folder kept apart with --keys. Only if it is lost, say --without-keys: what is sealed of people can then never be read again.',
    status: 409,
  },
  'pack.unknown-base': {
    zh: '第 {since} 版已不在服务器上，做不出只含其后变化的更新包。请从这些版本里选：{known}；或不写 --since，做完整的更新包。',
    en: 'Version {since} is no longer on the hub, so no pack of what is new since then can be made. Choose one of {known}, or leave out --since for a whole pack.',
    status: 404,
  },
  'pack.not-a-pack': {
    zh: '这不是更新包，没有更新。请选择服务器用 pack 命令做出的 .tar 文件。',
    en: 'This is no update pack, so nothing was updated. Choose the .tar file the hub’s command pack has made.',
    status: 400,
  },
  'pack.foreign': {
    zh: '这个更新包不是本馆服务器签发的，没有更新，现有内容照常显示。请换用本馆的更新包。',
    en: 'This pack was not signed by this terminal’s hub, so nothing was updated and the present content stays. Take a pack of the own hub.',
    status: 400,
  },
  'pack.no-root': {
    zh: '本终端还没有连过服务器，分辨不出更新包是谁签发的，没有更新。请先联网打开一次，再用 U 盘更新。',
    en: 'This terminal has never reached its hub, so it cannot tell who signed a pack, and nothing was updated. Connect it once, then bring the stick again.',
    status: 409,
  },
  'pack.older': {
    zh: '这个更新包是旧的（第 {offered} 版，本机是第 {held} 版），没有更新。请在服务器上重新做一个。',
    en: 'This pack is older (version {offered}; this terminal has version {held}), so nothing was updated. Make a new one on the hub.',
    status: 409,
  },
  'pack.expired': {
    zh: '这个更新包已于 {expires} 过期，没有更新，现有内容照常显示。请核对本机时间，并在服务器上重新做一个。',
    en: 'This pack expired at {expires}, so nothing was updated and the present content stays. Check this machine’s clock and make a new pack on the hub.',
    status: 409,
  },
  'pack.whole-needed': {
    zh: '这个更新包只含第 {since} 版以后的变化，本机还没有任何内容，没有更新。请拿完整的更新包。',
    en: 'This pack only holds what is new since version {since}, and this terminal holds nothing yet, so nothing was updated. Bring a whole pack.',
    status: 409,
  },
  'pack.base-missing': {
    zh: '这个更新包只含第 {since} 版以后的变化，本机是第 {held} 版，缺少中间的内容，没有更新。请拿完整的更新包，或用 --since {held} 做的更新包。',
    en: 'This pack only holds what is new since version {since}; this terminal has version {held} and lacks what lies between, so nothing was updated. Bring a whole pack, or one made with --since {held}.',
    status: 409,
  },
});
