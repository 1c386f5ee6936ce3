// Errors of the store area.
import { defineMessages } from './message.ts';

export const storeMessages = defineMessages({
  'store.newer': {
    zh: '数据文件夹是由更新的程序写下的（第 {version} 版，本程序只认识到第 {known} 版）。请升级本程序后再打开，数据没有改动。',
    en: 'This data folder was written by a newer program (schema {version}; this program knows up to {known}). Upgrade the program and open it again; no data was changed.',
    status: 503,
  },
  'store.busy': {
    zh: '另一个程序正在写同一个数据文件夹，等了一会儿还没轮到。请等它结束后重试，数据没有改动。',
    en: 'Another program is writing to the same data folder and did not finish in time. Try again when it is done; no data was changed.',
    status: 503,
  },
  'store.cannot-write': {
    zh: '数据文件夹打不开或不能写入。请检查 --data 指的文件夹是否存在、当前用户有没有写权限。',
    en: 'The data folder cannot be opened or written. Check that the folder named by --data exists and that this user may write to it.',
    status: 503,
  },
  'store.disk-full': {
    zh: '写不进磁盘：空间已满或磁盘出错。请腾出空间或更换磁盘后重试；已经确认保存的内容都还在。',
    en: 'The disk refused a write: it is full or failing. Free some space or replace the disk and try again; everything already confirmed as saved is still there.',
    status: 507,
  },
  'store.damaged': {
    zh: '数据文件已损坏或不是本程序的数据。请用最近的备份恢复；终端上已有的内容不受影响。',
    en: 'The data file is damaged or not one of this program. Restore the latest backup; what terminals already hold is not affected.',
    status: 503,
  },
  'store.postgres-later': {
    zh: '本版本只支持内置数据库，还不能连接 {url}。请去掉 --database，或换用支持它的版本。',
    en: 'This version supports the embedded store only and cannot connect to {url}. Leave out --database, or use a version that supports it.',
    status: 501,
  },
  'store.conflict': {
    zh: '“{title}”在您编辑期间已被{who}改到第 {version} 版，您的修改没有保存。请打开最新版本，把修改重做一遍。',
    en: '“{title}” was changed by {who} to version {version} while you were editing; your changes were not saved. Open the newest version and make them again.',
    status: 409,
  },
  'store.synonym-empty': {
    zh: '第 {row} 行有空着的词。请填上文字，或删去这一行。列表没有保存。',
    en: 'Row {row} has an empty word. Fill it in or remove the row. The list was not saved.',
    status: 400,
  },
  'store.synonym-too-long': {
    zh: '第 {row} 行的“{word}”超过 20 个字。请缩短。列表没有保存。',
    en: 'In row {row}, “{word}” has more than 20 characters. Shorten it. The list was not saved.',
    status: 400,
  },
  'store.synonym-duplicate': {
    zh: '第 {row} 行的“{word}”重复了。每个词只占一行，也不必写它自己。列表没有保存。',
    en: 'In row {row}, “{word}” is there twice. Give each word one row, and do not name it as its own synonym. The list was not saved.',
    status: 400,
  },
  'store.synonym-alone': {
    zh: '第 {row} 行的“{word}”没有写也搜索什么。请填上，或删去这一行。列表没有保存。',
    en: 'Row {row} does not say what else to search for beside “{word}”. Fill it in or remove the row. The list was not saved.',
    status: 400,
  },
  'store.synonym-crowded': {
    zh: '第 {row} 行的“{word}”也搜索的词超过 10 个。请减少。列表没有保存。',
    en: 'Row {row} searches for more than 10 other names beside “{word}”. Take some out. The list was not saved.',
    status: 400,
  },
  'store.synonyms-too-many': {
    zh: '同义词最多 {most} 行。请删去一些。列表没有保存。',
    en: 'The list holds at most {most} rows. Remove some. The list was not saved.',
    status: 400,
  },
  'store.unknown-agency': {
    zh: '没有这个公开主体（{agency}）。请从列表中选择，或先把它加进机构名单。',
    en: 'There is no such agency ({agency}). Choose one from the list, or add it first.',
    status: 400,
  },
  'store.agency-exists': {
    zh: '机构名单里已经有“{name}”。请直接使用它，或换一个名称。',
    en: 'There already is an agency named “{name}”. Use that one, or choose another name.',
    status: 409,
  },
  'store.unknown-node': {
    zh: '目录里没有所选的栏目（{node}），可能刚被移走。请重新选择。',
    en: 'The chosen section ({node}) is not in the catalogue tree; it may just have been removed. Choose again.',
    status: 400,
  },
  'store.unknown-matter': {
    zh: '没有找到所选的公开事项（{matter}）。请重新选择。',
    en: 'The chosen matter ({matter}) was not found. Choose again.',
    status: 400,
  },
  'store.unknown-attachment': {
    zh: '附件“{name}”还没有上传完成。请重新上传后再保存。',
    en: 'The attachment “{name}” has not been uploaded. Upload it again, then save.',
    status: 400,
  },
  'store.attachment-missing': {
    zh: '附件文件（{sha256}）不在数据文件夹里。请从原件重新上传，或用备份恢复。',
    en: 'The attachment file ({sha256}) is missing from the data folder. Upload it again from the original, or restore a backup.',
    status: 500,
  },
  'store.bad-details': {
    zh: '“{field}”一栏的内容不符合要求：{reason}。请改正后再保存。',
    en: 'The field “{field}” is not as required: {reason}. Correct it and save again.',
    status: 400,
  },
  'store.shown-backwards': {
    zh: '“到何时止”不晚于“从何时起”，这样它永远不会展示。请改正后再保存。',
    en: 'It is to be shown until a time that is not after its beginning, so it would never be shown. Correct it and save again.',
    status: 400,
  },
  'store.already-approved': {
    zh: '这一版已经审核通过，不用再审。',
    en: 'This version has already been approved.',
    status: 409,
  },
  'store.already-withdrawn': {
    zh: '这条内容已经撤回。',
    en: 'This record has already been withdrawn.',
    status: 409,
  },
  'store.not-public': {
    zh: '这条内容还没有审核通过，没有可撤回的。',
    en: 'This record has not been approved, so there is nothing to withdraw.',
    status: 409,
  },
  'store.no-code-left': {
    zh: '连续多次没有得到不重复的手机码。请重试；若一直如此，请检查系统的随机数来源。',
    en: 'No unused hand-off code was found after many tries. Try again; if it persists, check the machine’s source of random numbers.',
    status: 500,
  },
  'store.bad-cursor': {
    zh: '列表的翻页位置已失效。请从第一页重新打开列表。',
    en: 'The position in the list is no longer valid. Open the list again from its first page.',
    status: 400,
  },
  'store.import-no-agency': {
    zh: '这一行没有公开主体，文件和导入选项里也没有指明，暂记在“{agency}”名下。请在审核前改为负责的机构，或在导入时指定机构。',
    en: 'This row names no agency, and neither does the file or the import; it was filed under “{agency}”. Choose the responsible agency before approving, or name one when importing.',
    status: 200,
  },
  'store.import-duplicate': {
    zh: '这一行与第 {row} 行完全相同，没有重复保存。',
    en: 'This row is identical to row {row} and was not stored twice.',
    status: 200,
  },
  'store.import-same-number': {
    zh: '编号“{number}”在文件里已用于另一条“{other}”。两条都已保存，请核对编号。',
    en: 'The number “{number}” is already used in this file for “{other}”. Both were stored; check the numbers.',
    status: 200,
  },
  'store.import-still-withdrawn': {
    zh: '“{title}”此前已被撤回，导入更新了内容但没有重新公开。需要公开时请在列表中审核通过。',
    en: '“{title}” was withdrawn before; the import updated it but did not make it public again. Approve it in the list if it should be.',
    status: 200,
  },
  'store.address-taken': {
    zh: '{address} 不能使用：端口可能已被占用，或当前用户无权使用。请用 --port 或 --host 换一个。',
    en: '{address} cannot be used: the port may be taken, or this user may not use it. Choose another with --port or --host.',
    status: 503,
  },
  'store.import-no-file': {
    zh: '没有这个文件：{file}。请核对路径后重试，什么也没有导入。',
    en: 'There is no such file: {file}. Check the path and try again; nothing was imported.',
    status: 400,
  },
  'store.import-strict': {
    zh: '文件中有 {rejected} 行不能导入；按要求（--strict）一行也没有保存。请改正后重试。',
    en: '{rejected} rows cannot be imported; as asked (--strict), nothing was stored. Correct them and try again.',
    status: 400,
  },
  'store.import-row-failed': {
    zh: '保存这一行时出错，其余各行不受影响。请检查这一行的内容后重新导入。',
    en: 'Storing this row failed; the other rows are not affected. Check the row and import it again.',
    status: 400,
  },
});
