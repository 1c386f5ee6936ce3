// Opening hours in words, the same on the terminal, the wall screen, the phone and the desk.
import type { Language } from '../errors/app-error.ts';
import { groupDays, minutesOfDay } from './day-spans.ts';
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

function spellSpan({ from, to }: { from: string; to: string }, language: Language): string {
  const { allDay, dash, nextDay } = words[language];
  const [start, end] = [minutesOfDay(from), minutesOfDay(to)];
  if (start % 1440 === end % 1440 && start % 1440 === 0) return allDay;
  return `${spellTime(from)}${dash}${end <= start ? nextDay : ''}${spellTime(to)}`;
}

/** One line for each group of days with the same hours: 周一至周五 9:00—12:00、14:00—17:00. None for no spans. */
export function spellSpans(spans: readonly DaySpan[], language: Language): string[] {
  return groupDays(spans).map(
    ({ days, times }) =>
      `${spellDays(days, language)} ${times.map((time) => spellSpan(time, language)).join(words[language].and)}`,
  );
}
