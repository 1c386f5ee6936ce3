// Holiday notices: the years held, each as twelve months, a new one taken over, and how deadlines are counted by them.
import { CalendarX2 } from 'lucide';
import { useState } from 'preact/hooks';
import {
  type Calendar,
  calendarSchema,
  deadlinePolicySchema,
  type Notice,
} from '#shared/protocol/deadlines-api.ts';
import { request } from '../api/client.ts';
import { DeadlinePolicyForm } from '../components/deadline-policy-form.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { NoticeImport } from '../components/notice-import.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { SettingsTabs } from '../components/settings-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { YearMonths } from '../components/year-months.tsx';
import { formatTime, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { may } from '../state/session.ts';

function origin({ version, importedAt, importedBy }: Notice): string {
  if (importedAt === null) return t('holidays.shipped');
  return t('holidays.imported', { who: importedBy ?? '', at: formatTime(importedAt), version });
}

function HeldYears({ calendar }: { readonly calendar: Calendar }) {
  const newest = calendar.notices.at(-1)?.year ?? 0;
  const thisYear = Number(calendar.today.slice(0, 4));
  const [year, setYear] = useState(Math.min(newest, thisYear));
  const shown = calendar.notices.find((notice) => notice.year === year);
  return (
    <section class="card stack" aria-label={t('holidays.years')}>
      <div class="row">
        <div class="field">
          <label for="held-year">{t('holidays.years')}</label>
          <select
            id="held-year"
            class="input"
            value={String(year)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          >
            {[...calendar.notices].reverse().map((notice) => (
              <option key={notice.year} value={String(notice.year)}>
                {t('holidays.yearName', { year: notice.year })}
              </option>
            ))}
          </select>
        </div>
        {shown && <p class="secondary held-origin">{origin(shown)}</p>}
      </div>
      {shown && <YearMonths year={shown.year} days={shown.days} />}
    </section>
  );
}

function MissingYear({ year }: { readonly year: number }) {
  return (
    <p class="notice notice-warn" role="status">
      <Icon node={CalendarX2} /> {t('deadlines.missingYear', { year })}
    </p>
  );
}

export function Holidays() {
  const calendar = useLoaded((signal) => request('GET', '/calendar', calendarSchema, { signal }), []);
  const policy = useLoaded(
    (signal) => request('GET', '/deadlines/policy', deadlinePolicySchema, { signal }),
    [],
  );
  const { value } = calendar;
  return (
    <div class="stack">
      <WorkHead title={t('holidays.title')} lead={t('holidays.lead')} />
      <SettingsTabs />
      {calendar.error !== null && <ProblemNotice error={calendar.error} retry={calendar.reload} />}
      {value === null && calendar.isLoading && <Loading />}
      {value !== null && (
        <>
          {value.missingYear !== null && <MissingYear year={value.missingYear} />}
          <HeldYears calendar={value} key={value.notices.length} />
        </>
      )}
      {may('calendar.write') && <NoticeImport onAdopted={calendar.reload} />}
      {policy.value && <DeadlinePolicyForm stored={policy.value} />}
    </div>
  );
}
