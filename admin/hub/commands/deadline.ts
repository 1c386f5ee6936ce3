// `deadline`: until when something is due, and why, by the holiday notices the hub holds.
import { existsSync } from 'node:fs';
import type { Pause, Term } from '#shared/calendar/count-term.ts';
import {
  dayEffect,
  dayReason,
  explanationLines,
  explanationSummary,
  weekdayWords,
} from '#shared/calendar/day-words.ts';
import { type Explanation, explainTerm } from '#shared/calendar/explain-term.ts';
import { readRequestClock } from '#shared/calendar/request-clock.ts';
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { loadCalendar, shippedCalendar } from '../calendar/calendar-store.ts';
import { dataPaths, type HubConfig } from '../config.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { type Command, type CommandContext, type ExitStatus, exit } from './command.ts';
import { clockAnswer, readEvents } from './request-events.ts';

export const deadlineCommand: Command = {
  options: {
    from: { type: 'string' },
    'working-days': { type: 'string' },
    'calendar-days': { type: 'string' },
    extend: { type: 'string' },
    pause: { type: 'string' },
    events: { type: 'string' },
  },
  run: async (context) => {
    if (typeof context.options.events === 'string') return answerClock(context, context.options.events);
    const term = readTerm(context);
    const calendar = await openCalendar(context.config);
    const explanation = explainTerm(calendar, term);
    const { language } = context.terminal;
    context.terminal.answer(answerOf(explanation, language), [
      explanation.due,
      explanationSummary(explanation, language),
      ...explanationLines(explanation, language).map((line) => `  ${line}`),
    ]);
    return exit.done;
  },
};

/** The clocks of an application for disclosure. */
async function answerClock({ config, terminal }: CommandContext, events: string): Promise<ExitStatus> {
  const clock = readRequestClock(await openCalendar(config), readEvents(events));
  const { explanation } = clock;
  const { language } = terminal;
  const days = explanation === null ? null : answerOf(explanation, language);
  const lines = explanation === null ? [] : explanationLines(explanation, language);
  terminal.answer({ ...clockAnswer(clock), explanation: days?.explanation ?? [] }, [
    clock.replyDue ?? clock.state,
    ...lines.map((line) => `  ${line}`),
  ]);
  return exit.done;
}

function answerOf(explanation: Explanation, language: 'zh-CN' | 'en') {
  const { due, isProvisional, days } = explanation;
  return {
    due,
    provisional: isProvisional,
    summary: explanationSummary(explanation, language),
    explanation: days.map((day) => ({
      date: day.date,
      weekday: weekdayWords(day, language),
      kind: day.kind,
      holiday: day.name,
      counted: day.role === 'counted',
      number: day.number,
      role: day.role,
      reason: dayReason(day, language),
      effect: dayEffect(day, day.date === due, language),
    })),
  };
}

function readTerm({ options, operands, terminal }: CommandContext): Term {
  const { from, 'working-days': working, 'calendar-days': calendarDays } = options;
  const days = working ?? calendarDays;
  const isWhole = typeof from === 'string' && typeof days === 'string';
  if (!isWhole || operands.length > 0 || (working !== undefined && calendarDays !== undefined)) {
    throw new AppError('wrong-usage', { reason: terminal.text.deadlineUsage });
  }
  return {
    from,
    unit: working === undefined ? 'calendar-day' : 'working-day',
    days: readCount(days),
    extension: options.extend === undefined ? 0 : readCount(String(options.extend)),
    pauses: options.pause === undefined ? [] : String(options.pause).split(',').map(readPause),
  };
}

function readCount(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new AppError('calendar.bad-count', { value: text.slice(0, 40) });
  return Number(text);
}

function readPause(text: string): Pause {
  const [from = '', to = from, ...rest] = text.trim().split('..');
  if (rest.length > 0) throw new AppError('calendar.bad-date', { date: text.slice(0, 40) });
  return { from, to };
}

/** What staff imported counts where there is a store; asking makes none. */
async function openCalendar(config: HubConfig): Promise<WorkingCalendar> {
  if (!existsSync(dataPaths(config.dataDir).store)) return shippedCalendar();
  const folder = await openDataFolder(config);
  try {
    return await loadCalendar(folder.desk.db);
  } finally {
    await folder.close();
  }
}
