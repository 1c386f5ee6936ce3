// A number between two bounds, in steps; what is not a number leaves it as it was.
import { useId } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Whole numbers unless told. */
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, value, min, max, step = 1, onChange }: NumberFieldProps) {
  const id = useId();
  const nearest = (typed: number) => Math.min(max, Math.max(min, Math.round(typed / step) * step));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="number"
        step={step}
        min={min}
        max={max}
        value={value}
        onChange={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          if (Number.isFinite(typed)) onChange(nearest(typed));
          else event.currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
