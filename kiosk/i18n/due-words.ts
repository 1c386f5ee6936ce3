// Words of when something must be updated next, or should have been.
import { groupWords } from './group-words.ts';

const zh = {
  past: '此信息应于 {date} 更新',
  pastLine: '到本机内容的日期为止，还没有收到新的内容。可以向公开主体询问。',
  next: '下次更新应在 {date} 以前',
  eventPast: '事前应公开的信息，应于 {date} 以前公开',
  eventNext: '下一次事前公开应在 {date} 以前',
} as const;

const en: Readonly<Record<keyof typeof zh, string>> = {
  past: 'This should have been updated by {date}',
  pastLine: 'Nothing newer has come in up to the date of what this terminal holds. You can ask the agency.',
  next: 'The next update is due by {date}',
  eventPast: 'What is to be told ahead of the event should have been public by {date}',
  eventNext: 'Ahead of the next event this must be public by {date}',
};

export const due = groupWords(zh, en);
