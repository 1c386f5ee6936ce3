// Events before which something must be public: entered, changed and removed for a record, a matter or a node.
import { CalendarPlus, Pencil, Trash2 } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type DutyEventItem,
  type EventChange,
  type EventList,
  eventListSchema,
  longestEventTitle,
} from '#shared/protocol/deadlines-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { type Saving, useSaving } from '../state/saving.ts';
import { may, session } from '../state/session.ts';
import { TextField } from './fields.tsx';
import { FormFoot } from './form-foot.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';

interface EventCardProps {
  readonly subject: 'record' | 'node';
  readonly subjectId: string;
  /** Shown also where no rule counts back from events. */
  readonly isAlwaysShown?: boolean;
}

interface EventFormProps {
  readonly event: DutyEventItem | null;
  readonly saving: Saving;
  readonly onSubmit: (input: EventChange) => void;
  readonly onCancel: () => void;
}

function EventForm({ event, saving, onSubmit, onCancel }: EventFormProps) {
  const [title, setTitle] = useState(event?.title ?? '');
  const [on, setOn] = useState(event?.on ?? '');
  const isReady = title.trim() !== '' && on !== '' && !saving.isBusy;
  const submit = (submitted: SubmitEvent) => {
    submitted.preventDefault();
    if (isReady) onSubmit({ title: title.trim(), on });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <div class="form-grid">
        <TextField
          label={t('events.name')}
          hint={t('events.nameHint')}
          isRequired
          maxLength={longestEventTitle}
          value={title}
          onChange={(text) => setTitle(text ?? '')}
        />
        <TextField
          label={t('events.on')}
          type="date"
          isRequired
          value={on}
          onChange={(text) => setOn(text ?? '')}
        />
      </div>
      <FormFoot
        act={t(event === null ? 'events.add' : 'app.save')}
        isDisabled={!isReady}
        onCancel={onCancel}
      />
    </form>
  );
}

interface EventRowProps {
  readonly event: DutyEventItem;
  readonly isBusy: boolean;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function EventRow({ event, isBusy, canEdit, onEdit, onRemove }: EventRowProps) {
  const { title, on, isPast, isInherited } = event;
  return (
    <li class="row event-row">
      <span class="numeric">{on}</span>
      <span class="grow">{title}</span>
      {isPast && <span class="tag">{t('events.past')}</span>}
      {isInherited && <span class="tag">{t('events.inherited')}</span>}
      {canEdit && !isInherited && (
        <>
          <button
            type="button"
            class="button button-small"
            aria-label={`${t('events.edit')} ${title}`}
            onClick={onEdit}
          >
            <Icon node={Pencil} /> {t('events.edit')}
          </button>
          <button
            type="button"
            class="button button-small"
            aria-label={`${t('events.remove')} ${title}`}
            disabled={isBusy}
            onClick={onRemove}
          >
            <Icon node={Trash2} /> {t('events.remove')}
          </button>
        </>
      )}
    </li>
  );
}

/** Brings the card into view for whoever came to enter the day. */
function useArrival(isShown: boolean) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isShown && location.hash === '#events') element.current?.scrollIntoView({ block: 'center' });
  }, [isShown]);
  return element;
}

export function EventCard({ subject, subjectId, isAlwaysShown = false }: EventCardProps) {
  const query = new URLSearchParams({ subject, subjectId });
  const loaded = useLoaded(
    (signal) => request('GET', `/events?${query}`, eventListSchema, { signal }),
    [subject, subjectId],
  );
  const [changed, setChanged] = useState<EventList | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const saving = useSaving();
  const list = changed ?? loaded.value;
  const isShown = list !== null && (isAlwaysShown || list.isCounted || list.events.length > 0);
  const element = useArrival(isShown);
  const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
    saving.save(async () => {
      const answer = await request(method, path, eventListSchema, body === undefined ? {} : { body });
      setChanged(answer);
      setEdited(null);
    });
  if (loaded.error !== null) return <ProblemNotice error={loaded.error} retry={loaded.reload} />;
  if (list === null) return isAlwaysShown ? <Loading /> : null;
  if (!isShown) return null;
  const submit = (event: DutyEventItem | null, input: EventChange) =>
    event === null
      ? send('POST', '/events', { subject, subjectId, ...input })
      : send('PUT', `/events/${event.id}`, input);
  const close = () => setEdited(null);
  // All agencies share the nodes; whoever belongs to one enters events for its own matters and records.
  const isOwn = subject === 'record' || (session.value?.account.agencyId ?? null) === null;
  const canEdit = may('events.write') && isOwn;
  return (
    <section ref={element} id="events" class="card stack" aria-labelledby="events-title">
      <h2 id="events-title">{t('events.title')}</h2>
      <p class="secondary">{t(subject === 'node' ? 'events.leadNode' : 'events.lead')}</p>
      {!list.isCounted && <p class="secondary">{t('events.notCounted')}</p>}
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      {list.events.length === 0 && <p class="secondary">{t('events.none')}</p>}
      <ul class="event-list stack">
        {list.events.map((event) =>
          edited === event.id ? (
            <li key={event.id}>
              <EventForm
                event={event}
                saving={saving}
                onSubmit={(input) => submit(event, input)}
                onCancel={close}
              />
            </li>
          ) : (
            <EventRow
              key={event.id}
              event={event}
              isBusy={saving.isBusy}
              canEdit={canEdit}
              onEdit={() => setEdited(event.id)}
              onRemove={() => send('DELETE', `/events/${event.id}`)}
            />
          ),
        )}
      </ul>
      {edited === '' && (
        <EventForm event={null} saving={saving} onSubmit={(input) => submit(null, input)} onCancel={close} />
      )}
      {canEdit && edited !== '' && (
        <div class="row">
          <button type="button" class="button" onClick={() => setEdited('')}>
            <Icon node={CalendarPlus} /> {t('events.add')}
          </button>
        </div>
      )}
    </section>
  );
}
