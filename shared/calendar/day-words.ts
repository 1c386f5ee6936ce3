// What an explanation says to people, in Chinese and English: each day on a line, or the whole in a few sentences.
import type { Language } from '../errors/app-error.ts';
import type { ExplainedLead } from './explain-before-event.ts';
import type { ExplainedDay, Explanation } from './explain-term.ts';
import type { CalendarDay } from './working-calendar.ts';

const zh = {
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  holiday: (name: string) => `${name}放假`,
  unnamed: '节假日',
  makeUp: '调休上班',
  working: '工作日',
  start: '起算之日，不计入',
  counted: (number: number) => `第 ${number} 天`,
  extension: (number: number) => `延长，第 ${number} 天`,
  paused: '中止计算，不计入',
  rest: '不计入',
  moved: '期满日遇休息日，顺延',
  movedTo: '顺延至此',
  begins: (from: string) => `自 ${from} 起算，当日不计入。`,
  length: (days: number, unit: string) => `期限 ${days} ${unit}`,
  extended: (days: number, unit: string) => `，延长 ${days} ${unit}`,
  'working-day': '个工作日',
  'calendar-day': '天（自然日）',
  skipped: (parts: string) => `其间不计：${parts}。`,
  weekends: (days: number) => `周末 ${days} 天`,
  span: (name: string, from: string, to: string, days: number) =>
    from === to ? `${name} ${from}` : `${name} ${from} 至 ${to}（${days} 天）`,
  makeUps: (dates: string) => `调休上班计入：${dates}。`,
  pauses: '中止计算',
  movedOff: (date: string) => `第 ${date} 日期满，遇休息日顺延。`,
  due: (due: string) => `应于 ${due} 前（含当日）完成。`,
  provisional: '下一年的放假安排尚未公布，十二月末可能调整。',
  event: '事件当日，不计入',
  movedBack: '遇休息日，提前',
  movedBackTo: '提前至此',
  countedBack: (number: number) => `前第 ${number} 天`,
  back: (event: string) => `自 ${event} 往前计算，当日不计入。`,
  lead: (amount: number, unit: string) => `提前 ${amount} ${unit}`,
  units: { day: '天', 'working-day': '个工作日', week: '周', month: '个月' },
  movedBackOff: '往前遇休息日，再提前到工作日。',
  full: '。',
  comma: '、',
};

type Words = typeof zh;

const en: Words = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  holiday: (name) => `holiday (${name})`,
  unnamed: 'holiday',
  makeUp: 'worked in exchange',
  working: 'working day',
  start: 'the day it starts from, not counted',
  counted: (number) => `day ${number}`,
  extension: (number) => `extension, day ${number}`,
  paused: 'paused, not counted',
  rest: 'not counted',
  moved: 'the last day is a rest day and moves on',
  movedTo: 'moved to here',
  begins: (from) => `Counted from ${from}, which itself is not counted. `,
  length: (days, unit) => `The term is ${days} ${unit}`,
  extended: (days, unit) => `, extended by ${days} ${unit}`,
  'working-day': 'working days',
  'calendar-day': 'calendar days',
  skipped: (parts) => `Not counted: ${parts}. `,
  weekends: (days) => `${days} weekend days`,
  span: (name, from, to, days) =>
    from === to ? `${name} ${from}` : `${name} ${from} to ${to} (${days} days)`,
  makeUps: (dates) => `Worked in exchange and counted: ${dates}. `,
  pauses: 'pause',
  movedOff: (date) => `It ends on ${date}, a rest day, and moves on. `,
  due: (due) => `Due by the end of ${due}. `,
  provisional: 'The next year’s notice is not out yet and may still move the last days of December.',
  event: 'the day of the event, not counted',
  movedBack: 'a rest day, so it moves back',
  movedBackTo: 'moved back to here',
  countedBack: (number) => `day ${number} before`,
  back: (event) => `Counted back from ${event}, which itself is not counted. `,
  lead: (amount, unit) => `${amount} ${unit} ahead`,
  units: { day: 'days', 'working-day': 'working days', week: 'weeks', month: 'months' },
  movedBackOff: 'That is a rest day, so it moves back to a working day. ',
  full: '. ',
  comma: ', ',
};

const wordsOf = (language: Language): Words => (language === 'en' ? en : zh);

/** 周一 … 周日 */
export function weekdayWords(day: Pick<CalendarDay, 'weekday'>, language: Language): string {
  return wordsOf(language).weekdays[day.weekday - 1] ?? '';
}

/** What a day is: 国庆节放假, 周六, 调休上班, 工作日. */
export function dayReason(day: CalendarDay, language: Language): string {
  const words = wordsOf(language);
  if (day.kind === 'holiday') return day.name === null ? words.unnamed : words.holiday(day.name);
  if (day.kind === 'weekend') return weekdayWords(day, language);
  return day.kind === 'make-up' ? words.makeUp : words.working;
}

