// Words of what must be public and what is: on matters and on nodes of the catalogue.
import { groupWords } from './group-words.ts';

const zh = {
  title: '公开情况',
  should: '应公开',
  is: '已公开',
  latest: '最近更新',
  items: '{count} 条',
  atLeast: '{count} 条以上',
  none: '尚未公开',
  noneLine: '本机没有这个事项的公开内容。可以向公开主体询问，也可以依申请公开。',
  unread: '暂时查不到',
  undated: '未注明日期',
  person: '责任人',
  isOld: '已超过更新周期',
  matters: '这一类的公开事项',
  mattersLine: '应公开 {should} 个事项，其中 {done} 个已有内容。',
  mattersCounting: '应公开 {should} 个事项，正在核对哪些已有内容。',
  mattersMore: '只列出前 {shown} 个。',
  records: '这一类的公开内容',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  title: 'What is public',
  should: 'Must be public',
  is: 'Is public',
  latest: 'Last updated',
  items: '{count|record|records}',
  atLeast: '{count|record or more|records or more}',
  none: 'Not yet public',
  noneLine: 'This terminal holds nothing for this matter. You can ask the agency, or apply for disclosure.',
  unread: 'Cannot be looked up now',
  undated: 'No date given',
  person: 'Person responsible',
  isOld: 'Older than its update period',
  matters: 'Matters of this class',
  mattersLine: '{should} matters must be public; {done} of them have content.',
  mattersCounting: '{should} matters must be public; looking up which have content.',
  mattersMore: 'Only the first {shown} are listed.',
  records: 'What is public in this class',
};

export const duty = groupWords(zh, en);
