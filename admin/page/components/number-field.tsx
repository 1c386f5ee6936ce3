// A length in metres, in half metres; what is not a number leaves it as it was.
import { useId } from 'preact/hooks';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

export function MetresField({ label, value, least, most, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="number"
        step="0.5"
        min={least}
        max={most}
        value={value}
        onChange={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          if (Number.isFinite(typed)) onChange(Math.min(most, Math.max(least, Math.round(typed * 2) / 2)));
          else event.currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
