// The head of the editor: which record this is, where it stands, and what can be done with it now and why not.
import { BadgeCheck, Save, Undo2 } from 'lucide';
import { useEffect } from 'preact/hooks';
import { type MessageKey, t } from '../i18n/index.ts';
import type { BulkWhat } from '../state/bulk-act.ts';
import type { RecordDraftState } from '../state/record-draft.ts';
import { Icon } from './icon.tsx';
import { StateTag } from './state-tag.tsx';

interface EditorHeadProps {
  readonly draft: RecordDraftState;
  readonly isActing: boolean;
  readonly onAct: (what: BulkWhat) => void;
}

/** Why the newest version cannot be approved now; null when it can. */
function approvalObstacle({ stored, isChanged }: RecordDraftState): MessageKey | null {
  if (stored === null || isChanged) return 'editor.saveFirst';
  return stored.approvedVersion === stored.version ? 'editor.alreadyApproved' : null;
}

/** The one line that always tells how things stand: saving, unsaved, or saved and what comes next. */
function standingWords(draft: RecordDraftState): string {
  if (draft.isSaving) return t('editor.saving');
  const obstacle = approvalObstacle(draft);
  if (draft.isChanged) return `${t('editor.unsaved')} · ${t('editor.saveFirst')}`;
  if (draft.stored === null) return t('editor.saveFirst');
  return `${t('app.saved')} · ${t(obstacle ?? 'editor.mayApprove')}`;
}

export function EditorHead({ draft, isActing, onAct }: EditorHeadProps) {
  const { stored, content } = draft;
  const title = content.title.trim() || t('records.new');
  const obstacle = approvalObstacle(draft);
  const isPublic = stored !== null && stored.state === 'approved';
  useEffect(() => {
    document.title = t('app.titleOf', { place: title });
  }, [title]);
  return (
    <header class="work-head editor-head">
      <div class="work-head-words">
        <a href="/admin/records">← {t('place.records')}</a>
        <h1 title={title}>{title}</h1>
        {stored && (
          <p class="row">
            <StateTag record={{ ...stored, isPublished: stored.publishedVersion === stored.version }} />
            <span class="numeric">{t('editor.version', { version: stored.version })}</span>
            <span class="numeric">
              {t('editor.code')} {stored.code}
            </span>
          </p>
        )}
      </div>
      <div class="editor-acts">
        <div class="row">
          <button type="submit" class="button button-primary" disabled={draft.isSaving || !draft.isChanged}>
            <Icon node={Save} /> {t('app.save')}
          </button>
          <button
            type="button"
            class="button"
            disabled={obstacle !== null || isActing}
            title={obstacle === null ? '' : t(obstacle)}
            aria-describedby="editor-standing"
            onClick={() => onAct('approve')}
          >
            <Icon node={BadgeCheck} /> {t('records.approve')}
          </button>
          {isPublic && (
            <button type="button" class="button" disabled={isActing} onClick={() => onAct('withdraw')}>
              <Icon node={Undo2} /> {t('records.withdraw')}
            </button>
          )}
        </div>
        <p role="status" id="editor-standing" class="secondary">
          {standingWords(draft)}
        </p>
      </div>
    </header>
  );
}
