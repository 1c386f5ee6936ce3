// How cases are handled at this office: its name on papers, limits, how long personal data is kept, what phones offer.
import { useState } from 'preact/hooks';
import { decidedReplies } from '#shared/cases/case-acts.ts';
import type { CaseKind } from '#shared/cases/case-kinds.ts';
import { type ReplyKind, replyKinds } from '#shared/cases/replies.ts';
import { type CaseSettings, caseSettingsSchema } from '#shared/protocol/case-desk-api.ts';
import { nothing, request } from '../api/client.ts';
import { t } from '../i18n/case-words.ts';
import { enteredKinds } from '../state/case-entry.ts';
import { today } from '../state/day.ts';
import { useSaving } from '../state/saving.ts';
import { FlagField, TextField } from './fields.tsx';
import { NumberField } from './number-field.tsx';
import { SaveOutcome } from './save-outcome.tsx';

/** The bounds the hub checks, so that the field and the hub agree. */
const bounds = (field: 'keepRequestsMonths' | 'keepVoicesMonths' | 'answerWorkingDays') => {
  const { minValue, maxValue } = caseSettingsSchema.shape[field];
  return { min: minValue ?? 1, max: maxValue ?? 1 };
};

interface PartProps {
  readonly settings: CaseSettings;
  readonly set: (change: Partial<CaseSettings>) => void;
}

function OfficePart({ settings, set }: PartProps) {
  const line = (field: 'officeName' | 'officeAddress' | 'officePhone' | 'numberWord', longest: number) => (
    <TextField
      label={t(`caseSettings.${field}`)}
      value={settings[field]}
      maxLength={longest}
      {...(field === 'numberWord'
        ? { hint: t('caseSettings.numberExample', { year: today().slice(0, 4) }) }
        : {})}
      onChange={(text) => set({ [field]: text ?? '' })}
    />
  );
  return (
    <section class="card stack" aria-labelledby="case-office">
      <h2 id="case-office">{t('caseSettings.office')}</h2>
      <p class="secondary">{t('caseSettings.officeHint')}</p>
      <div class="case-form">
        {line('officeName', 120)}
        {line('officePhone', 60)}
        {line('officeAddress', 200)}
        {line('numberWord', 20)}
      </div>
    </section>
  );
}

function LimitsPart({ settings, set }: PartProps) {
  return (
    <section class="card stack" aria-labelledby="case-limits">
      <h2 id="case-limits">{t('caseSettings.limits')}</h2>
      <NumberField
        label={t('caseSettings.answerDays')}
        value={settings.answerWorkingDays}
        {...bounds('answerWorkingDays')}
        onChange={(answerWorkingDays) => set({ answerWorkingDays })}
      />
      <h3>{t('caseSettings.keep')}</h3>
      <p class="secondary">{t('caseSettings.keepHint')}</p>
      <div class="case-form">
        <NumberField
          label={t('caseSettings.keepRequests')}
          value={settings.keepRequestsMonths}
          {...bounds('keepRequestsMonths')}
          onChange={(keepRequestsMonths) => set({ keepRequestsMonths })}
        />
        <NumberField
          label={t('caseSettings.keepVoices')}
          value={settings.keepVoicesMonths}
          {...bounds('keepVoicesMonths')}
          onChange={(keepVoicesMonths) => set({ keepVoicesMonths })}
        />
      </div>
    </section>
  );
}

function PublicPart({ settings, set }: PartProps) {
  const { openKinds } = settings;
  const toggle = (kind: CaseKind, isOn: boolean) =>
    set({ openKinds: isOn ? [...openKinds, kind] : openKinds.filter((one) => one !== kind) });
  return (
    <section class="card stack" aria-labelledby="case-open">
      <h2 id="case-open">{t('caseSettings.open')}</h2>
      <p class="secondary">{t('caseSettings.openHint')}</p>
      <div class="case-kinds">
        {enteredKinds.map((kind) => (
          <FlagField
            key={kind}
            label={t(`case.kind.${kind}`)}
            isOn={openKinds.includes(kind)}
            onChange={(isOn) => toggle(kind, isOn)}
          />
        ))}
      </div>
      <h3>{t('caseSettings.board')}</h3>
      <FlagField
        label={t('caseSettings.showFigures')}
        isOn={settings.showAgencyFigures}
        onChange={(showAgencyFigures) => set({ showAgencyFigures })}
      />
    </section>
  );
}

function ApprovedPart({ settings, set }: PartProps) {
  const { approvedReplies } = settings;
  const toggle = (kind: ReplyKind, isOn: boolean) =>
    set({
      approvedReplies: isOn ? [...approvedReplies, kind] : approvedReplies.filter((one) => one !== kind),
    });
  return (
    <section class="card stack" aria-labelledby="case-approved">
      <h2 id="case-approved">{t('caseSettings.approved')}</h2>
      <p class="secondary">{t('caseSettings.approvedHint')}</p>
      <div class="case-kinds">
        {replyKinds
          .filter((kind) => !decidedReplies.includes(kind))
          .map((kind) => (
            <FlagField
              key={kind}
              label={t(`case.replyKind.${kind}`)}
              isOn={approvedReplies.includes(kind)}
              onChange={(isOn) => toggle(kind, isOn)}
            />
          ))}
      </div>
    </section>
  );
}

export function CaseSettingsForm({ stored }: { readonly stored: CaseSettings }) {
  const [settings, setSettings] = useState(stored);
  const saving = useSaving();
  const set = (change: Partial<CaseSettings>) => {
    saving.reset();
    setSettings((before) => ({ ...before, ...change }));
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.save(() => request('PUT', '/case-settings', nothing, { body: settings }));
  };
  return (
    <form class="stack" onSubmit={save}>
      <OfficePart settings={settings} set={set} />
      <LimitsPart settings={settings} set={set} />
      <ApprovedPart settings={settings} set={set} />
      <PublicPart settings={settings} set={set} />
      <SaveOutcome saving={saving} />
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy}>
          {t('caseSettings.save')}
        </button>
      </div>
    </form>
  );
}
