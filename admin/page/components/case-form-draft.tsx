// The draft of a reply as the head of the office looks at it, and as the handler gives it once it is approved.
import { groundFacts } from '#shared/catalogue/withholding-grounds.ts';
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { deskLanguage } from '../i18n/index.ts';
import type { ActOf } from '../state/case-act-drafts.ts';
import { today } from '../state/day.ts';
import { ActDay, type ActFormProps, ActPick, ActWords } from './case-form-parts.tsx';

/** What the reply would say; names are masked for who may not see them. */
export function DraftWords({ detail }: { readonly detail: CaseDetail }) {
  const { draft } = detail;
  if (draft === null) return null;
  const ground =
    draft.ground === null ? null : groundFacts[draft.ground][deskLanguage.value === 'en' ? 'en' : 'zh'].name;
  const papers = draft.recordIds.length + draft.files.length;
  return (
    <div class="stack field-wide case-draft">
      <p>
        <strong>{t(`case.replyKind.${draft.kind}`)}</strong>
        {ground !== null && ` · ${ground}`}
        {papers > 0 && ` · ${t('case.draft.papers', { count: String(papers) })}`}
      </p>
      <p class="case-words">{draft.text}</p>
      {draft.leftOut !== '' && (
        <p class="case-words">
          <strong>{t('act.reply.leftOut')}</strong> {draft.leftOut}
        </p>
      )}
      <p class="secondary">{t('case.draft.by', { who: draft.by })}</p>
    </div>
  );
}

export function DecideDraftForm({ draft, set, detail }: ActFormProps<ActOf<'decide-draft'>>) {
  return (
    <>
      <DraftWords detail={detail} />
      <ActPick
        label={t('act.decide-draft')}
        value={draft.isApproved ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((one) => [one, t(`act.decide-draft.${one}`)] as const)}
        onChange={(one) => set({ isApproved: one === 'yes' })}
      />
      <ActWords
        label={t('act.decide-draft.opinion')}
        value={draft.note}
        longest={2000}
        isNeeded={!draft.isApproved}
        onChange={(note) => set({ note })}
      />
    </>
  );
}

export function SendDraftForm({ draft, set, detail }: ActFormProps<ActOf<'send-draft'>>) {
  const opinion = detail.draft?.opinion ?? '';
  return (
    <>
      <DraftWords detail={detail} />
      {opinion !== '' && <p class="notice field-wide">{t('case.draft.opinion', { words: opinion })}</p>}
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
    </>
  );
}
