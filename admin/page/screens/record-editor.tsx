// The editor of one record: the form at the left, what the terminal will show at the right.
import { useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { AttachmentsField } from '../components/attachments-field.tsx';
import { BodyField } from '../components/body-field.tsx';
import { BulkOutcomeNotice } from '../components/bulk-outcome.tsx';
import { useConfirm } from '../components/confirm.tsx';
import { DetailsForm } from '../components/details-form.tsx';
import { EditorHead } from '../components/editor-head.tsx';
import { HeaderForm } from '../components/header-form.tsx';
import { KioskPreview } from '../components/kiosk-preview.tsx';
import { Loading } from '../components/loading.tsx';
import { OvertakenPanel } from '../components/overtaken-panel.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { RestoredNotice } from '../components/restored-notice.tsx';
import { TransferOrigin } from '../components/transfer-origin.tsx';
import { VersionList } from '../components/version-list.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { type BulkWhat, useBulkAct } from '../state/bulk-act.ts';
import { emptyDetails } from '../state/detail-fields.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { type RecordDraftState, useRecordDraft } from '../state/record-draft.ts';
import { isSaveKey } from '../state/save-key.ts';

type Agencies = ReturnType<typeof useAgencies>['value'];

function EditorForm({ draft, agencies }: { readonly draft: RecordDraftState; readonly agencies: Agencies }) {
  const { content, stored, change } = draft;
  const details = (content.details ?? emptyDetails(content.kind)) as Readonly<Record<string, unknown>> | null;
  return (
    <div class="stack">
      <HeaderForm content={content} agencies={agencies ?? []} isNew={stored === null} onChange={change} />
      {details && (
        <DetailsForm
          kind={content.kind}
          values={details}
          files={content.attachments.map(({ name }) => name)}
          onChange={(next) => change({ details: next })}
        />
      )}
      <BodyField
        html={content.bodyHtml}
        revision={draft.bodyRevision}
        onChange={(bodyHtml) => change({ bodyHtml })}
      />
      <AttachmentsField value={content.attachments} onChange={(attachments) => change({ attachments })} />
      {stored && <VersionList record={stored} />}
    </div>
  );
}

/** Approves or withdraws this one record after a word on what that means. */
function useReview(draft: RecordDraftState) {
  const bulk = useBulkAct();
  const confirm = useConfirm();
  const act = async (what: BulkWhat) => {
    if (!draft.stored) return;
    const question = t(`records.${what}Ask`, { count: 1 });
    if (!(await confirm.ask(question, t(`records.${what}`)))) return;
    if (await bulk.run(what, [draft.stored.id])) await draft.refresh();
  };
  return { ...bulk, act, dialog: confirm.dialog };
}

function FailedToOpen({ error }: { readonly error: unknown }) {
  return (
    <>
      <WorkHead title={t('place.records')} />
      <ProblemNotice error={error} retry={() => location.reload()} />
    </>
  );
}

export function RecordEditor() {
  const { params } = useRoute();
  const { route } = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const id = params.id ?? 'new';
  const draft = useRecordDraft(id);
  const agencies = useAgencies();
  const review = useReview(draft);
  const [hasOpened, setOpened] = useState(false);
  useLeaveGuard(draft.isChanged ? t('editor.leaveAsk') : null);
  if (!draft.isLoading && draft.error === null && !hasOpened) setOpened(true);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (draft.isSaving || !draft.isChanged) return;
    const saved = await draft.save();
    if (saved && id === 'new') route(`/admin/records/${saved.id}`, true);
  };
  const saveByKey = (event: KeyboardEvent) => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  if (draft.isLoading) return <Loading />;
  if (!hasOpened && draft.error !== null) return <FailedToOpen error={draft.error} />;
  const agencyName = agencies.value?.find((agency) => agency.id === draft.content.agencyId)?.name ?? '';
  const problem = draft.error ?? review.error ?? agencies.error;
  return (
    <form ref={form} onSubmit={submit} onKeyDown={saveByKey}>
      <EditorHead draft={draft} isActing={review.isBusy} onAct={review.act} />
      <div class="stack editor-notices">
        {problem !== null && <ProblemNotice error={problem} />}
        {review.outcome && review.outcome.done === 0 && <BulkOutcomeNotice outcome={review.outcome} />}
        <TransferOrigin recordId={draft.stored?.id ?? null} />
        <OvertakenPanel draft={draft} />
        {draft.isRestored && draft.isChanged && !draft.overtaken && (
          <RestoredNotice onDiscard={draft.discard} />
        )}
      </div>
      <div class="editor">
        <EditorForm draft={draft} agencies={agencies.value} />
        <KioskPreview
          content={draft.content}
          agencyName={agencyName}
          version={(draft.stored?.version ?? 0) + 1}
        />
      </div>
      {review.dialog}
    </form>
  );
}
