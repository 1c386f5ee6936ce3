// Forms of where a case goes and what is written down about it: fee, moving, merging, disputes, notes, closing.
import { useId, useState } from 'preact/hooks';
import { type FeeBasis, feeBands, feeBases, feeOf } from '#shared/cases/fees.ts';
import { type CaseList, caseListSchema } from '#shared/protocol/case-desk-api.ts';
import { disputeOutcomes, disputes } from '#shared/reports/annual-form.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/case-words.ts';
import type { ActOf } from '../state/case-act-drafts.ts';
import { today } from '../state/day.ts';
import { yuan } from '../state/money.ts';
import { useSaving } from '../state/saving.ts';
import { CaseApplicantFields } from './case-applicant-fields.tsx';
import { ActDay, type ActFormProps, ActLine, ActPick, ActWords } from './case-form-parts.tsx';
import { CaseStateTag } from './case-state.tsx';
import { TextField } from './fields.tsx';
import { NumberField } from './number-field.tsx';
import { ProblemNotice } from './problem.tsx';

/** What is charged, band by band, so that nobody works it out by hand. */
function FeeBands({ basis, count }: { readonly basis: FeeBasis; readonly count: number }) {
  return (
    <ul class="secondary">
      {feeBands(basis, count).map(({ from, to, each, amountFen }) => (
        <li key={from} class="numeric">
          {t(`act.fee.band.${basis}`, { from, to, each: yuan(each), amount: yuan(amountFen) })}
        </li>
      ))}
    </ul>
  );
}

/** Both bases stand side by side with their sums; the one that is chosen is charged. */
export function FeeForm({ draft, set }: ActFormProps<ActOf<'fee'>>) {
  const [counts, setCounts] = useState<Readonly<Record<FeeBasis, number>>>({
    ...{ item: 1, page: 1 },
    [draft.basis]: draft.count,
  });
  const name = useId();
  const change = (basis: FeeBasis, count: number) => {
    setCounts({ ...counts, [basis]: count });
    set({ basis, count });
  };
  return (
    <>
      <fieldset class="field field-wide case-fees">
        <legend>{t('act.fee.basis')}</legend>
        {feeBases.map((basis) => (
          <div key={basis} class={`case-fee${basis === draft.basis ? ' case-fee-chosen' : ''}`}>
            <label class="row">
              <input
                type="radio"
                class="check"
                name={name}
                checked={basis === draft.basis}
                onChange={() => change(basis, counts[basis])}
              />
              {t(`act.fee.basis.${basis}`)}
            </label>
            <NumberField
              label={t(`act.fee.count.${basis}`)}
              value={counts[basis]}
              min={1}
              max={100_000}
              onChange={(count) => change(basis, count)}
            />
            <p role="status">
              <strong>
                {feeOf(basis, counts[basis]) === 0
                  ? t('act.fee.free')
                  : t('act.fee.sum', { amount: yuan(feeOf(basis, counts[basis])) })}
              </strong>
            </p>
            <FeeBands basis={basis} count={counts[basis]} />
            <p class="hint">{t(`act.fee.bands.${basis}`)}</p>
          </div>
        ))}
      </fieldset>
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActDay
        label={t('act.fee.payBy')}
        value={draft.payBy}
        min={draft.on}
        onChange={(payBy) => set({ payBy })}
      />
    </>
  );
}

/** Nothing but the day it happened. */
export function DayForm({ draft, set }: ActFormProps<ActOf<'fee-paid'> | ActOf<'close'>>) {
  return <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />;
}

