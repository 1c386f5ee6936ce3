// Holiday notices at the desk: which are held, what a pasted one says, and taking it over.
import { chinaDate } from '#shared/calendar/civil-day.ts';
import type { HolidayNotice } from '#shared/calendar/holiday-notice.ts';
import { parseNotices } from '#shared/calendar/parse-notice.ts';
import { WorkingCalendar } from '#shared/calendar/working-calendar.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Calendar, NoticeInput, NoticePreview } from '#shared/protocol/deadlines-api.ts';
import { recountDueDates } from '../cases/case-events.ts';
import { missingYear } from '../deadlines/deadline-summary.ts';
import { touchOwed } from '../deadlines/touched-records.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/hub-services.ts';
import { type HeldNotice, loadNotices } from './calendar-store.ts';

export interface CalendarService {
  calendar(): Promise<Calendar>;
  /** Reads a notice and says how it stands to what is held. Throws `calendar.…`. */
  preview(input: NoticeInput): Promise<NoticePreview>;
  /** Takes the notices over, as new versions; days that stay the same stay as they are. Throws `calendar.…`. */
  save(input: NoticeInput, actor: Actor): Promise<void>;
}

export function createCalendarService(desk: Desk): CalendarService {
  return {
    calendar: async () => {
      const notices = await loadNotices(desk.db);
      const today = chinaDate(desk.now());
      return { today, notices, missingYear: missingYear(new WorkingCalendar(notices), today) };
    },
    preview: async (input) => ({ notices: await readAgainst(desk, input) }),
    save: (input, actor) => saveNotices(desk, input, actor),
  };
}

async function readAgainst({ db }: Pick<Desk, 'db'>, { text, year }: NoticeInput) {
  const read = parseNotices(text, year);
  const held = new Map((await loadNotices(db)).map((notice) => [notice.year, notice]));
  for (const notice of read) refuseMoved(notice, read, held);
  return read.map((notice) => {
    const known = held.get(notice.year);
    const against = known === undefined ? 'new' : isSame(known, notice) ? 'same' : 'different';
    return { ...notice, against } as const;
  });
}

async function saveNotices(desk: Desk, input: NoticeInput, actor: Actor): Promise<void> {
  await withTransaction(desk, async (inside) => {
    const changed = (await readAgainst(inside, input)).filter(({ against }) => against !== 'same');
    if (changed.length === 0) return;
    const versions = new Map((await loadNotices(inside.db)).map(({ year, version }) => [year, version]));
    const common = { source: input.text, at: instant(desk), who: actor.name };
    const rows = changed.map(({ year, days }) => ({
      year,
      version: (versions.get(year) ?? 0) + 1,
      days_json: JSON.stringify(days),
      ...common,
    }));
    for (const row of rows) await inside.db.insertInto('holiday_notices').values(row).execute();
    await touchOwed(inside.db);
    await recountDueDates(inside);
    await recordAudit(inside, {
      who: actor.name,
      action: 'calendar.import',
      subject: changed.map(({ year }) => year).join('、'),
      details: { notices: changed.map(({ year, days, against }) => ({ year, days: days.length, against })) },
    });
  });
}

/** A day two notices tell differently: one of them is wrong. */
function refuseMoved(
  { year, days }: HolidayNotice,
  read: readonly HolidayNotice[],
  held: ReadonlyMap<number, HeldNotice>,
): void {
  const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
  for (const other of [year - 1, year + 1]) {
    const notice = read.find((one) => one.year === other) ?? held.get(other);
    const moved = notice?.days.find(({ date, kind }) => (kinds.get(date) ?? kind) !== kind);
    if (moved !== undefined) throw new AppError('calendar.notice-moved', { date: moved.date, year: other });
  }
}

function isSame(a: HolidayNotice, b: HolidayNotice): boolean {
  const keys = ({ days }: HolidayNotice) => days.map(({ date, kind }) => `${date}${kind}`).sort();
  return JSON.stringify(keys(a)) === JSON.stringify(keys(b));
}
