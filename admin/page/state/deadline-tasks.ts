// What of the deadlines needs somebody today, for the list on the first screen.
import { CalendarClock, CalendarX2, History, type IconNode } from 'lucide';
import { deadlineSummarySchema } from '#shared/protocol/deadlines-api.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useLoaded } from './loaded.ts';
import { may } from './session.ts';

export interface DeadlineTask {
  readonly icon: IconNode;
  readonly text: string;
  readonly act: string;
  readonly href: string;
  readonly isUrgent?: boolean;
}

/** Empty while loading, when nothing needs doing, and for whoever may not see deadlines. */
export function useDeadlineTasks(): readonly DeadlineTask[] {
  const { value } = useLoaded(
    async (signal) =>
      may('deadlines.read') ? request('GET', '/deadlines/summary', deadlineSummarySchema, { signal }) : null,
    [],
  );
  if (value === null) return [];
  const tasks: DeadlineTask[] = [];
  const act = { act: t('today.overdueAct'), href: '/admin/deadlines' };
  if (value.overdue > 0) {
    const text = t('today.overdue', { count: formatCount(value.overdue) });
    tasks.push({ icon: CalendarClock, text, ...act, isUrgent: true });
  }
  if (value.missingYear !== null && may('calendar.write')) {
    const text = t('today.missingYear', { year: value.missingYear });
    tasks.push({ icon: CalendarX2, text, act: t('holidays.import'), href: '/admin/settings/holidays' });
  }
  if (value.stale > 0) {
    tasks.push({ icon: History, text: t('today.stale', { count: formatCount(value.stale) }), ...act });
  }
  return tasks;
}
