// A year as twelve small months, with the days a notice sets apart marked by a character, not by colour alone.
import { addDays, addMonths, dayNumber, dayOfWeek } from '#shared/calendar/civil-day.ts';
import { weekdayWords } from '#shared/calendar/day-words.ts';
import type { NoticeDay } from '#shared/calendar/holiday-notice.ts';
import { deskLanguage, t } from '../i18n/index.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface YearMonthsProps {
  readonly year: number;
  readonly days: readonly NoticeDay[];
}

function DayCell({ date, named }: { readonly date: string | null; readonly named: NoticeDay | undefined }) {
  if (date === null) return <td class="day" />;
  const isWeekend = dayOfWeek(dayNumber(date)) > 5;
  const title =
    named && t(named.kind === 'off' ? 'holidays.dayOff' : 'holidays.dayWork', { date, name: named.name });
  const look = named ? `day day-${named.kind}` : isWeekend ? 'day day-weekend' : 'day';
  return (
    <td class={look} title={title}>
      <span aria-hidden={named !== undefined}>{Number(date.slice(8))}</span>
      {named && (
        <>
          <span class="day-mark" aria-hidden="true">
            {t(`holidays.${named.kind}`)}
          </span>
          <span class="visually-hidden">{title}</span>
        </>
      )}
    </td>
  );
}

function Month({ first, named }: { readonly first: string; readonly named: ReadonlyMap<string, NoticeDay> }) {
  const lead = dayOfWeek(dayNumber(first)) - 1;
  const length = dayNumber(addMonths(first, 1)) - dayNumber(first);
  const weeks = Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    weekdays.map((weekday) => {
      const at = week * 7 + weekday - 1 - lead;
      return at < 0 || at >= length ? null : addDays(first, at);
    }),
  );
  return (
    <table class="month">
      <caption>{t('holidays.month', { month: Number(first.slice(5, 7)) })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" aria-label={weekdayWords({ weekday }, deskLanguage.value)}>
              {weekdayWords({ weekday }, deskLanguage.value).replace('周', '').slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find((date) => date !== null) ?? index}>
            {week.map((date, at) => (
              <DayCell
                key={date ?? `gap-${at}`}
                date={date}
                named={date === null ? undefined : named.get(date)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function YearMonths({ year, days }: YearMonthsProps) {
  const named = new Map(days.map((day) => [day.date, day]));
  const before = days.filter(({ date }) => date < `${year}-01-01`);
  const months = Array.from({ length: 12 }, (_, month) => addMonths(`${year}-01-01`, month));
  return (
    <div class="stack">
      <div class="months">
        {months.map((first) => (
          <Month key={first} first={first} named={named} />
        ))}
      </div>
      {before.length > 0 && (
        <p class="secondary">
          {t('holidays.before', {
            days: before.map(({ date, kind }) => `${date.slice(8)}（${t(`holidays.${kind}`)}）`).join(' '),
          })}
        </p>
      )}
      <p class="secondary">{t('holidays.legend')}</p>
    </div>
  );
}
