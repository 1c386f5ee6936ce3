// What transfers and the non-disclosure register ask of today.
import { EyeOff, type IconNode, Inbox } from 'lucide';
import { transferWaitingSchema } from '#shared/protocol/transfers-api.ts';
import { withheldListSchema } from '#shared/protocol/withheld-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import type { Task, TaskSource } from './tasks.ts';

const taskFor =
  (icon: IconNode, act: string) =>
  (count: number, text: string, href: string): Task[] =>
    count > 0 ? [{ icon, text, act, href }] : [];

export const transferTasks: TaskSource = {
  id: 'transfers',
  act: 'transfers.read',
  async load(signal) {
    const waiting = await request('GET', '/transfers/waiting', transferWaitingSchema, { signal });
    const { toReceive, toFinish, missingAgencies, missingMonth: month } = waiting;
    const of = taskFor(Inbox, t('transfers.task.act'));
    return [
      ...of(toReceive, t('transfers.task.receive', { count: toReceive }), '/admin/transfers'),
      ...of(toFinish, t('transfers.task.finish', { count: toFinish }), '/admin/transfers'),
      ...of(
        missingAgencies,
        t('transfers.task.missing', { month, count: missingAgencies }),
        '/admin/transfers?view=year',
      ),
    ];
  },
};

/** Nobody without the right to read the register is told of any. */
export const withheldTasks: TaskSource = {
  id: 'withheld',
  act: 'withheld.read',
  async load(signal) {
    const count = async (filter: string) =>
      (await request('GET', `/withheld?${filter}&limit=1`, withheldListSchema, { signal })).total;
    const [proposed, due] = [await count('state=proposed'), await count('due=1')];
    const of = taskFor(EyeOff, t('withheld.taskAct'));
    return [
      ...of(due, t('withheld.task', { count: due }), '/admin/withheld?due=1'),
      ...of(proposed, t('withheld.taskDecide', { count: proposed }), '/admin/withheld?state=proposed'),
    ];
  },
};
