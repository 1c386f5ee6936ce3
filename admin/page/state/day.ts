// Today and the periods around it by the clock of China, whatever this computer's time zone.

import { lastPeriod, parsePeriod } from '#shared/reports/period.ts';
import { chinaDay } from '#shared/reports/report-table.ts';

export const today = (): string => chinaDay(new Date().toISOString());

export const periodChoices = ['year', 'quarter', 'month', 'lastMonth', 'lastYear', 'all', 'own'] as const;
export type PeriodChoice = (typeof periodChoices)[number];

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days of a choice; empty without limit. */
export function daysOf(choice: Exclude<PeriodChoice, 'own'>, day: string): Days {
  const year = day.slice(0, 4);
  const quarter = `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const ids = { year, quarter, month: day.slice(0, 7), lastMonth: lastPeriod('month', day).id };
  const id = choice === 'all' ? '' : choice === 'lastYear' ? String(Number(year) - 1) : ids[choice];
  const period = parsePeriod(id);
  return { from: period?.from ?? '', to: period?.to ?? '' };
}
