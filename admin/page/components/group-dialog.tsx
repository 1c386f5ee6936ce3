// Puts the ticked records into a release group: one that is there, or a new one.
import { useEffect, useRef, useState } from 'preact/hooks';
import { instantOfLocalTime } from '#shared/catalogue/shown-span.ts';
import { formatCount, t } from '../i18n/index.ts';
import { inputOf, saveGroup, useGroups, withItems } from '../state/release-groups.ts';
import type { VersionItem } from '../state/review-calls.ts';
import { useSaving } from '../state/saving.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { SelectField, TextField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';

interface GroupDialogProps {
  readonly items: readonly VersionItem[];
  readonly onClose: () => void;
}

/** As many as one group may hold. */
const mostItems = 500;

export function GroupDialog({ items, onClose }: GroupDialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const groups = useGroups();
  const saving = useSaving();
  const [chosen, setChosen] = useState('');
  const [title, setTitle] = useState('');
  const [time, setTime] = useState('');
  useEffect(() => element.current?.showModal(), []);
  const open = (groups.value ?? []).filter(({ state }) => state === 'open');
  const group = open.find(({ id }) => id === chosen);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const at = time === '' ? null : instantOfLocalTime(time);
    const input = withItems(group ? inputOf(group) : { title: title.trim(), at, items: [] }, items);
    if (await saving.save(() => saveGroup(group?.id ?? null, input))) element.current?.close();
  };
  const isTooMany = items.length > mostItems;
  return (
    <dialog ref={element} class="dialog" aria-labelledby="group-title" onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <h2 id="group-title">{t('groups.addSelected')}</h2>
        <p class="secondary">{t('groups.addLead', { count: formatCount(items.length) })}</p>
        {isTooMany && <p class="notice notice-warn">{t('groups.tooMany', { most: mostItems })}</p>}
        <SelectField
          label={t('groups.which')}
          value={chosen}
          none={t('groups.newOne')}
          options={open.map((one) => [one.id, one.title])}
          onChange={setChosen}
        />
        {!group && (
          <>
            <TextField
              label={t('groups.title')}
              isRequired
              maxLength={200}
              value={title}
              onChange={(value) => setTitle(value ?? '')}
            />
            <TextField
              type="datetime-local"
              label={t('groups.at')}
              hint={t('groups.atHint')}
              value={time}
              onChange={(value) => setTime(value ?? '')}
            />
          </>
        )}
        {(saving.error ?? groups.error) !== null && <ProblemNotice error={saving.error ?? groups.error} />}
        <DialogFoot
          act={t('groups.add')}
          isDisabled={saving.isBusy || isTooMany || (!group && title.trim() === '')}
          onCancel={() => element.current?.close()}
        />
      </form>
    </dialog>
  );
}
