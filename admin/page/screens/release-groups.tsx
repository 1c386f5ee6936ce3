// Release groups: versions that become public together, at a time or by somebody's hand.
import { PackageOpen, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { ReleaseGroup } from '#shared/protocol/workflow-api.ts';
import { useConfirm } from '../components/confirm.tsx';
import { DoneNotice } from '../components/done-notice.tsx';
import { GroupCard } from '../components/group-card.tsx';
import { GroupForm } from '../components/group-form.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { PublishTabs } from '../components/publish-tabs.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { formatCount, t } from '../i18n/index.ts';
import {
  inOrder,
  inputOf,
  releaseGroup,
  removeGroup,
  saveGroup,
  useGroups,
  withoutItem,
} from '../state/release-groups.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';

function NoGroups({ onNew }: { readonly onNew: () => void }) {
  return (
    <div class="card empty">
      <Icon node={PackageOpen} />
      <p>{t('groups.none')}</p>
      {may('release.schedule') && (
        <button type="button" class="button button-primary" onClick={onNew}>
          <Icon node={Plus} /> {t('groups.new')}
        </button>
      )}
    </div>
  );
}

interface Done {
  readonly words: string;
  readonly undo: (() => Promise<unknown>) | null;
}

export function ReleaseGroups() {
  const groups = useGroups();
  const saving = useSaving();
  const confirm = useConfirm();
  const [edited, setEdited] = useState<ReleaseGroup | 'new' | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const run = async (act: () => Promise<unknown>, next: Done | null) => {
    setDone(null);
    if (await saving.save(act)) setDone(next);
    groups.reload();
  };
  const release = async (group: ReleaseGroup) => {
    const question = t('groups.releaseAsk', { title: group.title, count: formatCount(group.items.length) });
    if (!(await confirm.ask(question, t('groups.release')))) return;
    await run(() => releaseGroup(group.id), {
      words: t('groups.released', { title: group.title }),
      undo: null,
    });
  };
  const remove = async (group: ReleaseGroup) => {
    if (!(await confirm.ask(t('groups.removeAsk', { title: group.title }), t('groups.remove')))) return;
    const undo = () => saveGroup(null, inputOf(group));
    await run(() => removeGroup(group.id), { words: t('groups.removed', { title: group.title }), undo });
  };
  const removeItem = (group: ReleaseGroup, recordId: string) => {
    const before = inputOf(group);
    const undo = () => saveGroup(group.id, before);
    void run(() => saveGroup(group.id, withoutItem(before, recordId)), {
      words: t('groups.itemRemoved'),
      undo,
    });
  };
  const undo = done?.undo ?? null;
  const error = saving.error ?? groups.error;
  return (
    <div class="stack">
      <WorkHead title={t('publish.tab.groups')} lead={t('groups.lead')}>
        {may('release.schedule') && (
          <button type="button" class="button button-primary" onClick={() => setEdited('new')}>
            <Icon node={Plus} /> {t('groups.new')}
          </button>
        )}
      </WorkHead>
      <PublishTabs />
      {error !== null && <ProblemNotice error={error} retry={groups.reload} />}
      {done && (
        <DoneNotice
          words={done.words}
          isBusy={saving.isBusy}
          {...(undo ? { onUndo: () => void run(undo, { words: t('act.undone'), undo: null }) } : {})}
        />
      )}
      {!groups.value && groups.isLoading && <Loading />}
      {groups.value?.length === 0 && <NoGroups onNew={() => setEdited('new')} />}
      {inOrder(groups.value ?? []).map((group) => (
        <GroupCard
          key={group.id}
          group={group}
          isBusy={saving.isBusy}
          onEdit={() => setEdited(group)}
          onRemoveItem={(recordId) => removeItem(group, recordId)}
          onRemove={() => void remove(group)}
          onRelease={() => void release(group)}
        />
      ))}
      {edited !== null && (
        <GroupForm
          group={edited === 'new' ? null : edited}
          onClose={(isSaved) => {
            setEdited(null);
            if (isSaved) groups.reload();
          }}
        />
      )}
      {confirm.dialog}
    </div>
  );
}
