// One release group: when it goes out, what is in it, whether each part is ready, and letting it go.
import { CalendarClock, CircleAlert, CircleCheck, Eye, Hourglass, Pencil, Send, Trash2, X } from 'lucide';
import { useState } from 'preact/hooks';
import type { ReleaseGroup } from '#shared/protocol/workflow-api.ts';
import { formatCount, formatTime, t } from '../i18n/index.ts';
import { waitingItems } from '../state/release-groups.ts';
import { may } from '../state/session.ts';
import { GroupPreview } from './group-preview.tsx';
import { Icon } from './icon.tsx';

interface GroupCardProps {
  readonly group: ReleaseGroup;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onRemoveItem: (recordId: string) => void;
  readonly onRemove: () => void;
  readonly onRelease: () => void;
}

const looks = { open: '', released: 'tag-good', failed: 'tag-bad' } as const;

function Items({ group, onRemoveItem }: Pick<GroupCardProps, 'group' | 'onRemoveItem'>) {
  const mayChange = group.state === 'open' && may('release.schedule');
  return (
    <ul class="group-items">
      {group.items.map(({ recordId, version, title, isReady }) => (
        <li key={recordId}>
          <span class={`tag ${isReady ? 'tag-good' : 'tag-warn'}`}>
            <Icon node={isReady ? CircleCheck : Hourglass} />{' '}
            {t(group.state === 'released' ? 'groups.itemOut' : isReady ? 'groups.ready' : 'groups.notReady')}
          </span>
          <a class="grow-text" href={`/admin/records/${recordId}`}>
            {title}
          </a>
          <span class="secondary numeric">{t('editor.version', { version })}</span>
          {mayChange && (
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label={t('groups.removeItem', { title })}
              onClick={() => onRemoveItem(recordId)}
            >
              <Icon node={X} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Why the group cannot go out now; empty when it can. */
function obstacleOf(group: ReleaseGroup): string {
  if (group.items.length === 0) return t('groups.empty');
  const waiting = waitingItems(group);
  return waiting === 0 ? '' : t('groups.waiting', { count: formatCount(waiting) });
}

function Acts({ group, isBusy, onEdit, onRemove, onRelease }: GroupCardProps) {
  const obstacle = obstacleOf(group);
  const mayPlan = may('release.schedule');
  return (
    <div class="row">
      {mayPlan && (
        <>
          <button
            type="button"
            class="button button-primary"
            disabled={isBusy || obstacle !== ''}
            title={obstacle}
            onClick={onRelease}
          >
            <Icon node={Send} /> {t('groups.release')}
          </button>
          <button type="button" class="button" disabled={isBusy} onClick={onEdit}>
            <Icon node={Pencil} /> {t('groups.edit')}
          </button>
          <button type="button" class="button" disabled={isBusy} onClick={onRemove}>
            <Icon node={Trash2} /> {t('groups.remove')}
          </button>
        </>
      )}
      <span class="secondary">{obstacle}</span>
    </div>
  );
}

export function GroupCard(props: GroupCardProps) {
  const { group } = props;
  const { title, at, state, items, createdBy, createdAt, releasedAt, problem } = group;
  const [isPreviewing, setPreviewing] = useState(false);
  const [isOpen, setOpen] = useState(state !== 'released');
  const when =
    state === 'released' && releasedAt
      ? t('groups.releasedAt', { at: formatTime(releasedAt) })
      : at === null
        ? t('groups.byHand')
        : t('groups.goesOut', { at: formatTime(at) });
  return (
    <section class="card stack group-card" aria-label={title}>
      <div class="row group-head">
        <h2>{title}</h2>
        <span class={`tag ${looks[state]}`}>{t(`groups.state.${state}`)}</span>
        <span class="row group-when">
          <Icon node={CalendarClock} /> {when}
        </span>
        <span class="secondary">{t('groups.madeBy', { name: createdBy, at: formatTime(createdAt) })}</span>
      </div>
      {problem && (
        <p class="notice notice-problem" role="alert">
          <Icon node={CircleAlert} /> {t('groups.problem', { message: problem.message })}
        </p>
      )}
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('groups.items', { count: formatCount(items.length) })}</summary>
        <Items {...props} />
        {isPreviewing && <GroupPreview id={group.id} items={items} />}
      </details>
      {items.length > 0 && (
        <button
          type="button"
          class="button group-look"
          aria-pressed={isPreviewing}
          onClick={() => {
            setPreviewing(!isPreviewing);
            setOpen(true);
          }}
        >
          <Icon node={Eye} /> {t(isPreviewing ? 'groups.hidePreview' : 'groups.preview')}
        </button>
      )}
      {state !== 'released' && <Acts {...props} />}
    </section>
  );
}
