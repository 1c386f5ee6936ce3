// The dumb model the calendar is held against: a set of dates off, a set worked, and a loop over days.
import { readFileSync } from 'node:fs';
import { hasSharedData, sharedData } from '#tests/support/shared-data.ts';

const dayMs = 86_400_000;
const plus = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The published table of 2007–2026; empty where the real data is not at hand. */
export const holidayTable = hasSharedData
  ? readFileSync(sharedData('holidays_cn_2007_2026.csv'), 'utf8')
  : '';

export class NaiveCalendar {
  private readonly kinds: ReadonlyMap<string, string>;

  constructor(csv: string) {
    const rows = csv.trim().split('\n').slice(1);
    this.kinds = new Map(rows.map((row) => row.split(',')).map(([date = '', , kind = '']) => [date, kind]));
  }

  isWorking(date: string): boolean {
    const kind = this.kinds.get(date);
    if (kind !== undefined) return kind === 'work';
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  /** Walks on a day at a time; days within a pause do not count, nor does the last day stay on a rest day. */
  due(
    from: string,
    unit: 'working-day' | 'calendar-day',
    days: number,
    pauses: readonly { from: string; to: string }[] = [],
  ): string {
    let date = from;
    let counted = 0;
    while (counted < days) {
      date = plus(date, 1);
      const at = date;
      const isPaused = pauses.some((pause) => at >= pause.from && at <= pause.to);
      if (!isPaused && (unit === 'calendar-day' || this.isWorking(date))) counted++;
    }
    while (!this.isWorking(date)) date = plus(date, 1);
    return date;
  }

  back(from: string, days: number): string {
    let date = from;
    for (let counted = 0; counted < days; ) {
      date = plus(date, -1);
      if (this.isWorking(date)) counted++;
    }
    return date;
  }
}
