// A list of spans of hours edited row by row: when the hall is open, when its screens are quiet.
import type { DaySpan } from '#shared/catalogue/venue-display.ts';
import { DaySpanLine, usualSpan } from './day-span-line.tsx';
import { RemoveRow, RowsFrame } from './rows-frame.tsx';

interface DaySpansFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly DaySpan[];
  readonly most: number;
  readonly fault: string | null;
  readonly onChange: (spans: readonly DaySpan[]) => void;
}

export function DaySpansField({ label, hint, value, most, fault, onChange }: DaySpansFieldProps) {
  const add = () => onChange([...value, usualSpan]);
  return (
    <RowsFrame label={label} hint={hint} fault={fault} onAdd={value.length < most ? add : undefined}>
      {value.map((span, index) => (
        <div key={index} class="rows-line span-line">
          <DaySpanLine
            label={`${label} ${index + 1}`}
            value={span}
            onChange={(changed) => onChange(value.map((kept, at) => (at === index ? changed : kept)))}
          />
          <RemoveRow
            label={label}
            row={index + 1}
            onRemove={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
    </RowsFrame>
  );
}
