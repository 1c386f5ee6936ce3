// Making a paper: which one, its texts as the case fills them, changed where somebody wants to.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isFormal } from '#shared/cases/case-kinds.ts';
import {
  type CaseDetail,
  type CasePaperDraft,
  type CasePaperKind,
  casePaperDraftSchema,
  casePaperKinds,
  casePaperMadeSchema,
} from '#shared/protocol/case-desk-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/case-words.ts';
import { deskLanguage } from '../i18n/index.ts';
import { type PaperTexts, usualPaper } from '../state/case-papers.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { SelectField, TextField } from './fields.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';

type Edits = Readonly<Record<string, string>>;

function PaperFields({
  paper,
  edits,
  onEdit,
}: {
  readonly paper: CasePaperDraft;
  readonly edits: Edits;
  readonly onEdit: (name: string, text: string) => void;
}) {
  return (
    <div class="case-form">
      {paper.fields.map(({ name, label, value, isLong }) => (
        <TextField
          key={name}
          label={label}
          value={edits[name] ?? value}
          isLong={isLong}
          rows={5}
          maxLength={10_000}
          onChange={(text) => onEdit(name, text ?? '')}
        />
      ))}
    </div>
  );
}

interface CasePaperDialogProps {
  readonly detail: CaseDetail;
  readonly texts: PaperTexts;
  readonly onTexts: (texts: PaperTexts) => void;
  readonly onMade: () => Promise<void>;
  readonly onClose: () => void;
}

/** Voices have few papers; the others are those of applications. */
const voicePapers: readonly CasePaperKind[] = ['register-sheet', 'receipt', 'transfer-notice', 'reply'];

export function CasePaperDialog({ detail, texts, onTexts, onMade, onClose }: CasePaperDialogProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState<CasePaperKind>(usualPaper(detail));
  const edits = texts[kind] ?? {};
  const saving = useSaving();
  useEffect(() => element.current?.showModal(), []);
  const query = new URLSearchParams({ kind, lang: deskLanguage.value });
  const drafted = useLoaded(
    (signal) => request('GET', `/cases/${detail.id}/papers/draft?${query}`, casePaperDraftSchema, { signal }),
    [kind],
  );
  const paper = drafted.value?.kind === kind ? drafted.value : null;
  const make = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.save(async () => {
      await request('POST', `/cases/${detail.id}/papers`, casePaperMadeSchema, { body: { kind, edits } });
      const { [kind]: _made, ...others } = texts;
      onTexts(others);
      await onMade();
    });
  };
  const offered = isFormal(detail.kind) ? casePaperKinds : voicePapers;
  return (
    <dialog ref={element} class="dialog dialog-wide case-dialog" aria-labelledby={id} onClose={onClose}>
      <form class="stack" onSubmit={make}>
        <h2 id={id}>{t('papers.make')}</h2>
        <p class="secondary">{t('papers.kindHint')}</p>
        <SelectField
          label={t('papers.kind')}
          value={kind}
          options={offered.map((one) => [one, t(`paper.${one}`)] as const)}
          onChange={(chosen) => setKind(casePaperKinds.find((one) => one === chosen) ?? kind)}
        />
        {drafted.error !== null && <ProblemNotice error={drafted.error} retry={drafted.reload} />}
        {paper === null && drafted.error === null && <Loading />}
        {paper !== null && (
          <PaperFields
            paper={paper}
            edits={edits}
            onEdit={(name, text) => onTexts({ ...texts, [kind]: { ...edits, [name]: text } })}
          />
        )}
        <div class="case-dialog-foot">
          {saving.error !== null && <ProblemNotice error={saving.error} />}
          <div class="dialog-acts">
            <button type="button" class="button" onClick={() => element.current?.close()}>
              {t('act.cancel')}
            </button>
            <button
              type="submit"
              class="button button-primary"
              disabled={saving.isBusy || paper === null || drafted.error !== null}
            >
              {t('papers.makeNow')}
            </button>
          </div>
        </div>
      </form>
    </dialog>
  );
}
