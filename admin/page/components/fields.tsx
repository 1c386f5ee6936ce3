// Labelled controls of the editor's form: text, long text, one entry a line, a choice of several, yes or no.
import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Null when the field was emptied. */
  readonly onChange: (value: string | null) => void;
  readonly isLong?: boolean;
  readonly type?: 'text' | 'date' | 'datetime-local' | 'time' | 'number' | 'password';
  readonly hint?: string;
  /** The hint says that something is at odds. */
  readonly isHintWarning?: boolean;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  readonly rows?: number;
}

export function TextField(props: TextFieldProps) {
  const id = useId();
  const { label, value, onChange, isLong = false, type = 'text', hint = '', isRequired = false } = props;
  const common = {
    id,
    class: 'input',
    value,
    required: isRequired,
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    ...(props.autocomplete === undefined ? {} : { autocomplete: props.autocomplete }),
    ...(hint === '' ? {} : { 'aria-describedby': `${id}-hint` }),
  };
  return (
    <div class={`field${isLong ? ' field-wide' : ''}`}>
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea
          {...common}
          rows={props.rows ?? 4}
          onInput={(event) => onChange(event.currentTarget.value || null)}
        />
      ) : (
        <input
          {...common}
          // The typings tell inputs apart by type and cannot follow a choice among several.
          type={type as 'text'}
          onInput={(event) => onChange(event.currentTarget.value || null)}
        />
      )}
      {hint !== '' && (
        <p class={props.isHintWarning ? 'fault' : 'hint'} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (lines: readonly string[]) => void;
}

/** One entry a line; empty lines are dropped when the field is left, so that typing is never disturbed. */
export function LinesField({ label, value, onChange }: LinesFieldProps) {
  const id = useId();
  const tidy = () => {
    const lines = value.map((line) => line.trim()).filter((line) => line !== '');
    // Leaving a field untouched changes nothing.
    if (lines.join('\n') !== value.join('\n')) onChange(lines);
  };
  return (
    <div class="field field-wide">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="input"
        rows={Math.min(10, Math.max(3, value.length + 1))}
        value={value.join('\n')}
        onInput={(event) => onChange(event.currentTarget.value.split('\n'))}
        onBlur={tidy}
      />
    </div>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  /** Words of the empty choice; without them there is none. */
  readonly none?: string;
}

export function SelectField({ label, value, options, onChange, isRequired = false, none }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="input"
        required={isRequired}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FlagFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Yes or no. */
export function FlagField({ label, isOn, onChange }: FlagFieldProps) {
  return (
    <div class="field field-flag">
      <label class="row">
        <input
          type="checkbox"
          class="check"
          checked={isOn}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
    </div>
  );
}
