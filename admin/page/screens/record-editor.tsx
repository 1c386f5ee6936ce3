// The editor of one record: the form at the left, what the terminal will show at the right.
import { BadgeCheck, Save } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { lazy, useLocation, useRoute } from 'preact-iso';
import { bulkAnswerSchema } from '#shared/protocol/hub-api.ts';
import { RequestError, request } from '../api/client.ts';
import { AttachmentsField } from '../components/attachments-field.tsx';
import { DetailsForm } from '../components/details-form.tsx';
import { HeaderForm } from '../components/header-form.tsx';
import { Icon } from '../components/icon.tsx';
import { KioskPreview } from '../components/kiosk-preview.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { VersionList } from '../components/version-list.tsx';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { emptyDetails } from '../state/detail-fields.ts';
import { type RecordDraftState, useRecordDraft } from '../state/record-draft.ts';

const BodyEditor = lazy(() => import('../components/body-editor.tsx'));

function SaveState({ draft }: { readonly draft: RecordDraftState }) {
  let words = draft.stored ? t('app.saved') : '';
  if (draft.isChanged) words = t('editor.unsaved');
  if (draft.isSaving) words = t('editor.saving');
  return (
    <span role="status" class="secondary">
      {words}
    </span>
  );
}

/** Words unsaved in the form are not lost by closing the tab without a warning. */
function useLeaveWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);
}

function EditorHead({ draft, approve }: { readonly draft: RecordDraftState; readonly approve: () => void }) {
  const { stored, content } = draft;
  const canApprove = stored !== null && !draft.isChanged && stored.approvedVersion !== stored.version;
  return (
    <header class="work-head editor-head">
      <div>
        <a href="/admin/records">← {t('place.records')}</a>
        <h1>{content.title || t('records.new')}</h1>
        <p class="row">
          {stored && (
            <StateTag record={{ ...stored, isPublished: stored.publishedVersion === stored.version }} />
          )}
          {stored && <span class="numeric">{t('editor.version', { version: stored.version })}</span>}
          {stored && <span class="numeric">{stored.code}</span>}
        </p>
      </div>
      <div class="row">
        <SaveState draft={draft} />
        <button type="submit" class="button button-primary" disabled={draft.isSaving || !draft.isChanged}>
          <Icon node={Save} /> {t('app.save')}
        </button>
        <button type="button" class="button" disabled={!canApprove} onClick={approve}>
          <Icon node={BadgeCheck} /> {t('records.approve')}
        </button>
      </div>
    </header>
  );
}

function EditorProblem({ draft }: { readonly draft: RecordDraftState }) {
  if (draft.error === null) return null;
  const isConflict = draft.error instanceof RequestError && draft.error.problem.code === 'store.conflict';
  return (
    <div class="stack">
      <ProblemNotice error={draft.error} />
      {isConflict && (
        <div class="row">
          <button type="button" class="button" onClick={draft.reload}>
            {t('editor.takeTheirs')}
          </button>
        </div>
      )}
    </div>
  );
}

function EditorForm({ draft }: { readonly draft: RecordDraftState }) {
  const { content, stored, change } = draft;
  const details = (content.details ?? emptyDetails(content.kind)) as Readonly<Record<string, unknown>> | null;
  return (
    <div class="stack">
      <HeaderForm content={content} isNew={stored === null} onChange={change} />
      {details && (
        <DetailsForm kind={content.kind} values={details} onChange={(next) => change({ details: next })} />
      )}
      <section class="card stack" aria-labelledby="editor-body">
        <h2 id="editor-body">{t('editor.body')}</h2>
        <BodyEditor
          html={content.bodyHtml}
          revision={`${stored?.id ?? 'new'}:${stored?.version ?? 0}`}
          onChange={(bodyHtml) => change({ bodyHtml })}
        />
      </section>
      <AttachmentsField value={content.attachments} onChange={(attachments) => change({ attachments })} />
      {stored && <VersionList record={stored} />}
    </div>
  );
}

export function RecordEditor() {
  const { params } = useRoute();
  const { route } = useLocation();
  const id = params.id ?? 'new';
  const draft = useRecordDraft(id);
  const agencies = useAgencies();
  const [approvalError, setApprovalError] = useState<unknown>(null);
  useLeaveWarning(draft.isChanged);
  const agencyName = agencies.value?.find((agency) => agency.id === draft.content.agencyId)?.name ?? '';

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const saved = await draft.save();
    if (saved && id === 'new') route(`/admin/records/${saved.id}`, true);
  };
  const approve = async () => {
    setApprovalError(null);
    try {
      await request('POST', '/records/approve', bulkAnswerSchema, { body: { ids: [id] } });
      draft.reload();
    } catch (failure) {
      setApprovalError(failure);
    }
  };

  if (draft.isLoading)
    return <div class="skeleton skeleton-block" role="status" aria-label={t('app.loading')} />;
  return (
    <form onSubmit={submit}>
      <EditorHead draft={draft} approve={approve} />
      <EditorProblem draft={draft} />
      {approvalError !== null && <ProblemNotice error={approvalError} />}
      <div class="editor">
        <EditorForm draft={draft} />
        <KioskPreview
          content={draft.content}
          agencyName={agencyName}
          version={(draft.stored?.version ?? 0) + 1}
        />
      </div>
    </form>
  );
}
