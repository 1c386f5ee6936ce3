// What of the deadlines needs somebody today.
import { CalendarClock, CalendarX2, History } from 'lucide';
import { deadlineSummarySchema } from '#shared/protocol/deadlines-api.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { may } from './session.ts';
import type { Task, TaskSource } from './tasks.ts';

export const deadlineTasks: TaskSource = {
  id: 'deadlines',
  act: 'deadlines.read',
  async load(signal) {
    const { overdue, missingYear, stale } = await request(
      'GET',
      '/deadlines/summary',
      deadlineSummarySchema,
      {
        signal,
      },
    );
    const tasks: Task[] = [];
    const act = { act: t('today.overdueAct'), href: '/admin/deadlines' };
    if (overdue > 0) {
      const text = t('today.overdue', { count: formatCount(overdue) });
      tasks.push({ icon: CalendarClock, text, ...act, isUrgent: true });
    }
    if (missingYear !== null && may('calendar.write')) {
      const text = t('today.missingYear', { year: missingYear });
      tasks.push({ icon: CalendarX2, text, act: t('holidays.import'), href: '/admin/settings/holidays' });
    }
    if (stale > 0) {
      tasks.push({ icon: History, text: t('today.stale', { count: formatCount(stale) }), ...act });
    }
    return tasks;
  },
};
