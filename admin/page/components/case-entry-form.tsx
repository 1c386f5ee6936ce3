// The form on which staff take down what was told or brought, laid out as the paper form is.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isFormal, wantedForms, wantedRoutes } from '#shared/cases/case-kinds.ts';
import type { CaseEntry } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { useAgencies } from '../state/agencies.ts';
import { blankApplicant, channelsFor, enteredKinds, isReply, withKind } from '../state/case-entry.ts';
import { useConsultationList } from '../state/consultations.ts';
import { today } from '../state/day.ts';
import { CaseApplicantFields } from './case-applicant-fields.tsx';
import { ActDay, ActLine, ActWords } from './case-form-parts.tsx';
import { FlagField, SelectField } from './fields.tsx';

/** A part of the form with its name at the left, as printed forms have it. */
export function FormPart({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="case-paper-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="case-paper-fields">{children}</div>
    </section>
  );
}

interface EntryProps {
  readonly entry: CaseEntry;
  readonly set: (change: Partial<CaseEntry>) => void;
}

/** What it answers: those of its kind, also when they are over, for paper may lie a while before it is taken down. */
function Consultation({ entry, set }: EntryProps) {
  const list = useConsultationList();
  const asked = (list.value?.rows ?? []).filter(
    ({ kind, state }) => kind === entry.kind && state !== 'planned' && state !== 'draft',
  );
  return (
    <div class="field-wide">
      <SelectField
        label={t('entry.case.consultation')}
        isRequired
        value={entry.recordCode ?? ''}
        none={t('entry.case.consultationNone')}
        options={asked.map(({ code, title }) => [code, title] as const)}
        onChange={(code) => set({ recordCode: code === '' ? null : code })}
      />
    </div>
  );
}

function HowItCame({ entry, set }: EntryProps) {
  const agencies = useAgencies();
  const { kind, channel } = entry;
  return (
    <FormPart title={t('entry.case.how')}>
      <div class="case-form">
        <SelectField
          label={t('entry.case.kind')}
          value={kind}
          options={enteredKinds.map((one) => [one, t(`case.kind.${one}`)] as const)}
          onChange={(chosen) => {
            const next = enteredKinds.find((one) => one === chosen);
            if (next !== undefined) set(withKind(entry, next));
          }}
        />
        <SelectField
          label={t('entry.case.channel')}
          value={channel}
          options={channelsFor(kind).map((one) => [one, t(`case.channel.${one}`)] as const)}
          onChange={(chosen) => {
            const next = channelsFor(kind).find((one) => one === chosen);
            if (next !== undefined) set({ channel: next });
          }}
        />
        <ActDay
          label={t('entry.case.receivedOn')}
          value={entry.receivedOn}
          max={today()}
          onChange={(receivedOn) => set({ receivedOn })}
        />
        <SelectField
          label={t('entry.case.agency')}
          value={entry.agencyId ?? ''}
          none={t('entry.case.agencyNone')}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
          onChange={(id) => set({ agencyId: id === '' ? null : id })}
        />
        {isReply(kind) && <Consultation entry={entry} set={set} />}
        <p class="notice field-wide">{t(`entry.case.receivedHint.${channel}`)}</p>
      </div>
    </FormPart>
  );
}

function WhoApplies({ entry, set }: EntryProps) {
  return (
    <FormPart title={t(isFormal(entry.kind) ? 'entry.case.applicant' : 'entry.case.voicePerson')}>
      <CaseApplicantFields
        value={entry.applicant ?? blankApplicant}
        kind={entry.kind}
        onChange={(applicant) => set({ applicant })}
      />
    </FormPart>
  );
}

function contentHint({ kind }: CaseEntry): string {
  if (kind === 'request') return t('entry.case.contentHint');
  return t(kind === 'correction' ? 'entry.case.correctionHint' : 'entry.case.contentVoiceHint');
}

function WhatIsWanted({ entry, set }: EntryProps) {
  const { kind } = entry;
  const isRequest = kind === 'request';
  return (
    <FormPart title={t(isRequest ? 'entry.case.what' : 'entry.case.whatVoice')}>
      <div class="case-form">
        <div class="field-wide">
          <ActLine
            label={t('case.title')}
            value={entry.title}
            longest={200}
            {...(isRequest ? { hint: t('entry.case.titleHint') } : {})}
            onChange={(title) => set({ title })}
          />
        </div>
        <ActWords
          label={t(isRequest ? 'case.contentRequest' : 'case.content')}
          value={entry.content}
          longest={5000}
          rows={5}
          isNeeded
          hint={contentHint(entry)}
          onChange={(content) => set({ content })}
        />
        {kind === 'correction' && (
          <>
            <ActWords
              label={t('case.wrong')}
              value={entry.wrong}
              longest={2000}
              isNeeded
              onChange={(wrong) => set({ wrong })}
            />
            <ActWords
              label={t('case.right')}
              value={entry.right}
              longest={2000}
              isNeeded
              onChange={(right) => set({ right })}
            />
          </>
        )}
        {kind !== 'correction' && (
          <div class="field-wide">
            <FlagField
              label={t('case.mayPublishYes')}
              isOn={entry.mayPublish}
              onChange={(mayPublish) => set({ mayPublish })}
            />
          </div>
        )}
      </div>
    </FormPart>
  );
}

function HowItIsWanted({ entry, set }: EntryProps) {
  return (
    <FormPart title={t('entry.case.wanted')}>
      <div class="case-form">
        <SelectField
          label={t('case.wantedForm')}
          value={entry.wantedForm ?? ''}
          isRequired
          none=" "
          options={wantedForms.map((one) => [one, t(`case.wantedForm.${one}`)] as const)}
          onChange={(chosen) => set({ wantedForm: wantedForms.find((one) => one === chosen) ?? null })}
        />
        <SelectField
          label={t('case.wantedRoute')}
          value={entry.wantedRoute ?? ''}
          isRequired
          none=" "
          options={wantedRoutes.map((one) => [one, t(`case.wantedRoute.${one}`)] as const)}
          onChange={(chosen) => set({ wantedRoute: wantedRoutes.find((one) => one === chosen) ?? null })}
        />
      </div>
    </FormPart>
  );
}

export function CaseEntryForm(props: EntryProps) {
  return (
    <>
      <HowItCame {...props} />
      <WhoApplies {...props} />
      <WhatIsWanted {...props} />
      {props.entry.kind === 'request' && <HowItIsWanted {...props} />}
    </>
  );
}
