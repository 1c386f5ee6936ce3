// Errors of keeping registers: naming them, importing into them, deciding over them.
import { defineMessages } from './message.ts';

export const registerDeskMessages = defineMessages({
  'register.changed-meanwhile': {
    zh: '“{title}”刚刚又有变动，没有通过审核。请刷新后再看一遍。',
    en: '“{title}” has just been changed again, so it was not approved. Reload and look once more.',
    status: 409,
  },
  'register.findings-open': {
    zh: '“{columns}”等列里有 {count} 类内容须先确认可以公开：逐项看过并勾选，或者把这些列设为遮盖。什么也没有改动。',
    en: '{count} kinds of content, in columns such as “{columns}”, must be confirmed as fit to publish: look at each and tick it, or mask these columns. Nothing was changed.',
    status: 409,
  },
  'register.bad-id': {
    zh: '“{id}”不能用作名录的代号：请用小写字母、数字和连字符，最多 40 个字符。',
    en: '“{id}” cannot name a register: use small letters, digits and hyphens, at most 40 characters.',
    status: 422,
  },
  'register.taken-id': {
    zh: '已有名录用了代号“{id}”。请换一个。',
    en: 'A register is called “{id}” already. Choose another name.',
    status: 409,
  },
  'register.headings-unknown': {
    zh: '这张表里没有名录“{title}”的“{column}”列，无法对上。请核对表头，或指定哪一列是它。',
    en: 'The table has no column “{column}” of the register “{title}”. Check the headings, or say which column it is.',
    status: 422,
  },
  'register.older-period': {
    zh: '这张表说的是{period}，早于名录现有的{before}。导入并发布后，公众看到的是{period}的内容。要让两个时期都能查到，请放进一个新名录。',
    en: 'The table is about {period}, earlier than the {before} of the register. Once imported and published people see {period}. To keep both, put it into a new register.',
    status: 422,
  },
  'register.row-twice': {
    zh: '这一行与第 {row} 行说的是同一条，没有保存。如果确是两条，请在名录设置里增加能区分它们的列。',
    en: 'This row speaks of the same entry as row {row} and was not stored. If they are two, add a column that tells them apart to the register.',
    status: 422,
  },
  'register.entry-exists': {
    zh: '名录里已有同一条：“{title}”。',
    en: 'The register has this entry already: “{title}”.',
    status: 409,
  },
  'register.identity-clash': {
    zh: '这样设置后，“{title}”等 {count} 条会与别的条目分不清。请保留能区分它们的列。',
    en: 'Set up like this, “{title}” and others ({count}) could not be told from other entries. Keep a column that tells them apart.',
    status: 409,
  },
  'register.not-a-total': {
    zh: '“{name}”不能作合计行：名称要写成“合计”“小计”“总计”或“收入合计”这样，编号一类的列要空着。别的内容请用“添加一条”。',
    en: '“{name}” is no total row: its name has to be one such as 合计, 小计, 总计 or 收入合计, and it has no number of its own. Anything else is an entry.',
    status: 422,
  },
  'register.total-gone': {
    zh: '这个合计行刚刚被改过或移除了，没有保存。请关上这个窗口，看看现在的样子再改。',
    en: 'This total row has just been changed or removed, so nothing was saved. Close this and look at it as it is now.',
    status: 409,
  },
  'register.too-many-totals': {
    zh: '合计行已有 {limit} 行，不能再加。',
    en: 'There are {limit} total rows already; no more can be added.',
    status: 409,
  },
  'register.nothing-waits': {
    zh: '名录“{title}”没有待审核的变动。',
    en: 'Nothing in the register “{title}” waits for approval.',
    status: 409,
  },
  'register.not-public': {
    zh: '名录“{title}”没有对外公开，无需撤下。',
    en: 'The register “{title}” is not public; there is nothing to withdraw.',
    status: 409,
  },
});
