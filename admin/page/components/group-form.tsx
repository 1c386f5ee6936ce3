// Names a release group and says when it goes out.
import { useEffect, useRef, useState } from 'preact/hooks';
import { instantOfLocalTime, localTimeOf } from '#shared/catalogue/shown-span.ts';
import type { ReleaseGroup } from '#shared/protocol/workflow-api.ts';
import { t } from '../i18n/index.ts';
import { inputOf, saveGroup } from '../state/release-groups.ts';
import { useSaving } from '../state/saving.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { TextField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';

interface GroupFormProps {
  /** Null for a new one. */
  readonly group: ReleaseGroup | null;
  readonly onClose: (isSaved: boolean) => void;
}

export function GroupForm({ group, onClose }: GroupFormProps) {
  const element = useRef<HTMLDialogElement>(null);
  const isSaved = useRef(false);
  const saving = useSaving();
  const [title, setTitle] = useState(group?.title ?? '');
  const [time, setTime] = useState(localTimeOf(group?.at ?? null));
  useEffect(() => element.current?.showModal(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const at = time === '' ? null : instantOfLocalTime(time);
    const input = { items: [], ...(group ? inputOf(group) : {}), title: title.trim(), at };
    isSaved.current = await saving.save(() => saveGroup(group?.id ?? null, input));
    if (isSaved.current) element.current?.close();
  };
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby="group-form-title"
      onClose={() => onClose(isSaved.current)}
    >
      <form class="stack" onSubmit={submit}>
        <h2 id="group-form-title">{t(group ? 'groups.edit' : 'groups.new')}</h2>
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
        {saving.error !== null && <ProblemNotice error={saving.error} />}
        <DialogFoot
          act={t('groups.keep')}
          isDisabled={saving.isBusy || title.trim() === ''}
          onCancel={() => element.current?.close()}
        />
      </form>
    </dialog>
  );
}
