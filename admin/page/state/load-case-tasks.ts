// Asks the ledger of cases how many are overdue, wait for a decision, are due soon or nobody's, and words it.
import { CircleUserRound, Clock, Gavel, MessageSquareWarning } from 'lucide';
import { type CaseList, caseListSchema } from '#shared/protocol/case-desk-api.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { may } from './session.ts';
import type { Task } from './tasks.ts';

/** The tasks these figures make for this account. */
export function tasksOfCounts(counts: CaseList['counts']): readonly Task[] {
  const { overdue, dueSoon, unassigned, toDecide } = counts;
  const isHandling = may('cases.handle');
  const act = t('cases.task.act');
  const tasks: Task[] = [];
  const add = (isWanted: boolean, task: Omit<Task, 'act'>) => isWanted && tasks.push({ ...task, act });
  add(overdue > 0, {
    icon: MessageSquareWarning,
    text: t('cases.task.overdue', { count: formatCount(overdue) }),
    href: '/admin/cases?state=overdue',
    isUrgent: true,
  });
  add(toDecide > 0 && may('cases.decide'), {
    icon: Gavel,
    text: t('cases.task.decide', { count: formatCount(toDecide) }),
    href: '/admin/cases?state=to-decide',
  });
  add(dueSoon > 0 && isHandling, {
    icon: Clock,
    text: t('cases.task.soon', { count: formatCount(dueSoon) }),
    href: '/admin/cases?state=due-soon',
  });
  add(unassigned > 0 && isHandling, {
    icon: CircleUserRound,
    text: t('cases.task.unassigned', { count: formatCount(unassigned) }),
    href: '/admin/cases?state=open&handler=none',
  });
  return tasks;
}

export async function loadCaseTasks(signal: AbortSignal): Promise<readonly Task[]> {
  const { counts } = await request('GET', '/cases?limit=1', caseListSchema, { signal });
  return tasksOfCounts(counts);
}
