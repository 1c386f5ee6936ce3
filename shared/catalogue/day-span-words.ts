// Opening hours in words, the same on the terminal, the wall screen, the phone and the desk.
import type { Language } from '../errors/app-error.ts';
import { minutesOf } from './day-span.ts';
import type { DaySpan, Weekday } from './venue-display.ts';

const dayNames: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

const words = {
  'zh-CN': { through: '至', and: '、', daily: '每天', allDay: '全天', dash: '—', nextDay: '次日' },
  en: { through: '–', and: ', ', daily: 'Every day', allDay: 'all day', dash: '–', nextDay: 'next day ' },
} as const;

/** 周三, Wed. */
export function weekdayName(day: Weekday, language: Language): string {
  return dayNames[language][day - 1] ?? '';
}

/** `09:00` as people write it: 9:00. */
export function spellTime(time: string): string {
  return time.replace(/^0(?=\d)/, '');
}

/** 周一至周五、周日: runs of three days and more are drawn together. */
export function spellDays(days: readonly Weekday[], language: Language): string {
  const { through, and, daily } = words[language];
  if (days.length === 7) return daily;
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: Weekday | undefined) => (day === undefined ? '' : weekdayName(day, language));
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}${through}${name(run.at(-1))}` : run.map(name).join(and)))
    .join(and);
}

interface DayTimes {
  readonly from: string;
  readonly to: string;
}

function spellTimes({ from, to }: DayTimes, language: Language): string {
  const { allDay, dash, nextDay } = words[language];
  if (from === to && from === '00:00') return allDay;
  const runsOn = minutesOf({ days: [], from, to }).to > 24 * 60;
  return `${spellTime(from)}${dash}${runsOn ? nextDay : ''}${spellTime(to)}`;
}

/** Days that have the same times, and those times in the order of the day. */
export interface DayGroup {
  /** Ascending. */
  readonly days: readonly Weekday[];
  readonly times: readonly DayTimes[];
}

/** The spans as people write opening hours: days with equal times together, the earliest day first. */
export function groupDays(spans: readonly DaySpan[]): DayGroup[] {
  const groups = new Map<string, { days: Weekday[]; times: DayTimes[] }>();
  for (const day of [1, 2, 3, 4, 5, 6, 7] as const) {
    const times = spans
      .filter((span) => span.days.includes(day))
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
    if (times.length === 0) continue;
    const key = JSON.stringify(times);
    const group = groups.get(key) ?? { days: [], times };
    group.days.push(day);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One line for each group of days with the same hours: 周一至周五 9:00—12:00、14:00—17:00. None for no spans. */
export function spellSpans(spans: readonly DaySpan[], language: Language): string[] {
  return groupDays(spans).map(
    ({ days, times }) =>
      `${spellDays(days, language)} ${times.map((time) => spellTimes(time, language)).join(words[language].and)}`,
  );
}
