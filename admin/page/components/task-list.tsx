// What needs doing now as sentences with one act each.
import { ArrowRight, CircleAlert, CircleCheck } from 'lucide';
import { t } from '../i18n/index.ts';
import type { TaskList as Tasks } from '../state/tasks.ts';
import { Icon } from './icon.tsx';

export function TaskList({ list }: { readonly list: Tasks }) {
  const { tasks, isLoading, hasFailed, reload } = list;
  return (
    <>
      {tasks.length === 0 && !isLoading && !hasFailed && (
        <p class="notice notice-good">
          <Icon node={CircleCheck} /> {t('today.allDone')}
        </p>
      )}
      {tasks.length > 0 && (
        <ul class="stack task-list">
          {tasks.map(({ icon, text, act, href, isUrgent }) => (
            <li key={text} data-row class={`card row task${isUrgent ? ' task-urgent' : ''}`}>
              <Icon node={icon} />
              <span class="task-text">{text}</span>
              <a class="button button-primary" href={href}>
                {act} <Icon node={ArrowRight} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {hasFailed && (
        <p class="secondary row task-failed" role="status">
          <Icon node={CircleAlert} /> {t('today.someFailed')}
          <button type="button" class="button button-small" onClick={reload}>
            {t('app.retry')}
          </button>
        </p>
      )}
    </>
  );
}
