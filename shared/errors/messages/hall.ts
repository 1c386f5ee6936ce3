// Errors of a hall's plan; each says where to look.
import { defineMessages } from './message.ts';

export const hallMessages = defineMessages({
  'hall.floor-unnamed': {
    zh: '有一层没有名称。没有保存。',
    en: 'A floor has no name. Nothing was saved.',
    status: 400,
  },
  'hall.floor-size': {
    zh: '“{floor}”的长和宽要在 {least} 到 {most} 米之间，是半米的整数倍。没有保存。',
    en: 'The sides of “{floor}” must be {least} to {most} metres, in half metres. Nothing was saved.',
    status: 400,
  },
  'hall.area-unnamed': {
    zh: '“{floor}”有一个地方没有名称。没有保存。',
    en: 'A place on “{floor}” has no name. Nothing was saved.',
    status: 400,
  },
  'hall.area-outside': {
    zh: '“{floor}”的“{area}”画到了平面图外面。没有保存。',
    en: '“{area}” lies outside the plan of “{floor}”. Nothing was saved.',
    status: 400,
  },
  'hall.id-repeated': {
    zh: '平面图里有两个地方的编号相同。请撤销最近的改动再试。没有保存。',
    en: 'Two places of the plan have the same id. Undo the last change and try again. Nothing was saved.',
    status: 400,
  },
  'hall.here-outside': {
    zh: '“您在这里”不在任何一层的平面图上。请重新放置。没有保存。',
    en: '“You are here” is on no floor’s plan. Place it again. Nothing was saved.',
    status: 400,
  },
  'hall.terminal-name': {
    zh: '终端位置里有空着的或重复的终端名称。没有保存。',
    en: 'A terminal’s name is empty or given twice. Nothing was saved.',
    status: 400,
  },
  'hall.terminal-outside': {
    zh: '终端“{terminal}”不在任何一层的平面图上。没有保存。',
    en: 'The terminal “{terminal}” is on no floor’s plan. Nothing was saved.',
    status: 400,
  },
  'hall.day-date': {
    zh: '例外日第 {row} 行的日期要写成 2026-10-01 的样子。没有保存。',
    en: 'The date in row {row} of the exceptions must look like 2026-10-01. Nothing was saved.',
    status: 400,
  },
  'hall.day-twice': {
    zh: '例外日 {date} 写了两次。没有保存。',
    en: 'The exception {date} is given twice. Nothing was saved.',
    status: 400,
  },
  'hall.day-time': {
    zh: '例外日 {date} 的时间要写成 09:00 的样子，开始早于结束。没有保存。',
    en: 'The times of the exception {date} must look like 09:00, the start before the end. Nothing was saved.',
    status: 400,
  },
  'hall.contact-empty': {
    zh: '通讯录第 {row} 行要写名称和电话。没有保存。',
    en: 'Row {row} of the contacts needs a name and a phone number. Nothing was saved.',
    status: 400,
  },
});
