// The chosen place in words and numbers: all that can be done by mouse can be done here.
import { Trash2, X } from 'lucide';
import {
  type AreaKind,
  areaKinds,
  gridMetres,
  type HallArea,
  type HallFloor,
  type Side,
  sides,
} from '#shared/catalogue/hall-plan.ts';
import { hallLimits } from '#shared/catalogue/hall-rules.ts';
import type { Agency } from '#shared/catalogue/venue.ts';
import { t } from '../i18n/index.ts';
import { SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { NumberField } from './number-field.tsx';

interface HallAreaFormProps {
  readonly area: HallArea;
  readonly floor: HallFloor;
  readonly agencies: readonly Agency[];
  readonly onChange: (area: HallArea) => void;
  readonly onRemove: () => void;
}

function AgencyField({ area, agencies, onChange }: Omit<HallAreaFormProps, 'floor' | 'onRemove'>) {
  const nameOf = (id: string) => agencies.find((agency) => agency.id === id)?.name ?? id;
  const left = agencies.filter(({ id }) => !area.agencyIds.includes(id));
  const set = (agencyIds: readonly string[]) => onChange({ ...area, agencyIds });
  return (
    <div class="field field-wide">
      <span class="label">{t('hall.agencies')}</span>
      <div class="row">
        {area.agencyIds.map((id) => (
          <span key={id} class="tag">
            {nameOf(id)}
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label={t('hall.removeAgency', { name: nameOf(id) })}
              onClick={() => set(area.agencyIds.filter((one) => one !== id))}
            >
              <Icon node={X} />
            </button>
          </span>
        ))}
      </div>
      {area.agencyIds.length < hallLimits.agencies && (
        <SelectField
          label={t('hall.addAgency')}
          none="—"
          value=""
          options={left.map(({ id, name }) => [id, name])}
          onChange={(id) => id !== '' && set([...area.agencyIds, id])}
        />
      )}
    </div>
  );
}

export function HallAreaForm(props: HallAreaFormProps) {
  const { area, floor, onChange } = props;
  const isShared = area.kind === 'lift' || area.kind === 'stairs';
  return (
    <div class="stack">
      <div class="form-grid">
        <TextField
          label={t('hall.name')}
          isRequired
          maxLength={hallLimits.name}
          {...(isShared ? { hint: t('hall.linkHint') } : {})}
          value={area.name}
          onChange={(name) => onChange({ ...area, name: name ?? '' })}
        />
        <SelectField
          label={t('hall.kind')}
          value={area.kind}
          options={areaKinds.map((kind) => [kind, t(`hall.kind.${kind}`)])}
          onChange={(kind) => onChange({ ...area, kind: kind as AreaKind })}
        />
        {area.kind === 'window' && (
          <TextField
            label={t('hall.number')}
            maxLength={hallLimits.number}
            hint={t('hall.numberHint')}
            value={area.number ?? ''}
            onChange={(number) => onChange({ ...area, number })}
          />
        )}
        <SelectField
          label={t('hall.door')}
          none={t('hall.doorAny')}
          value={area.door ?? ''}
          options={sides.map((side) => [side, t(`hall.door.${side}`)])}
          onChange={(side) => onChange({ ...area, door: side === '' ? null : (side as Side) })}
        />
      </div>
      <div class="form-grid plan-numbers">
        <NumberField
          label={t('hall.x')}
          value={area.x}
          min={0}
          max={floor.width}
          step={gridMetres}
          onChange={(x) => onChange({ ...area, x })}
        />
        <NumberField
          label={t('hall.y')}
          value={area.y}
          min={0}
          max={floor.depth}
          step={gridMetres}
          onChange={(y) => onChange({ ...area, y })}
        />
        <NumberField
          label={t('hall.width')}
          value={area.width}
          min={0.5}
          max={floor.width}
          step={gridMetres}
          onChange={(width) => onChange({ ...area, width })}
        />
        <NumberField
          label={t('hall.depth')}
          value={area.depth}
          min={0.5}
          max={floor.depth}
          step={gridMetres}
          onChange={(depth) => onChange({ ...area, depth })}
        />
      </div>
      <TextField
        label={t('hall.note')}
        isLong
        rows={2}
        maxLength={hallLimits.note}
        value={area.note ?? ''}
        onChange={(note) => onChange({ ...area, note })}
      />
      <AgencyField {...props} />
      <div class="row">
        <button type="button" class="button button-danger" onClick={props.onRemove}>
          <Icon node={Trash2} /> {t('hall.removePlace')}
        </button>
      </div>
    </div>
  );
}
