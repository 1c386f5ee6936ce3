// Forms of what people are told and what becomes public: delivery, answers, what was put right, publication.
import { useEffect, useState } from 'preact/hooks';
import { type CaseOutcome, caseOutcomes } from '#shared/cases/case-kinds.ts';
import type { Applicant } from '#shared/protocol/cases-api.ts';
import { t } from '../i18n/case-words.ts';
import { useTree } from '../state/agencies.ts';
import type { ActOf } from '../state/case-act-drafts.ts';
import { today } from '../state/day.ts';
import { nodeOptions } from '../state/node-options.ts';
import { ActDay, type ActFormProps, ActLine, ActPick, ActWords } from './case-form-parts.tsx';
import { SelectField } from './fields.tsx';

export function DeliverForm({ draft, set, detail }: ActFormProps<ActOf<'deliver'>>) {
  return (
    <>
      <ActDay
        value={draft.on}
        max={today()}
        {...(detail.repliedOn === null ? {} : { min: detail.repliedOn })}
        onChange={(on) => set({ on })}
      />
      <ActLine
        label={t('act.deliver.route')}
        value={draft.route}
        longest={100}
        isNeeded
        hint={t('act.deliver.routes')}
        onChange={(route) => set({ route })}
      />
    </>
  );
}

function OutcomeField({
  value,
  onChange,
}: {
  readonly value: CaseOutcome;
  readonly onChange: (outcome: CaseOutcome) => void;
}) {
  return (
    <ActPick
      label={t('act.answer.outcome')}
      value={value}
      options={caseOutcomes.map((one) => [one, t(`case.outcome.${one}`)] as const)}
      onChange={onChange}
    />
  );
}

/** What both forms ask for; the act itself stays with whoever opened the form. */
type OutcomeDraft = Omit<ActOf<'answer'>, 'act'>;

interface OutcomeFormProps {
  readonly draft: OutcomeDraft;
  readonly set: (change: Partial<OutcomeDraft>) => void;
  readonly label: string;
  readonly longest: number;
  readonly rows: number;
}

function OutcomeForm({ draft, set, label, longest, rows }: OutcomeFormProps) {
  return (
    <>
      <ActWords
        label={label}
        value={draft.text}
        longest={longest}
        rows={rows}
        isNeeded
        onChange={(text) => set({ text })}
      />
      <OutcomeField value={draft.outcome} onChange={(outcome) => set({ outcome })} />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
    </>
  );
}

export const AnswerForm = (props: ActFormProps<ActOf<'answer'>>) => (
  <OutcomeForm {...props} label={t('act.answer.text')} longest={10_000} rows={8} />
);

export const RectifyForm = (props: ActFormProps<ActOf<'rectify'>>) => (
  <OutcomeForm {...props} label={t('act.rectify.text')} longest={2000} rows={5} />
);

const restMs = 400;

/** What seems personal in these words, once the hands have rested; null before the first look. */
function usePersonalFindings(text: string, applicant: Applicant | null): readonly string[] | null {
  const [findings, setFindings] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(async () => {
      const { personalFindings } = await import('../state/personal-check.ts');
      if (!isOver) setFindings(personalFindings(text, applicant));
    }, restMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text]);
  return findings;
}

function PersonalCheck({ text, applicant }: { readonly text: string; readonly applicant: Applicant | null }) {
  const findings = usePersonalFindings(text, applicant);
  if (findings === null || text.trim() === '') return null;
  if (findings.length === 0) {
    return (
      <p class="notice notice-good field-wide" role="status">
        {t('act.publish.clean')}
      </p>
    );
  }
  return (
    <div class="notice notice-problem field-wide" role="alert">
      <div>
        <p>{t('act.publish.findings')}</p>
        <ul class="case-findings">
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The words as they came stand beside: whoever rewords them need not go back and forth. */
export function PublishForm({ draft, set, detail }: ActFormProps<ActOf<'publish'>>) {
  return (
    <>
      <details class="field-wide">
        <summary>{t('case.what')}</summary>
        <p class="case-words">{detail.content}</p>
      </details>
      <div class="field-wide">
        <ActLine
          label={t('act.publish.title')}
          value={draft.title}
          longest={200}
          isNeeded
          onChange={(title) => set({ title })}
        />
      </div>
      <ActWords
        label={t('act.publish.question')}
        value={draft.question}
        longest={3000}
        rows={4}
        isNeeded
        onChange={(question) => set({ question })}
      />
      <ActWords
        label={t('act.publish.answer')}
        value={draft.answer}
        longest={5000}
        rows={6}
        isNeeded
        onChange={(answer) => set({ answer })}
      />
      <PersonalCheck
        text={[draft.title, draft.question, draft.answer].join('\n')}
        applicant={detail.applicant}
      />
    </>
  );
}

export function MakeContentForm({ draft, set, detail }: ActFormProps<ActOf<'make-content'>>) {
  const tree = useTree();
  return (
    <>
      <div class="field-wide">
        <ActLine
          label={t('act.make-content.title')}
          value={draft.title}
          longest={200}
          isNeeded
          onChange={(title) => set({ title })}
        />
      </div>
      <ActWords
        label={t('act.make-content.body')}
        value={draft.body}
        longest={20_000}
        rows={9}
        isNeeded
        onChange={(body) => set({ body })}
      />
      <div class="field-wide">
        <SelectField
          label={t('act.make-content.node')}
          value={draft.nodeId ?? ''}
          none={t('act.make-content.noNode')}
          options={nodeOptions(tree.value ?? [])}
          onChange={(nodeId) => set({ nodeId: nodeId === '' ? null : nodeId })}
        />
      </div>
      <PersonalCheck text={[draft.title, draft.body].join('\n')} applicant={detail.applicant} />
    </>
  );
}
