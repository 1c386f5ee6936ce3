// The form of an entry of the non-disclosure register: what it is, on which ground, until when.
import { useId, useState } from 'preact/hooks';
import { groundFacts, withholdingGrounds } from '#shared/catalogue/withholding-grounds.ts';
import { reviewMonths, type WithheldEntry, type WithheldInput } from '#shared/protocol/withheld-api.ts';
import { deskLanguage, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import type { Saving } from '../state/saving.ts';
import { session } from '../state/session.ts';
import { SelectField, TextField } from './fields.tsx';
import { FormFoot } from './form-foot.tsx';
import { NumberField } from './number-field.tsx';
import { ProblemNotice } from './problem.tsx';

const facts = (ground: WithheldInput['ground']) =>
  groundFacts[ground][deskLanguage.value === 'en' ? 'en' : 'zh'];

/** The name of a ground, for lists. */
export const groundName = (ground: WithheldInput['ground']) => facts(ground).name;

function GroundField({
  value,
  onChange,
}: {
  readonly value: WithheldInput['ground'];
  readonly onChange: (ground: WithheldInput['ground']) => void;
}) {
  const id = useId();
  const { article, isBinding } = groundFacts[value];
  return (
    <div class="field field-wide">
      <label for={id}>{t('withheld.ground')}</label>
      <select
        id={id}
        class="input"
        value={value}
        aria-describedby={`${id}-gist`}
        onChange={(event) => {
          const chosen = withholdingGrounds.find((ground) => ground === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {withholdingGrounds.map((ground) => (
          <option key={ground} value={ground}>
            {`${groundName(ground)}（${t('withheld.article', { article: groundFacts[ground].article })}）`}
          </option>
        ))}
      </select>
      <p class="hint" id={`${id}-gist`}>
        {t('withheld.article', { article })} · {t(isBinding ? 'withheld.binding' : 'withheld.may')} ·{' '}
        {facts(value).gist}
      </p>
    </div>
  );
}

interface WithheldFormProps {
  /** The entry that is changed; null for a new one. */
  readonly entry: WithheldEntry | null;
  readonly saving: Saving;
  readonly onSubmit: (input: WithheldInput) => void;
  readonly onCancel: () => void;
}

export function WithheldForm({ entry, saving, onSubmit, onCancel }: WithheldFormProps) {
  const agencies = useAgencies();
  const own = session.value?.account.agencyId ?? null;
  const [input, setInput] = useState<WithheldInput>({
    agencyId: entry?.agencyId ?? own ?? '',
    title: entry?.title ?? '',
    docNo: entry?.docNo ?? '',
    indexNo: entry?.indexNo ?? '',
    formedOn: entry?.formedOn ?? null,
    ground: entry?.ground ?? 'internal-affairs',
    reason: entry?.reason ?? '',
    until: entry?.until ?? null,
    reviewEveryMonths: entry?.reviewEveryMonths ?? reviewMonths.usual,
  });
  const set = (change: Partial<WithheldInput>) => setInput({ ...input, ...change });
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(input);
      }}
    >
      <p class="notice notice-warn">{t('withheld.secret')}</p>
      <div class="form-grid">
        {own === null && (
          <SelectField
            label={t('withheld.agency')}
            value={input.agencyId}
            isRequired
            none=" "
            options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
            onChange={(agencyId) => set({ agencyId })}
          />
        )}
        <TextField
          label={t('withheld.title')}
          value={input.title}
          isRequired
          maxLength={500}
          onChange={(title) => set({ title: title ?? '' })}
        />
        <TextField
          label={t('withheld.docNo')}
          value={input.docNo}
          maxLength={200}
          onChange={(docNo) => set({ docNo: docNo ?? '' })}
        />
        <TextField
          label={t('withheld.indexNo')}
          value={input.indexNo}
          maxLength={200}
          onChange={(indexNo) => set({ indexNo: indexNo ?? '' })}
        />
        <TextField
          label={t('withheld.formedOn')}
          type="date"
          value={input.formedOn ?? ''}
          onChange={(formedOn) => set({ formedOn })}
        />
        <TextField
          label={t('withheld.until')}
          type="date"
          hint={t('withheld.untilHint')}
          value={input.until ?? ''}
          onChange={(until) => set({ until })}
        />
        <NumberField
          label={t('withheld.every')}
          value={input.reviewEveryMonths}
          min={reviewMonths.least}
          max={reviewMonths.most}
          onChange={(reviewEveryMonths) => set({ reviewEveryMonths })}
        />
        <GroundField value={input.ground} onChange={(ground) => set({ ground })} />
        <TextField
          label={t('withheld.reason')}
          value={input.reason}
          isLong
          isRequired
          rows={3}
          maxLength={2000}
          onChange={(reason) => set({ reason: reason ?? '' })}
        />
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <FormFoot
        act={t(entry === null ? 'withheld.submit' : 'withheld.changed')}
        isDisabled={saving.isBusy}
        onCancel={onCancel}
      />
    </form>
  );
}
