// The head of the editor: which record this is, where it stands, and what can be done with it now and why not.
import { Save } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { RecordReview } from '#shared/protocol/workflow-api.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import type { RecordDraftState } from '../state/record-draft.ts';
import { currentReview } from '../state/review-stages.ts';
import { may } from '../state/session.ts';
import { Icon } from './icon.tsx';
import { mainActs, RecordActButtons } from './record-act-buttons.tsx';
import type { ButtonAct } from './record-acts.ts';
import { StateTag } from './state-tag.tsx';

interface EditorHeadProps {
  readonly draft: RecordDraftState;
  readonly review: RecordReview | null;
  readonly isActing: boolean;
  readonly onAct: (act: ButtonAct) => void;
}

/** What stands next for the newest version, for whoever is at the desk. */
function nextWords({ stored }: RecordDraftState, review: RecordReview | null): MessageKey {
  if (stored === null) return 'editor.saveFirst';
  if (stored.approvedVersion === stored.version) return 'editor.alreadyApproved';
  if (review?.mayDo.includes('pass')) return 'editor.mayDecide';
  if (review?.mayDo.includes('approve')) return 'editor.mayApprove';
  if (review?.mayDo.includes('submit')) return 'editor.maySubmit';
  return review?.reviews[0]?.step != null ? 'editor.inReview' : 'editor.waits';
}

/** Why nothing can be decided about the newest version yet; null when something can. */
export function actObstacle({ stored, isChanged }: RecordDraftState): MessageKey | null {
  return stored === null || isChanged ? 'editor.saveFirst' : null;
}

/** The one line that always tells how things stand: saving, unsaved, or saved and what comes next. */
function standingWords(draft: RecordDraftState, review: RecordReview | null): string {
  if (draft.isSaving) return t('editor.saving');
  if (draft.isChanged) return `${t('editor.unsaved')} · ${t('editor.saveFirst')}`;
  if (draft.stored === null) return t('editor.saveFirst');
  const next = t(nextWords(draft, review));
  return may('records.write') ? `${t('app.saved')} · ${next}` : next;
}

function HeadWords({ draft, review }: Pick<EditorHeadProps, 'draft' | 'review'>) {
  const { stored, content } = draft;
  const title = content.title.trim() || t('records.new');
  useEffect(() => {
    document.title = t('app.titleOf', { place: title });
  }, [title]);
  return (
    <div class="work-head-words">
      <a href="/admin/records">← {t('place.records')}</a>
      <h1 title={title}>{title}</h1>
      {stored && (
        <p class="row">
          <StateTag
            record={{
              ...stored,
              isPublished: stored.publishedVersion === stored.version,
              review: currentReview({ review: review?.reviews[0] ?? null, version: stored.version }),
            }}
          />
          <span class="numeric">{t('editor.version', { version: stored.version })}</span>
          <span class="numeric">
            {t('editor.code')} {stored.code}
          </span>
        </p>
      )}
    </div>
  );
}

export function EditorHead({ draft, review, isActing, onAct }: EditorHeadProps) {
  const obstacle = actObstacle(draft);
  return (
    <header class="work-head editor-head">
      <HeadWords draft={draft} review={review} />
      <div class="editor-acts">
        <div class="row">
          {may('records.write') && (
            <button
              type="submit"
              class={`button ${draft.isChanged || review === null ? 'button-primary' : ''}`}
              // Of a new record the form says what it still lacks.
              disabled={draft.isSaving || !(draft.isChanged || draft.stored === null)}
            >
              <Icon node={Save} /> {t('app.save')}
            </button>
          )}
          {review && (
            <RecordActButtons
              acts={mainActs}
              review={review}
              obstacle={obstacle === null ? '' : t(obstacle)}
              isBusy={isActing}
              describedBy="editor-standing"
              onAct={onAct}
            />
          )}
        </div>
        <p role="status" id="editor-standing" class="secondary">
          {standingWords(draft, review)}
        </p>
      </div>
    </header>
  );
}
