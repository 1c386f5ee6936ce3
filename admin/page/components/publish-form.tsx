// What the next release brings to the terminals, a note for the record, and the act.
import { CircleCheck, Send } from 'lucide';
import { useState } from 'preact/hooks';
import type { PublishJobView, PublishPreview } from '#shared/protocol/hub-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { ChangeFigures, ChangeList } from './change-list.tsx';
import { useConfirm } from './confirm.tsx';
import { Icon } from './icon.tsx';
import { PublishProgress } from './publish-progress.tsx';

interface PublishFormProps {
  readonly preview: PublishPreview;
  /** What is running, or went wrong: told where the hand has just been. */
  readonly job: PublishJobView | null;
  readonly publish: (note: string) => void;
}

function Awaiting({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p class="notice notice-warn">
      <span>
        {t('publish.awaiting', { count: formatCount(count) })}{' '}
        <a href="/admin/records?state=awaiting">{t('today.awaitingAct')}</a>
      </span>
    </p>
  );
}

/** What changes beside records, in a line each. */
function SettingList({ settings }: Pick<PublishPreview, 'settings'>) {
  if (settings.length === 0) return null;
  return (
    <ul class="setting-list">
      {settings.map((setting) => (
        <li key={setting}>{t(`publish.setting.${setting}`)}</li>
      ))}
    </ul>
  );
}

export function PublishForm({ preview, job, publish }: PublishFormProps) {
  const isRunning = job?.state === 'running';
  const [note, setNote] = useState('');
  const confirm = useConfirm();
  const { added, changed, removed, nextVersion: version } = preview;
  const hasChanges = added + changed + removed > 0 || preview.settings.length > 0;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const figures = {
      version,
      added: formatCount(added),
      changed: formatCount(changed),
      removed: formatCount(removed),
    };
    if (!(await confirm.ask(t('publish.ask', figures), t('publish.act')))) return;
    publish(note.trim());
    setNote('');
  };
  let obstacle = '';
  if (!hasChanges) obstacle = t('publish.whyNothing');
  if (isRunning) obstacle = t('publish.whyRunning');
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t(hasChanges ? 'publish.next' : 'publish.nextNone', { version })}</h2>
      {hasChanges ? (
        <>
          <ChangeFigures preview={preview} />
          <SettingList settings={preview.settings} />
          <ChangeList preview={preview} />
        </>
      ) : (
        <p class="notice notice-good">
          <Icon node={CircleCheck} /> {t('publish.nothingNew')}
        </p>
      )}
      <Awaiting count={preview.awaitingReview} />
      <div class="field publish-note">
        <label for="publish-note">{t('publish.note')}</label>
        <input
          id="publish-note"
          class="input"
          maxLength={500}
          placeholder={t('publish.noteHint')}
          disabled={!hasChanges || isRunning}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div class="row">
        <button
          type="submit"
          class="button button-primary"
          disabled={obstacle !== ''}
          aria-describedby="publish-obstacle"
        >
          <Icon node={Send} /> {t('publish.act')}
        </button>
        <span id="publish-obstacle" class="secondary">
          {obstacle}
        </span>
      </div>
      {job?.state !== 'done' && <PublishProgress job={job} />}
      {confirm.dialog}
    </form>
  );
}
