// The wall screen's plan edited row by row: what it shows, always or on some days and hours.
import { ArrowUp } from 'lucide';
import { mostPlanEntries } from '#shared/catalogue/display-rules.ts';
import { type WallLayout, type WallPlanEntry, wallLayouts } from '#shared/catalogue/venue-display.ts';
import { t } from '../i18n/index.ts';
import { DaySpanLine, usualSpan } from './day-span-line.tsx';
import { Icon } from './icon.tsx';
import { RemoveRow, RowsFrame } from './rows-frame.tsx';

interface WallPlanFieldProps {
  readonly value: readonly WallPlanEntry[];
  readonly fault: string | null;
  readonly onChange: (plan: readonly WallPlanEntry[]) => void;
}

export function WallPlanField({ value, fault, onChange }: WallPlanFieldProps) {
  const put = (index: number, entry: WallPlanEntry) =>
    onChange(value.map((kept, at) => (at === index ? entry : kept)));
  const without = (index: number) => value.filter((_, at) => at !== index);
  const raise = (index: number) =>
    onChange(without(index).toSpliced(index - 1, 0, ...value.slice(index, index + 1)));
  // In front of the row that always holds: the first that holds is shown.
  const add = () => onChange([{ layout: 'notices', span: usualSpan }, ...value]);
  return (
    <RowsFrame
      label={t('display.plan')}
      hint={t('display.planHint')}
      fault={fault}
      onAdd={value.length < mostPlanEntries ? add : undefined}
    >
      {value.map((entry, index) => (
        <div key={index} class="rows-line span-line">
          <PlanLine
            label={`${t('display.plan')} ${index + 1}`}
            value={entry}
            onChange={(next) => put(index, next)}
          />
          <button
            type="button"
            class="button button-quiet"
            disabled={index === 0}
            aria-label={t('display.raise', { row: index + 1 })}
            onClick={() => raise(index)}
          >
            <Icon node={ArrowUp} />
          </button>
          <RemoveRow
            label={t('display.plan')}
            row={index + 1}
            isDisabled={value.length === 1}
            onRemove={() => onChange(without(index))}
          />
        </div>
      ))}
    </RowsFrame>
  );
}

interface PlanLineProps {
  readonly label: string;
  readonly value: WallPlanEntry;
  readonly onChange: (entry: WallPlanEntry) => void;
}

function PlanLine({ label, value, onChange }: PlanLineProps) {
  return (
    <>
      <select
        class="input"
        aria-label={t('display.layoutOf', { label })}
        value={value.layout}
        onChange={(event) => onChange({ ...value, layout: event.currentTarget.value as WallLayout })}
      >
        {wallLayouts.map((layout) => (
          <option key={layout} value={layout}>
            {t(`display.layout.${layout}`)}
          </option>
        ))}
      </select>
      <label class="row">
        <input
          type="checkbox"
          class="check"
          checked={value.span === null}
          onChange={(event) => onChange({ ...value, span: event.currentTarget.checked ? null : usualSpan })}
        />
        {t('display.always')}
      </label>
      {value.span !== null && (
        <DaySpanLine label={label} value={value.span} onChange={(span) => onChange({ ...value, span })} />
      )}
    </>
  );
}
