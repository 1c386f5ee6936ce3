// What people look for in vain, as today's work: tasks nobody has taken up yet.
import { SearchX } from 'lucide';
import { contentTaskListSchema } from '#shared/protocol/statistics-api.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import type { TaskSource } from './tasks.ts';

export const contentTasks: TaskSource = {
  id: 'content-tasks',
  act: 'statistics.read',
  async load(signal) {
    const { open, tasks } = await request('GET', '/statistics/tasks', contentTaskListSchema, { signal });
    const first = tasks.find(({ state }) => state === 'open');
    if (first === undefined) return [];
    const text =
      open === 1
        ? t('today.contentTask', { words: first.words, agency: first.agencyName })
        : t('today.contentTasks', { words: first.words, count: formatCount(open) });
    return [{ icon: SearchX, text, act: t('today.see'), href: '/admin/statistics#tasks' }];
  },
};
