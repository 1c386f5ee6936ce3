// What transfers and the non-disclosure register ask of today, as sentences with one act each.
import { ArrowRight, EyeOff, Inbox } from 'lucide';
import { t } from '../i18n/index.ts';
import { may } from '../state/session.ts';
import { useTransferWaiting } from '../state/transfers.ts';
import { useWithheldWaiting } from '../state/withheld.ts';
import { Icon } from './icon.tsx';

interface WaitingTask {
  readonly text: string;
  readonly act: string;
  readonly href: string;
}

/** Tasks of transfers for whoever is signed in; none until the hub has answered. */
export function useTransferTasks(): readonly WaitingTask[] {
  const { value } = useTransferWaiting(may('transfers.read'));
  if (value === null) return [];
  const { toReceive, toFinish, missingAgencies, missingMonth: month } = value;
  const act = t('transfers.task.act');
  const of = (count: number, text: string, href: string) => (count > 0 ? [{ text, act, href }] : []);
  return [
    ...of(toReceive, t('transfers.task.receive', { count: toReceive }), '/admin/transfers'),
    ...of(toFinish, t('transfers.task.finish', { count: toFinish }), '/admin/transfers'),
    ...of(
      missingAgencies,
      t('transfers.task.missing', { month, count: missingAgencies }),
      '/admin/transfers?view=year',
    ),
  ];
}

/** Tasks of the non-disclosure register; nobody without the right to read it is told of any. */
export function useWithheldTasks(): readonly WaitingTask[] {
  const { value } = useWithheldWaiting(may('withheld.read'));
  if (value === null) return [];
  const act = t('withheld.taskAct');
  const of = (count: number, text: string, href: string) => (count > 0 ? [{ text, act, href }] : []);
  return [
    ...of(value.due, t('withheld.task', { count: value.due }), '/admin/withheld?due=1'),
    ...of(
      value.proposed,
      t('withheld.taskDecide', { count: value.proposed }),
      '/admin/withheld?state=proposed',
    ),
  ];
}

export function TransferTasks() {
  const transfers = useTransferTasks().map((task) => ({ ...task, icon: Inbox }));
  const withheld = useWithheldTasks().map((task) => ({ ...task, icon: EyeOff }));
  const tasks = [...transfers, ...withheld];
  if (tasks.length === 0) return null;
  return (
    <ul class="stack">
      {tasks.map(({ icon, text, act, href }) => (
        <li key={text} class="card row task">
          <Icon node={icon} />
          <span class="task-text">{text}</span>
          <a class="button button-primary" href={href}>
            {act} <Icon node={ArrowRight} />
          </a>
        </li>
      ))}
    </ul>
  );
}
