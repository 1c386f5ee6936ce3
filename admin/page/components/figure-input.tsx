// One figure of a report's table: entered, with what the system counted or the year before beside it.
interface FigureInputProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Shown while nothing is entered. */
  readonly counted?: number | undefined;
  readonly hint?: string | undefined;
  readonly step?: string;
}

export function FigureInput({ label, value, onChange, counted, hint, step = '1' }: FigureInputProps) {
  return (
    <>
      <input
        class="input input-figure"
        type="number"
        min={0}
        step={step}
        aria-label={label}
        value={value ?? ''}
        placeholder={counted === undefined ? '0' : String(counted)}
        onInput={({ currentTarget: { value: text } }) => onChange(text === '' ? null : Number(text))}
      />
      {hint !== undefined && <span class="figure-hint secondary">{hint}</span>}
    </>
  );
}