export function MoveForm({ draft, set }: ActFormProps<ActOf<'move'>>) {
  return (
    <>
      <ActLine
        label={t('act.move.to')}
        value={draft.to}
        longest={120}
        isNeeded
        onChange={(to) => set({ to })}
      />
      <ActLine
        label={t('act.move.contact')}
        value={draft.contact}
        longest={200}
        onChange={(contact) => set({ contact })}
      />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActWords
        label={t('act.reason')}
        value={draft.reason}
        longest={1000}
        isNeeded
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}

type MergeTarget = Pick<CaseList['rows'][number], 'id' | 'number' | 'state'> & { readonly gist: string };

/** Cases by a part of their number. */
function useNumberSearch() {
  const [found, setFound] = useState<readonly MergeTarget[] | null>(null);
  const saving = useSaving();
  const find = (number: string) =>
    saving.save(async () => {
      const query = new URLSearchParams({ number: number.trim(), limit: '10' });
      setFound((await request('GET', `/cases?${query}`, caseListSchema)).rows);
    });
  return { found, find, error: saving.error, isBusy: saving.isBusy };
}

export function MergeForm({ draft, set, detail }: ActFormProps<ActOf<'merge'>>) {
  const [number, setNumber] = useState('');
  const search = useNumberSearch();
  const likely = detail.likely.map((one) => ({ ...one, gist: t(`case.likely.${one.why}`) }));
  const targets: readonly MergeTarget[] = (search.found ?? likely).filter(({ id }) => id !== detail.id);
  const isBlank = number.trim() === '';
  return (
    <>
      <div class="field-wide row case-find">
        <TextField
          label={t('act.merge.number')}
          value={number}
          maxLength={60}
          onChange={(words) => setNumber(words ?? '')}
        />
        <button
          type="button"
          class="button"
          disabled={isBlank || search.isBusy}
          onClick={() => search.find(number)}
        >
          {t('act.merge.find')}
        </button>
      </div>
      {search.error !== null && <ProblemNotice error={search.error} />}
      <fieldset class="field field-wide case-pick case-pick-rows">
        <legend>{t('act.merge.into')}</legend>
        {targets.length === 0 && search.found !== null && <p class="secondary">{t('act.merge.none')}</p>}
        {targets.map((one) => (
          <label key={one.id} class="row">
            <input
              type="radio"
              class="check"
              name="merge-into"
              required
              checked={draft.into === one.id}
              onChange={() => set({ into: one.id })}
            />
            <span class="numeric">{one.number}</span> <CaseStateTag state={one.state} />
            <span class="secondary">{one.gist}</span>
          </label>
        ))}
      </fieldset>
      <ActWords
        label={t('act.remark')}
        value={draft.reason}
        longest={500}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}

export function DisputeForm({ draft, set }: ActFormProps<ActOf<'dispute'>>) {
  return (
    <>
      <ActPick
        label={t('act.dispute.kind')}
        value={draft.dispute}
        options={disputes.map((one) => [one, t(`act.dispute.${one}`)] as const)}
        onChange={(dispute) => set({ dispute })}
      />
      <ActPick
        label={t('act.dispute.outcome')}
        value={draft.outcome}
        options={disputeOutcomes.map((one) => [one, t(`act.dispute.${one}`)] as const)}
        onChange={(outcome) => set({ outcome })}
      />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActWords label={t('act.remark')} value={draft.note} longest={500} onChange={(note) => set({ note })} />
    </>
  );
}

export function CorrectForm({ draft, set, detail }: ActFormProps<ActOf<'correct'>>) {
  return (
    <>
      {draft.applicant !== null && (
        <div class="field-wide">
          <CaseApplicantFields
            value={draft.applicant}
            kind={detail.kind}
            onChange={(applicant) => set({ applicant })}
          />
        </div>
      )}
      <ActWords
        label={t('case.content')}
        value={draft.content}
        longest={5000}
        rows={6}
        onChange={(content) => set({ content })}
      />
    </>
  );
}

export function NoteForm({ draft, set }: ActFormProps<ActOf<'note'>>) {
  return (
    <ActWords
      label={t('act.noteNeeded')}
      value={draft.note}
      longest={2000}
      rows={5}
      isNeeded
      onChange={(note) => set({ note })}
    />
  );
}

export function WithdrawForm({ draft, set }: ActFormProps<ActOf<'withdraw'>>) {
  return (
    <>
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
      <ActWords label={t('act.remark')} value={draft.note} longest={500} onChange={(note) => set({ note })} />
    </>
  );
}

/** Why what was done is taken back. */
export function ReasonForm({ draft, set }: ActFormProps<ActOf<'reopen'> | ActOf<'unpublish'>>) {
  return (
    <ActWords
      label={t('act.reason')}
      value={draft.reason}
      longest={500}
      isNeeded
      onChange={(reason) => set({ reason })}
    />
  );
}
