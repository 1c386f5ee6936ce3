// Errors of the working calendar: years nobody has announced, notices that cannot be right, dates that do not exist.
import { defineMessages } from './message.ts';

export const calendarMessages = defineMessages({
  'calendar.bad-date': {
    zh: '“{date}”不是一个日期。请写成 2026-03-01 的样子。',
    en: '“{date}” is no date. Write it like 2026-03-01.',
    status: 400,
  },
  'calendar.bad-count': {
    zh: '“{value}”不是可以数的天数。',
    en: '“{value}” is no number of days that can be counted.',
    status: 400,
  },
  'calendar.year-unknown': {
    zh: '{year} 年的放假安排还没有导入，{date} 是不是工作日无法判断。请在设置的节假日中导入国务院办公厅的通知。',
    en: 'The holiday notice of {year} is not loaded, so whether {date} is worked cannot be told. Import it under Settings, Holidays.',
    status: 409,
  },
  'calendar.count-leaves-years': {
    zh: '{year} 年的放假安排还没有导入，数不到头：从 {from} 起只能数到 {countedTo}。请在设置的节假日中导入国务院办公厅的通知。',
    en: 'The holiday notice of {year} is not loaded: the count from {from} reaches {countedTo} and no further. Import it under Settings, Holidays.',
    status: 409,
  },
  'calendar.notice-empty': {
    zh: '没有读到放假或上班的日子。请粘贴通知正文，或日期、名称、放假/上班三列的表格。',
    en: 'No day off or day worked was found. Paste the text of the notice, or a table of date, name, off/work.',
    status: 400,
  },
  'calendar.notice-line': {
    zh: '第 {row} 行读不懂：“{text}”。',
    en: 'Line {row} cannot be read: “{text}”.',
    status: 400,
  },
  'calendar.notice-no-year': {
    zh: '看不出是哪一年的安排。请连同标题一起粘贴，或先选年份。',
    en: 'The year of the notice cannot be told. Paste the title too, or choose the year first.',
    status: 400,
  },
  'calendar.notice-weekday': {
    zh: '{date} 是{actual}，通知里写的是{stated}。请核对年份和日期。',
    en: '{date} is {actual}, but the notice says {stated}. Check the year and the date.',
    status: 400,
  },
  'calendar.notice-length': {
    zh: '“{name}”写明共 {stated} 天，读到的是 {found} 天。请核对。',
    en: '“{name}” is said to last {stated} days, but {found} were read. Please check.',
    status: 400,
  },
  'calendar.notice-contradiction': {
    zh: '{date} 既写了放假，又写了上班。请核对后再导入。',
    en: '{date} is given both as free and as worked. Check it and import again.',
    status: 400,
  },
  'calendar.notice-foreign-year': {
    zh: '{date} 不属于 {year} 年的安排。请一年一年导入。',
    en: '{date} does not belong to the notice of {year}. Import one year at a time.',
    status: 400,
  },
  'calendar.notice-incomplete': {
    zh: '{year} 年的安排里没有{name}，这不是完整的通知，不能据此计算。',
    en: 'The notice of {year} lacks {name}: it is not whole and nothing can be counted by it.',
    status: 400,
  },
  'calendar.notice-too-many': {
    zh: '一年的安排最多 {most} 天，请核对内容。',
    en: 'A notice sets at most {most} days apart. Check the content.',
    status: 400,
  },
  'calendar.notice-moved': {
    zh: '{date} 在 {year} 年的通知里另有安排。请先核对两份通知。',
    en: '{date} is arranged otherwise in the notice of {year}. Compare the two notices first.',
    status: 409,
  },
  'calendar.too-many-events': {
    zh: '一处最多登记 {most} 个事件，请先删去用不到的。',
    en: 'One place holds at most {most} events. Remove those no longer needed first.',
    status: 409,
  },
  'calendar.clock': {
    zh: '时间顺序不对：{what}（{date}）。',
    en: 'The order of events cannot be right: {what} ({date}).',
    status: 400,
  },
});
