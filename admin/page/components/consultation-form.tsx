// The form of a consultation: kind, period with its last day worked out, what is asked, ways to answer, the hearing.
import { useState } from 'preact/hooks';
import { consultationKinds } from '#shared/consultations/consultation.ts';
import { type ConsultationPlan, consultationTermAnswerSchema } from '#shared/protocol/consultations-api.ts';
import { request } from '../api/client.ts';
import { ct } from '../i18n/consultation-words.ts';
import { emptyHearing } from '../state/consultations.ts';
import { type Saving, useSaving } from '../state/saving.ts';
import { FlagField, LinesField, SelectField, TextField } from './fields.tsx';
import { FormFoot } from './form-foot.tsx';
import { NumberField } from './number-field.tsx';
import { ProblemNotice } from './problem.tsx';

interface PartProps {
  readonly plan: ConsultationPlan;
  readonly set: (change: Partial<ConsultationPlan>) => void;
}

const units = ['calendar-day', 'working-day'] as const;

/** Works the last day out from a number of days, and says how. */
function TermFields({ plan, set }: PartProps) {
  const [days, setDays] = useState(30);
  const [unit, setUnit] = useState<(typeof units)[number]>('calendar-day');
  const [told, setTold] = useState('');
  const saving = useSaving();
  const count = () =>
    saving.save(async () => {
      const body = { startsOn: plan.startsOn, days, unit };
      const { endsOn } = await request('POST', '/consultations/term', consultationTermAnswerSchema, { body });
      set({ endsOn });
      setTold(ct('counted', { startsOn: plan.startsOn, days, unit: ct(`unit.${unit}`), endsOn }));
    });
  return (
    <div class="field field-wide consult-term">
      <div class="row">
        <NumberField label={ct('term')} value={days} min={1} max={365} onChange={setDays} />
        <SelectField
          label={ct('unit')}
          value={unit}
          options={units.map((one) => [one, ct(`unit.${one}`)] as const)}
          onChange={(value) => setUnit(units.find((one) => one === value) ?? 'calendar-day')}
        />
        <button type="button" class="button" disabled={plan.startsOn === '' || saving.isBusy} onClick={count}>
          {ct('count')}
        </button>
      </div>
      {told !== '' && (
        <p class="hint" role="status">
          {told}
        </p>
      )}
      {saving.error !== null && <ProblemNotice error={saving.error} />}
    </div>
  );
}

function HearingFields({ plan, set }: PartProps) {
  const hearing = plan.hearing ?? emptyHearing;
  const change = (part: Partial<typeof hearing>) => set({ hearing: { ...hearing, ...part } });
  return (
    <fieldset class="field-wide consult-part">
      <legend>{ct('hearing')}</legend>
      <div class="form-grid">
        <TextField
          label={ct('hearingOn')}
          type="date"
          value={hearing.on}
          isRequired
          onChange={(on) => change({ on: on ?? '' })}
        />
        <TextField
          label={ct('hearingAt')}
          type="time"
          value={hearing.at}
          isRequired
          onChange={(at) => change({ at: at ?? '' })}
        />
        <TextField
          label={ct('hearingPlace')}
          value={hearing.place}
          isRequired
          maxLength={300}
          onChange={(place) => change({ place: place ?? '' })}
        />
        <NumberField
          label={ct('seats')}
          value={hearing.seats}
          min={1}
          max={10_000}
          onChange={(seats) => change({ seats })}
        />
        <TextField
          label={ct('conditions')}
          value={hearing.conditions}
          isLong
          rows={2}
          maxLength={1000}
          onChange={(conditions) => change({ conditions: conditions ?? '' })}
        />
      </div>
    </fieldset>
  );
}

const ways = ['phone', 'email', 'post', 'place'] as const;

function WayFields({ plan, set }: PartProps) {
  return (
    <fieldset class="field-wide consult-part">
      <legend>{ct('ways')}</legend>
      <div class="form-grid">
        {ways.map((way) => (
          <TextField
            key={way}
            label={ct(`way.${way}`)}
            value={plan.ways[way] ?? ''}
            maxLength={way === 'post' || way === 'place' ? 500 : 200}
            onChange={(value) => set({ ways: { ...plan.ways, [way]: value } })}
          />
        ))}
        {plan.kind === 'objection' && (
          <TextField
            label={ct('objection')}
            value={plan.objection}
            maxLength={1000}
            onChange={(objection) => set({ objection: objection ?? '' })}
          />
        )}
      </div>
    </fieldset>
  );
}

interface ConsultationFormProps {
  readonly plan: ConsultationPlan;
  /** A consultation that runs keeps its kind. */
  readonly isKindFixed: boolean;
  readonly act: string;
  readonly saving: Saving;
  readonly isReady?: boolean;
  readonly onSubmit: (plan: ConsultationPlan) => void;
  readonly onCancel: () => void;
}

export function ConsultationForm(props: ConsultationFormProps) {
  const { isKindFixed, act, saving, isReady = true, onSubmit, onCancel } = props;
  const [plan, setPlan] = useState(props.plan);
  const set = (change: Partial<ConsultationPlan>) => setPlan((before) => ({ ...before, ...change }));
  const isHearing = plan.kind === 'hearing';
  return (
    <form
      class="stack consult-form"
      onSubmit={(event) => {
        event.preventDefault();
        const points = plan.points.map((point) => point.trim()).filter((point) => point !== '');
        onSubmit({ ...plan, points, hearing: isHearing ? (plan.hearing ?? emptyHearing) : null });
      }}
    >
      <div class="form-grid">
        {!isKindFixed && (
          <SelectField
            label={ct('kind')}
            value={plan.kind}
            options={consultationKinds.map((kind) => [kind, ct(`kind.${kind}`)] as const)}
            onChange={(kind) => set({ kind: consultationKinds.find((one) => one === kind) ?? 'comment' })}
          />
        )}
        <TextField
          label={ct('startsOn')}
          type="date"
          isRequired
          value={plan.startsOn}
          onChange={(startsOn) => set({ startsOn: startsOn ?? '' })}
        />
        <TextField
          label={ct(isHearing ? 'endsOnHearing' : 'endsOn')}
          type="date"
          isRequired
          value={plan.endsOn}
          onChange={(endsOn) => set({ endsOn: endsOn ?? '' })}
        />
        <TermFields plan={plan} set={set} />
        {plan.kind === 'comment' && (
          <FlagField
            label={ct('business')}
            isOn={plan.affectsBusiness}
            onChange={(affectsBusiness) => set({ affectsBusiness })}
          />
        )}
        {!isHearing && (
          <LinesField
            label={ct('points')}
            value={plan.points}
            onChange={(points) => set({ points: [...points] })}
          />
        )}
        {isHearing && <HearingFields plan={plan} set={set} />}
        <WayFields plan={plan} set={set} />
      </div>
      <p class="hint">{ct('savedAsVersion')}</p>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <FormFoot act={act} isDisabled={saving.isBusy || !isReady} onCancel={onCancel} />
    </form>
  );
}
