// Publishing: what every terminal will gain, change and lose, then the act itself with its progress.
import { CircleCheck, Send } from 'lucide';
import { useState } from 'preact/hooks';
import { type PublishPreview, publishPreviewSchema, releaseListSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { useConfirm } from '../components/confirm.tsx';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { PublishProgress } from '../components/publish-progress.tsx';
import { ReleaseTable } from '../components/release-table.tsx';
import { formatCount, t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { usePublishJob } from '../state/publish-job.ts';

const changes = ['added', 'changed', 'removed'] as const;
const looks = { added: 'tag-good', changed: 'tag-warn', removed: 'tag-bad' } as const;

function ChangeFigures({ preview }: { readonly preview: PublishPreview }) {
  return (
    <dl class="figures">
      {changes.map((change) => (
        <div key={change}>
          <dt>{t(`change.${change}`)}</dt>
          <dd class="figure numeric">{formatCount(preview[change])}</dd>
        </div>
      ))}
    </dl>
  );
}

function ChangeList({ preview }: { readonly preview: PublishPreview }) {
  const total = preview.added + preview.changed + preview.removed;
  return (
    <>
      <section class="table-wrap change-list" aria-label={t('publish.changes')}>
        <table class="table">
          <tbody>
            {preview.items.map((item) => (
              <tr key={item.id}>
                <td>
                  <span class={`tag ${looks[item.change]}`}>{t(`change.${item.change}`)}</span>
                </td>
                <td class="grow">
                  <a href={`/admin/records/${item.id}`}>{item.title}</a>
                </td>
                <td>{t(`kind.${item.kind}`)}</td>
                <td>{item.agencyName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > preview.items.length && (
        <p class="secondary">
          {t('publish.moreChanges', { count: formatCount(total - preview.items.length) })}
        </p>
      )}
    </>
  );
}

interface PublishFormProps {
  readonly preview: PublishPreview;
  readonly isRunning: boolean;
  readonly publish: (note: string) => void;
}

function PublishForm({ preview, isRunning, publish }: PublishFormProps) {
  const [note, setNote] = useState('');
  const confirm = useConfirm();
  const hasChanges = preview.added + preview.changed + preview.removed > 0;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { added, changed, removed, nextVersion } = preview;
    if (await confirm.ask(t('publish.ask', { version: nextVersion, added, changed, removed }))) publish(note);
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <h2>{t('publish.next', { version: preview.nextVersion })}</h2>
      {hasChanges ? (
        <>
          <ChangeFigures preview={preview} />
          <ChangeList preview={preview} />
        </>
      ) : (
        <p class="notice notice-good">
          <Icon node={CircleCheck} /> {t('publish.nothingNew')}
        </p>
      )}
      {preview.awaitingReview > 0 && (
        <p class="notice notice-warn">
          {t('publish.awaiting', { count: formatCount(preview.awaitingReview) })}{' '}
          <a href="/admin/records?state=draft">{t('today.awaitingAct')}</a>
        </p>
      )}
      <div class="field">
        <label for="publish-note">{t('publish.note')}</label>
        <input
          id="publish-note"
          class="input"
          maxLength={500}
          placeholder={t('publish.noteHint')}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div class="row">
        <button type="submit" class="button button-primary" disabled={isRunning || !hasChanges}>
          <Icon node={Send} /> {t('publish.act')}
        </button>
      </div>
      {confirm.dialog}
    </form>
  );
}

export function Publish() {
  const preview = useLoaded(
    (signal) => request('GET', '/publish/preview', publishPreviewSchema, { signal }),
    [],
  );
  const releases = useLoaded((signal) => request('GET', '/releases', releaseListSchema, { signal }), []);
  const job = usePublishJob(() => {
    preview.reload();
    releases.reload();
  });
  return (
    <div class="stack">
      <header class="work-head">
        <div>
          <h1>{t('place.publish')}</h1>
          <p>{t('publish.lead')}</p>
        </div>
      </header>
      <PublishProgress job={job.job} />
      {job.error !== null && <ProblemNotice error={job.error} />}
      {preview.error !== null && <ProblemNotice error={preview.error} retry={preview.reload} />}
      {preview.value ? (
        <PublishForm preview={preview.value} isRunning={job.isRunning} publish={job.publish} />
      ) : (
        preview.isLoading && (
          <div class="skeleton skeleton-block" role="status" aria-label={t('app.loading')} />
        )
      )}
      {releases.value && <ReleaseTable releases={releases.value.releases} />}
    </div>
  );
}
