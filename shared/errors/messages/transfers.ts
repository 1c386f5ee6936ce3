// Errors of transfers: batches, upload links, the watched folder.
import { defineMessages } from './message.ts';

export const transferMessages = defineMessages({
  'transfers.foreign-agency': {
    zh: '您的账号只能办理本机构的移送。',
    en: 'Your account may only handle its own agency’s transfers.',
    status: 403,
  },
  'transfers.wrong-state': {
    zh: '这一批现在不能这样办理：它的状态已经变了。请刷新后再看。',
    en: 'This batch cannot be handled like that now: its state has changed. Reload and look again.',
    status: 409,
  },
  'transfers.changed': {
    zh: '这一批刚刚被“{who}”改过，您的修改没有保存。请刷新后再改。',
    en: '“{who}” has just changed this batch, so your change was not saved. Reload and try again.',
    status: 409,
  },
  'transfers.needs-explanation': {
    zh: '核对还有 {count} 处不符。请先改正；确实无误的，写明说明后再提交。',
    en: 'The check found {count} discrepancies. Put them right, or explain why they stand.',
    status: 422,
  },
  'transfers.own-batch': {
    zh: '这一批由您本人送出，须由另一人接收。',
    en: 'You sent this batch yourself; somebody else must receive it.',
    status: 403,
  },
  'transfers.too-many-files': {
    zh: '一批最多 {limit} 个文件。请分成几批。',
    en: 'A batch holds at most {limit} files. Make several batches.',
    status: 413,
  },
  'transfers.too-many-rows': {
    zh: '清单最多 {limit} 行。请分成几批。',
    en: 'A list holds at most {limit} rows. Make several batches.',
    status: 413,
  },
  'transfers.list-unreadable': {
    zh: '清单“{name}”里没有找到“标题”一栏。请使用移送清单的表头：序号、索引号、文号、标题、成文日期、份数、页数、文件名、备注。',
    en: 'The list “{name}” has no column for titles. Use the headings of the transfer list.',
    status: 422,
  },
  'transfers.register-table': {
    zh: '这个文件是名录登记表，不能随移送成为单条内容。请接收后到“登记表”里导入它。',
    en: 'This file is the table of a register. Import it under Registers once the batch is received.',
    status: 422,
  },
  'transfers.nothing-to-withdraw': {
    zh: '选中的内容不在这一批里，或者已经撤回。',
    en: 'What was chosen is not of this batch, or was withdrawn already.',
    status: 409,
  },
  'transfers.needs-letter': {
    zh: '“{what}”是机构移送来的信息，只有凭移送单位的公函才能撤回。请打开它来自的那一批移送，写明函号办理。',
    en: '“{what}” was transferred by an agency and is withdrawn only on its official letter. Open the transfer it came with.',
    status: 409,
  },
  'transfers.letter-missing': {
    zh: '撤回须凭公函：请写明撤回函文号，并附上公函的扫描件。',
    en: 'A withdrawal needs an official letter: give its number and attach its scan.',
    status: 422,
  },
  'transfers.recalled': {
    zh: '“{what}”已由移送单位发函撤回，不能再批准公开。重新移送后方可办理。',
    en: '“{what}” was withdrawn by its agency’s letter and cannot be approved until it is transferred again.',
    status: 409,
  },
  'transfers.link-closed': {
    zh: '这个上传地址已经失效。请向查阅点的工作人员索取新的地址。',
    en: 'This upload address is no longer open. Ask the reading point’s staff for a new one.',
    status: 410,
  },
  'transfers.link-full': {
    zh: '这个上传地址还可以收 {files} 个文件、共 {size}，这次送来的超出了。请减少文件，或向工作人员索取新的地址。',
    en: 'This upload address still takes {files} files, {size} in all; this was more. Send less or ask for a new address.',
    status: 413,
  },
  'transfers.link-incomplete': {
    zh: '请选择月份，并选择要移送的文件；本月没有的，请勾选“零报送”。',
    en: 'Choose the month and the files to transfer; where there is nothing this month, say so.',
    status: 422,
  },
  'inbox.unknown-agency': {
    zh: '没有名为“{agency}”的机构。请把文件夹改成系统里机构的全称，再把文件放进去。',
    en: 'There is no agency called “{agency}”. Give the folder the agency’s full name and put the file in again.',
    status: 422,
  },
  'inbox.no-folder': {
    zh: '文件没有放在机构的文件夹里。请建一个以机构全称命名的文件夹，把文件放进去。',
    en: 'The file lies in no agency’s folder. Make a folder with the agency’s full name and put it there.',
    status: 422,
  },
  'inbox.not-a-file': {
    zh: '这不是普通文件（可能是快捷方式或链接），没有收。请放入文件本身。',
    en: 'This is no plain file (a shortcut or link, perhaps) and was not taken. Put the file itself there.',
    status: 422,
  },
});