/** What a day does in the term: 第 3 天, 不计入, 顺延. */
export function dayEffect(day: ExplainedDay, isDue: boolean, language: Language): string {
  const words = wordsOf(language);
  if (day.role === 'moved') return isDue ? words.movedTo : words.moved;
  if (day.role !== 'counted') return words[day.role];
  return day.isExtension ? words.extension(day.number ?? 0) : words.counted(day.number ?? 0);
}

/** The full form: one line a day. */
export function explanationLines({ days, due }: Explanation, language: Language): string[] {
  return days.map((day) => {
    const what = [day.date, weekdayWords(day, language), dayReason(day, language)];
    return `${[...new Set(what)].join(' ')} · ${dayEffect(day, day.date === due, language)}`;
  });
}

/** The compact form: what was counted from, what was passed over, and when it is due. */
export function explanationSummary(explanation: Explanation, language: Language): string {
  const words = wordsOf(language);
  const { term, due, days, isProvisional } = explanation;
  const unit = words[term.unit];
  const extension = term.extension ?? 0;
  const length = words.length(term.days, unit) + (extension > 0 ? words.extended(extension, unit) : '');
  const skipped = [...skippedSpans(days, words), ...weekendWords(days, words)];
  const made = days.filter(({ kind, role }) => kind === 'make-up' && role === 'counted');
  const moved = days.find(({ role }) => role === 'moved');
  return [
    words.begins(term.from),
    length + words.full,
    skipped.length > 0 ? words.skipped(skipped.join(words.comma)) : '',
    made.length > 0 && term.unit === 'working-day'
      ? words.makeUps(made.map(({ date }) => date.slice(5)).join(words.comma))
      : '',
    moved === undefined ? '' : words.movedOff(lastCounted(days)),
    words.due(due),
    isProvisional ? words.provisional : '',
  ]
    .join('')
    .trim();
}

/** What a day does before an event: 前第 3 天, 不计入, 提前至此. */
export function leadEffect(day: ExplainedLead['days'][number], isDue: boolean, language: Language): string {
  const words = wordsOf(language);
  if (day.role === 'start') return words.event;
  if (day.role === 'moved') return isDue ? words.movedBackTo : words.movedBack;
  return day.role === 'counted' ? words.countedBack(day.number ?? 0) : words.rest;
}

/** The compact form of a count back from an event. */
export function leadSummary(
  { lead, event, due, days, isProvisional }: ExplainedLead,
  language: Language,
): string {
  const words = wordsOf(language);
  const inOrder = days.toReversed();
  const skipped = [...skippedSpans(inOrder, words), ...weekendWords(inOrder, words)];
  const made = inOrder.filter(({ kind, role }) => kind === 'make-up' && role === 'counted');
  return [
    words.back(event),
    words.lead(lead.amount, words.units[lead.unit]) + words.full,
    skipped.length > 0 ? words.skipped(skipped.join(words.comma)) : '',
    made.length > 0 && lead.unit === 'working-day'
      ? words.makeUps(made.map(({ date }) => date.slice(5)).join(words.comma))
      : '',
    days.some(({ role }) => role === 'moved') ? words.movedBackOff : '',
    words.due(due),
    isProvisional ? words.provisional : '',
  ]
    .join('')
    .trim();
}

const lastCounted = (days: readonly ExplainedDay[]): string =>
  days.findLast(({ role }) => role === 'counted' || role === 'start')?.date ?? '';

type SkippableDay = Pick<ExplainedDay, 'role' | 'kind' | 'name' | 'date'>;

function weekendWords(days: readonly SkippableDay[], words: Words): string[] {
  const count = days.filter(({ role, kind }) => role === 'rest' && kind === 'weekend').length;
  return count === 0 ? [] : [words.weekends(count)];
}

/** Holidays and pauses, each row of days as one span. */
function skippedSpans(days: readonly SkippableDay[], words: Words): string[] {
  const spans: { name: string; from: string; to: string; count: number }[] = [];
  let isRunning = false;
  for (const day of days) {
    const name = spanName(day, words);
    const last = spans.at(-1);
    if (name !== null && isRunning && last?.name === name) {
      last.to = day.date;
      last.count++;
    } else if (name !== null) spans.push({ name, from: day.date, to: day.date, count: 1 });
    isRunning = name !== null;
  }
  return spans.map(({ name, from, to, count }) => words.span(name, from.slice(5), to.slice(5), count));
}

function spanName(day: SkippableDay, words: Words): string | null {
  if (day.role === 'paused') return words.pauses;
  if (day.role !== 'rest' || day.kind !== 'holiday') return null;
  return day.name === null ? words.unnamed : words.holiday(day.name);
}
