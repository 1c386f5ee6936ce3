// The editor of one record: the form at the left, what the terminal will show at the right, its review above both.
import { useRef, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { AttachmentsField } from '../components/attachments-field.tsx';
import { BodyField } from '../components/body-field.tsx';
import { type Confirm, useConfirm } from '../components/confirm.tsx';
import { DetailsForm } from '../components/details-form.tsx';
import { DoneNotice } from '../components/done-notice.tsx';
import { actObstacle, EditorHead } from '../components/editor-head.tsx';
import { EventCard } from '../components/event-card.tsx';
import { FindingsPanel } from '../components/findings-panel.tsx';
import { HeaderForm } from '../components/header-form.tsx';
import { KioskPreview } from '../components/kiosk-preview.tsx';
import { Loading } from '../components/loading.tsx';
import { OvertakenPanel } from '../components/overtaken-panel.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { type ButtonAct, performs } from '../components/record-acts.ts';
import { RestoredNotice } from '../components/restored-notice.tsx';
import { ReviewPanel } from '../components/review-panel.tsx';
import { TransferOrigin } from '../components/transfer-origin.tsx';
import { VersionList } from '../components/version-list.tsx';
import { useWordsDialog, type WordsDialog } from '../components/words-dialog.tsx';
import { WorkHead } from '../components/work-head.tsx';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { emptyDetails } from '../state/detail-fields.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { type RecordDraftState, useRecordDraft } from '../state/record-draft.ts';
import { type RecordReviewState, useRecordReview } from '../state/record-review.ts';
import { addComment, resolveComment } from '../state/review-calls.ts';
import { isSaveKey } from '../state/save-key.ts';
import { may } from '../state/session.ts';

type Agencies = ReturnType<typeof useAgencies>['value'];

function EditorForm({ draft, agencies }: { readonly draft: RecordDraftState; readonly agencies: Agencies }) {
  const { content, stored, change } = draft;
  const isReadOnly = !may('records.write');
  const details = (content.details ?? emptyDetails(content.kind)) as Readonly<Record<string, unknown>> | null;
  const header = (
    <fieldset class={`bare stack${isReadOnly ? ' reading' : ''}`} disabled={isReadOnly}>
      <HeaderForm content={content} agencies={agencies ?? []} isNew={stored === null} onChange={change} />
      {details && (
        <DetailsForm
          kind={content.kind}
          values={details}
          files={content.attachments.map(({ name }) => name)}
          onChange={(next) => change({ details: next })}
        />
      )}
    </fieldset>
  );
  return (
    <div class="stack">
      {stored && <FindingsPanel record={stored} isChanged={draft.isChanged} />}
      {!isReadOnly && header}
      <BodyField
        html={content.bodyHtml}
        revision={draft.bodyRevision}
        isReadOnly={isReadOnly}
        onChange={(bodyHtml) => change({ bodyHtml })}
      />
      {/* Whoever decides reads the text first. */}
      {isReadOnly && header}
      <fieldset class="bare" disabled={isReadOnly}>
        <AttachmentsField value={content.attachments} onChange={(attachments) => change({ attachments })} />
      </fieldset>
      {stored && <VersionList record={stored} />}
    </div>
  );
}

interface Acting {
  readonly state: RecordReviewState;
  readonly confirm: Confirm;
  readonly words: WordsDialog;
  readonly act: (act: ButtonAct) => void;
}

/** Acts on this one record after a word on what each means. */
function useActs(draft: RecordDraftState): Acting {
  const { stored } = draft;
  const state = useRecordReview(stored?.id ?? null, stored?.version ?? 0, draft.refresh);
  const confirm = useConfirm();
  const words = useWordsDialog();
  const act = (what: ButtonAct) => {
    const { review } = state;
    if (stored && review) void performs[what]({ record: stored, review, state, confirm, words });
  };
  return { state, confirm, words, act };
}

function Review({ draft, acting }: { readonly draft: RecordDraftState; readonly acting: Acting }) {
  const { stored } = draft;
  const { state, act } = acting;
  if (!stored || !state.review) return null;
  const obstacle = actObstacle(draft);
  return (
    <ReviewPanel
      record={stored}
      review={state.review}
      obstacle={obstacle === null ? '' : t(obstacle)}
      isBusy={state.isBusy}
      onAct={act}
      onComment={(comment) => state.run(() => addComment(stored.id, comment), null)}
      onResolve={(id) => void state.run(() => resolveComment(stored.id, id), null)}
    />
  );
}

function Notices({
  draft,
  acting,
  problem,
}: {
  readonly draft: RecordDraftState;
  readonly acting: Acting;
  readonly problem: unknown;
}) {
  const { done, isBusy, run } = acting.state;
  const undo = done?.undo ?? null;
  return (
    <div class="stack editor-notices">
      {problem !== null && <ProblemNotice error={problem} />}
      {done && (
        <DoneNotice
          words={t(done.said)}
          isBusy={isBusy}
          {...(undo ? { onUndo: () => void run(undo, { said: 'act.undone', undo: null }) } : {})}
        />
      )}
      <TransferOrigin recordId={draft.stored?.id ?? null} />
      <OvertakenPanel draft={draft} />
      {draft.isRestored && draft.isChanged && !draft.overtaken && (
        <RestoredNotice onDiscard={draft.discard} />
      )}
    </div>
  );
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
  const acting = useActs(draft);
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
  const { state, confirm, words, act } = acting;
  return (
    <>
      <form ref={form} onSubmit={submit} onKeyDown={saveByKey}>
        <EditorHead draft={draft} review={state.review} isActing={state.isBusy} onAct={act} />
        <Notices draft={draft} acting={acting} problem={draft.error ?? state.error ?? agencies.error} />
        <div class="stack">
          <Review draft={draft} acting={acting} />
          <div class="editor">
            <EditorForm draft={draft} agencies={agencies.value} />
            <KioskPreview
              content={draft.content}
              agencyName={agencyName}
              version={(draft.stored?.version ?? 0) + 1}
            />
          </div>
        </div>
      </form>
      {draft.stored && <EventCard subject="record" subjectId={draft.stored.id} />}
      {confirm.dialog}
      {words.dialog}
    </>
  );
}
