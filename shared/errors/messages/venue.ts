// Errors of a venue's display settings; each names its field, and its row where it has rows.
import { defineMessages } from './message.ts';

export const venueMessages = defineMessages({
  'venue.accent-form': {
    zh: '“主色”要写成 #rrggbb 的样子，例如 #0f5c5c。没有保存。',
    en: 'The main colour must look like #rrggbb, for example #0f5c5c. Nothing was saved.',
    status: 400,
  },
  'venue.accent-contrast': {
    zh: '“主色”{accent} 太浅，文字看不清：与底色的对比度是 {ratio}，至少要 {least}。请选深一些的颜色。没有保存。',
    en: 'The main colour {accent} is too pale to read: its contrast is {ratio}, and {least} is needed. Choose a darker one. Nothing was saved.',
    status: 400,
  },
  'venue.emblem-form': {
    zh: '“徽标”只能是一两个字或数字。没有保存。',
    en: 'The emblem must be one or two letters, characters or digits. Nothing was saved.',
    status: 400,
  },
  'venue.opening-too-many': {
    zh: '“开放时段”最多 {most} 行。没有保存。',
    en: 'Opening hours hold at most {most} rows. Nothing was saved.',
    status: 400,
  },
  'venue.opening-days': {
    zh: '“开放时段”第 {row} 行没有选星期几。没有保存。',
    en: 'Row {row} of the opening hours names no day. Nothing was saved.',
    status: 400,
  },
  'venue.opening-time': {
    zh: '“开放时段”第 {row} 行的时间要写成 09:00 的样子。没有保存。',
    en: 'The times in row {row} of the opening hours must look like 09:00. Nothing was saved.',
    status: 400,
  },
  'venue.quiet-too-many': {
    zh: '“静息时段”最多 {most} 行。没有保存。',
    en: 'Quiet hours hold at most {most} rows. Nothing was saved.',
    status: 400,
  },
  'venue.quiet-days': {
    zh: '“静息时段”第 {row} 行没有选星期几。没有保存。',
    en: 'Row {row} of the quiet hours names no day. Nothing was saved.',
    status: 400,
  },
  'venue.quiet-time': {
    zh: '“静息时段”第 {row} 行的时间要写成 09:00 的样子。没有保存。',
    en: 'The times in row {row} of the quiet hours must look like 09:00. Nothing was saved.',
    status: 400,
  },
  'venue.plan-none': {
    zh: '“大屏编排”至少要有一行。没有保存。',
    en: 'The plan of the wall screen needs at least one row. Nothing was saved.',
    status: 400,
  },
  'venue.plan-too-many': {
    zh: '“大屏编排”最多 {most} 行。没有保存。',
    en: 'The plan of the wall screen holds at most {most} rows. Nothing was saved.',
    status: 400,
  },
  'venue.plan-days': {
    zh: '“大屏编排”第 {row} 行没有选星期几。没有保存。',
    en: 'Row {row} of the wall screen’s plan names no day. Nothing was saved.',
    status: 400,
  },
  'venue.plan-time': {
    zh: '“大屏编排”第 {row} 行的时间要写成 09:00 的样子。没有保存。',
    en: 'The times in row {row} of the wall screen’s plan must look like 09:00. Nothing was saved.',
    status: 400,
  },
  'venue.page-seconds': {
    zh: '“每页停留”要在 {least} 到 {most} 秒之间，是整数。没有保存。',
    en: 'The time a page stays must be a whole number of seconds from {least} to {most}. Nothing was saved.',
    status: 400,
  },
});
