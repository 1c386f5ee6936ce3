// A list of spans of hours edited row by row: when the hall is open, when its screens are quiet.
import { Plus, Trash2 } from 'lucide';
import type { DaySpan } from '#shared/catalogue/venue-display.ts';
import { t } from '../i18n/index.ts';
import { DaySpanLine, usualSpan } from './day-span-line.tsx';
import { Icon } from './icon.tsx';

interface DaySpansFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly DaySpan[];
  readonly most: number;
  readonly fault: string | null;
  readonly onChange: (spans: readonly DaySpan[]) => void;
}

export function DaySpansField({ label, hint, value, most, fault, onChange }: DaySpansFieldProps) {
  return (
    <fieldset class="field field-wide rows-field">
      <legend>{label}</legend>
      <p class="hint">{hint}</p>
      {value.map((span, index) => (
        <div key={index} class="rows-line span-line">
          <DaySpanLine
            label={`${label} ${index + 1}`}
            value={span}
            onChange={(changed) => onChange(value.map((kept, at) => (at === index ? changed : kept)))}
          />
          <button
            type="button"
            class="button button-quiet"
            aria-label={`${label} · ${t('editor.removeRow', { row: index + 1 })}`}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <Icon node={Trash2} />
          </button>
        </div>
      ))}
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {value.length < most && (
        <button
          type="button"
          class="button rows-add"
          aria-label={`${label} · ${t('editor.addRow')}`}
          onClick={() => onChange([...value, usualSpan])}
        >
          <Icon node={Plus} /> {t('editor.addRow')}
        </button>
      )}
    </fieldset>
  );
}
