// Errors of the search area.
import { defineMessages } from './message.ts';

export const searchMessages = defineMessages({
  'search.block-damaged': {
    zh: '目录数据有一块已损坏（{segment}，{section} 第 {block} 块）。系统会重新获取这一块；请稍后再试。',
    en: 'One block of the catalogue is damaged ({segment}, {section}, block {block}). It will be fetched again; try again shortly.',
    status: 503,
  },
  'search.cancelled': {
    zh: '查询已取消，因为有了新的查询。',
    en: 'The search was cancelled because a newer one took its place.',
    status: 499,
  },
  'search.format-unknown': {
    zh: '目录数据（{segment}）的格式比本程序新。请先更新程序，再使用这一版内容。',
    en: 'The catalogue data ({segment}) is in a format this program does not know. Update the program, then use this release.',
    status: 500,
  },
  'search.duplicate-record': {
    zh: '发布内容里有两条记录使用同一个标识“{id}”。请撤下其中一条后重新发布。',
    en: 'Two records to be published share the identifier “{id}”. Withdraw one of them and publish again.',
    status: 409,
  },
  'search.record-too-large': {
    zh: '有一条记录太大（{bytes} 字节，上限 {limit} 字节），不能编入目录。请把正文移到附件后重新发布。',
    en: 'A record is too large for the catalogue ({bytes} bytes, the limit is {limit}). Move its text into an attachment and publish again.',
    status: 413,
  },
});
