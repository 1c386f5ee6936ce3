// How the venue's screens look and when they are awake: the part of the venue's form residents see on the glass.
import { type DisplayField, mostPageSeconds, mostSpans } from '#shared/catalogue/display-rules.ts';
import type { VenueDisplay } from '#shared/catalogue/venue-display.ts';
import { t } from '../i18n/index.ts';
import { AccentField } from './accent-field.tsx';
import { DaySpansField } from './day-spans-field.tsx';
import { FlagField, TextField } from './fields.tsx';
import { WallPlanField } from './wall-plan-field.tsx';

interface DisplayFieldsProps {
  readonly value: VenueDisplay;
  /** What is wrong with a field, in words. */
  readonly faults: ReadonlyMap<DisplayField, string>;
  readonly onChange: (display: VenueDisplay) => void;
}

export function DisplayFields({ value, faults, onChange }: DisplayFieldsProps) {
  const faultOf = (field: DisplayField) => faults.get(field) ?? null;
  const put = (part: Partial<VenueDisplay>) => onChange({ ...value, ...part });
  return (
    <>
      <h2>{t('display.title')}</h2>
      <p class="secondary">{t('display.lead')}</p>
      <AccentField value={value.accent} fault={faultOf('accent')} onChange={(accent) => put({ accent })} />
      <div class="stack">
        <TextField
          label={t('display.emblem')}
          hint={t('display.emblemHint')}
          maxLength={2}
          value={value.emblem ?? ''}
          onChange={(emblem) => put({ emblem })}
        />
        <Fault words={faultOf('emblem')} />
      </div>
      {(['opening', 'quiet'] as const).map((field) => (
        <DaySpansField
          key={field}
          label={t(`display.${field}`)}
          hint={t(`display.${field}Hint`)}
          most={mostSpans}
          value={value[field]}
          fault={faultOf(field)}
          onChange={(spans) => put({ [field]: spans })}
        />
      ))}
      <div class="stack">
        <FlagField
          label={t('display.showsDue')}
          isOn={value.showsDue === true}
          onChange={(showsDue) => put({ showsDue })}
        />
        <p class="secondary">{t('display.showsDueHint')}</p>
      </div>
      <WallPlanField
        value={value.wall.plan}
        fault={faultOf('plan')}
        onChange={(plan) => put({ wall: { ...value.wall, plan } })}
      />
      <div class="stack">
        <TextField
          label={t('display.pageSeconds')}
          hint={t('display.pageSecondsHint')}
          type="number"
          maxLength={String(mostPageSeconds).length}
          value={Number.isNaN(value.wall.pageSeconds) ? '' : String(value.wall.pageSeconds)}
          onChange={(text) => put({ wall: { ...value.wall, pageSeconds: Number.parseFloat(text ?? '') } })}
        />
        <Fault words={faultOf('pageSeconds')} />
      </div>
    </>
  );
}

function Fault({ words }: { readonly words: string | null }) {
  return words === null ? null : (
    <p class="fault" role="alert">
      {words}
    </p>
  );
}
