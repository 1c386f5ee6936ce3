// What people look for, and what they look for in vain: one click gives the latter to an agency.
import { CircleCheck } from 'lucide';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { contentTaskSchema, type Statistics } from '#shared/protocol/statistics-api.ts';
import { request } from '../api/client.ts';
import { formatCount } from '../i18n/index.ts';
import { st } from '../i18n/statistics-words.ts';
import { useAgencies } from '../state/agencies.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

type Sought = Statistics['notFound'][number];

/** Words of a list as bars: the length says what the number says. */
function Line({ words, sessions, most, children }: SoughtLine) {
  return (
    <li class="sought">
      <span class="sought-words" lang="zh-CN">
        {words}
      </span>
      <span class="sought-bar" aria-hidden="true">
        <span style={{ width: `${Math.max(2, (100 * sessions) / most)}%` }} />
      </span>
      <span class="numeric sought-count">{formatCount(sessions)}</span>
      {children}
    </li>
  );
}

interface SoughtLine {
  readonly words: string;
  readonly sessions: number;
  readonly most: number;
  readonly children?: preact.ComponentChildren;
}

interface AssignProps {
  readonly sought: Sought;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function AssignDialog({ sought, onDone, onClose }: AssignProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const agencies = useAgencies();
  const saving = useSaving();
  const [agencyId, setAgencyId] = useState('');
  const [note, setNote] = useState('');
  useEffect(() => element.current?.showModal(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { words: sought.words, agencyId, note };
    const isDone = await saving.save(() => request('POST', '/statistics/tasks', contentTaskSchema, { body }));
    if (isDone) onDone();
  };
  return (
    <dialog ref={element} class="dialog words-dialog" aria-labelledby={id} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <h2 id={id}>{st('assignTitle')}</h2>
        <p class="secondary">
          {st('assignLead', { words: sought.words, count: formatCount(sought.sessions) })}
        </p>
        <div class="field">
          <label for={`${id}-agency`}>{st('agency')}</label>
          <select
            id={`${id}-agency`}
            class="input"
            value={agencyId}
            required
            onChange={(event) => setAgencyId(event.currentTarget.value)}
          >
            <option value="">{st('choose')}</option>
            {(agencies.value ?? []).map(({ id: agency, name }) => (
              <option key={agency} value={agency}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <TextField label={st('note')} value={note} maxLength={500} onChange={(text) => setNote(text ?? '')} />
        {saving.error !== null && <ProblemNotice error={saving.error} />}
        <DialogFoot act={st('assignAct')} isDisabled={agencyId === '' || saving.isBusy} onCancel={onClose} />
      </form>
    </dialog>
  );
}

export function LookedFor({ statistics, onAssigned }: LookedForProps) {
  const { lookedFor, notFound } = statistics;
  const [assigning, setAssigning] = useState<Sought | null>(null);
  const most = Math.max(1, ...lookedFor.map(({ sessions }) => sessions));
  const mostNot = Math.max(1, ...notFound.map(({ sessions }) => sessions));
  return (
    <div class="columns columns-two">
      <section class="card stack-tight" aria-label={st('notFound')}>
        <h2>{st('notFound')}</h2>
        <p class="secondary">{notFound.length > 0 ? st('notFoundLine') : st('noNotFound')}</p>
        <ol class="sought-list">
          {notFound.map((sought) => (
            <Line key={sought.words} {...sought} most={mostNot}>
              {sought.taskId !== null ? (
                <span class="tag tag-good">
                  <Icon node={CircleCheck} /> {st('assigned')}
                </span>
              ) : (
                may('statistics.write') && (
                  <button type="button" class="button button-small" onClick={() => setAssigning(sought)}>
                    {st('assign')}
                  </button>
                )
              )}
            </Line>
          ))}
        </ol>
      </section>
      <section class="card stack-tight" aria-label={st('lookedFor')}>
        <h2>{st('lookedFor')}</h2>
        {lookedFor.length === 0 && <p class="secondary">{st('noWords')}</p>}
        <ol class="sought-list">
          {lookedFor.map((sought) => (
            <Line key={sought.words} {...sought} most={most} />
          ))}
        </ol>
      </section>
      {assigning !== null && (
        <AssignDialog
          sought={assigning}
          onClose={() => setAssigning(null)}
          onDone={() => {
            setAssigning(null);
            onAssigned();
          }}
        />
      )}
    </div>
  );
}

interface LookedForProps {
  readonly statistics: Statistics;
  readonly onAssigned: () => void;
}
