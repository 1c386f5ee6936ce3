// What people want and there is not, as tasks of agencies: drafted, covered by a matter, done or dropped.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import {
  type ContentTask,
  type ContentTaskAct,
  contentTaskListSchema,
  contentTaskSchema,
} from '#shared/protocol/statistics-api.ts';
import { chinaDay } from '#shared/reports/report-table.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { st } from '../i18n/statistics-words.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { Loading } from './loading.tsx';
import { MatterField } from './matter-field.tsx';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { useWordsDialog } from './words-dialog.tsx';

const tones = { open: 'warn', drafted: 'plain', linked: 'good', done: 'good', dropped: 'plain' } as const;
const settled: readonly ContentTask['state'][] = ['done', 'dropped'];

interface LinkProps {
  readonly task: ContentTask;
  readonly onLink: (recordId: string) => void;
  readonly onClose: () => void;
}

function LinkDialog({ task, onLink, onClose }: LinkProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const [matterId, setMatterId] = useState<string | null>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} class="dialog words-dialog" aria-labelledby={id} onClose={onClose}>
      <div class="stack">
        <h2 id={id}>{st('linkTitle', { words: task.words })}</h2>
        <MatterField value={matterId} onChange={setMatterId} />
        <div class="dialog-acts">
          <button type="button" class="button" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button
            type="button"
            class="button button-primary"
            disabled={matterId === null}
            onClick={() => matterId !== null && onLink(matterId)}
          >
            {st('linkAct')}
          </button>
        </div>
      </div>
    </dialog>
  );
}

interface RowProps {
  readonly task: ContentTask;
  readonly isBusy: boolean;
  readonly act: (act: ContentTaskAct) => void;
  readonly onLink: () => void;
  readonly onDrop: () => void;
}

function Acts({ task, isBusy, act, onLink, onDrop }: RowProps) {
  if (!may('statistics.write')) return null;
  const button = (words: string, onClick: () => void) => (
    <button type="button" class="button button-small" disabled={isBusy} onClick={onClick}>
      {words}
    </button>
  );
  if (settled.includes(task.state)) return button(st('reopen'), () => act({ act: 'reopen' }));
  return (
    <div class="task-acts">
      {task.record === null && button(st('draft'), () => act({ act: 'draft' }))}
      {task.record === null && button(st('link'), onLink)}
      {button(st('done'), () => act({ act: 'done', note: '' }))}
      {button(st('drop'), onDrop)}
    </div>
  );
}

function Row(props: RowProps) {
  const { task } = props;
  return (
    <tr>
      <td class="grow">
        <strong lang="zh-CN">{task.words}</strong>
        {task.record !== null && (
          <a class="task-record" href={`/admin/records/${task.record.id}`}>
            {task.record.title}
          </a>
        )}
        {task.note !== '' && <span class="secondary task-note">{task.note}</span>}
      </td>
      <td>{task.agencyName}</td>
      <td class="numeric align-end">{formatCount(task.sessions)}</td>
      <td>
        <span class={`tag tag-${tones[task.state]}`}>{st(`state.${task.state}`)}</span>
      </td>
      <td class="numeric">{chinaDay(task.createdAt)}</td>
      <td>
        <Acts {...props} />
      </td>
    </tr>
  );
}

/** `round` grows when a task was made elsewhere on the screen. */
export function ContentTasks({ round, onChange }: { readonly round: number; readonly onChange: () => void }) {
  const loaded = useLoaded(
    (signal) => request('GET', '/statistics/tasks', contentTaskListSchema, { signal }),
    [round],
  );
  const saving = useSaving();
  const { ask, dialog } = useWordsDialog();
  const [linking, setLinking] = useState<ContentTask | null>(null);
  const act = async (task: ContentTask, what: ContentTaskAct) => {
    const body = { revision: task.revision, act: what };
    await saving.save(() => request('POST', `/statistics/tasks/${task.id}`, contentTaskSchema, { body }));
    loaded.reload();
    onChange();
  };
  const drop = async (task: ContentTask) => {
    const lead = st('dropLead', { words: task.words });
    const answer = await ask({ title: st('drop'), lead, act: st('drop'), label: st('dropLabel'), least: 1 });
    if (answer !== null) await act(task, { act: 'drop', note: answer.words.slice(0, 500) });
  };
  const tasks = loaded.value?.tasks ?? [];
  return (
    <section class="card stack-tight" aria-label={st('tasks')} id="tasks">
      <h2>{st('tasks')}</h2>
      <p class="secondary">{tasks.length > 0 ? st('tasksLine') : st('noTasks')}</p>
      {loaded.error !== null && <ProblemNotice error={loaded.error} retry={loaded.reload} />}
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      {loaded.value === null && loaded.isLoading && <Loading />}
      {tasks.length > 0 && (
        <ScrollArea label={st('tasks')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{st('words')}</th>
                <th scope="col">{st('agency')}</th>
                <th scope="col" class="align-end">
                  {st('sessions')}
                </th>
                <th scope="col">{st('state')}</th>
                <th scope="col">{st('given')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {tasks.map((task) => (
                <Row
                  key={task.id}
                  task={task}
                  isBusy={saving.isBusy}
                  act={(what) => act(task, what)}
                  onLink={() => setLinking(task)}
                  onDrop={() => drop(task)}
                />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {dialog}
      {linking !== null && (
        <LinkDialog
          task={linking}
          onClose={() => setLinking(null)}
          onLink={async (recordId) => {
            setLinking(null);
            await act(linking, { act: 'link', recordId });
          }}
        />
      )}
    </section>
  );
}
