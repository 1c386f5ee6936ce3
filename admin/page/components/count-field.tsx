// A whole number between two bounds; what is not a number leaves it as it was.
import { useId } from 'preact/hooks';

interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

export function CountField({ label, value, min, max, onChange }: CountFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="number"
        step="1"
        min={min}
        max={max}
        value={value}
        onChange={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          if (Number.isFinite(typed)) onChange(Math.min(max, Math.max(min, Math.round(typed))));
          else event.currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
