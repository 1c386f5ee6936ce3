// The fields that forms of acts on a case are made of.
import { useId } from 'preact/hooks';
import type { CaseAct, CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { TextField } from './fields.tsx';

export interface ActFormProps<A extends CaseAct> {
  readonly draft: A;
  readonly set: (change: Partial<A>) => void;
  readonly detail: CaseDetail;
  /** Reads the case again, when something was added to it besides the act. */
  readonly refresh: () => Promise<void>;
}

interface DayProps {
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly label?: string;
  /** No later than this day; what happened has happened by today. */
  readonly max?: string;
  readonly min?: string;
}

/** The day an act counts from. */
export function ActDay({ value, onChange, label, max, min }: DayProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label ?? t('act.on')}</label>
      <input
        id={id}
        class="input"
        type="date"
        required
        value={value}
        {...(max === undefined ? {} : { max })}
        {...(min === undefined ? {} : { min })}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly longest: number;
  readonly rows?: number;
  readonly isNeeded?: boolean;
  readonly hint?: string;
}

/** Words of more than a line. */
export function ActWords({ label, value, onChange, longest, rows = 3, isNeeded = false, hint }: WordsProps) {
  return (
    <TextField
      label={label}
      value={value}
      isLong
      rows={rows}
      isRequired={isNeeded}
      maxLength={longest}
      onChange={(words) => onChange(words ?? '')}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly longest: number;
  readonly isNeeded?: boolean;
  readonly hint?: string;
}

/** Words of one line. */
export function ActLine({ label, value, onChange, longest, isNeeded = false, hint }: LineProps) {
  return (
    <TextField
      label={label}
      value={value}
      isRequired={isNeeded}
      maxLength={longest}
      onChange={(words) => onChange(words ?? '')}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}

interface PickProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  readonly onChange: (value: V) => void;
}

/** One of two or three, all in sight. */
export function ActPick<V extends string>({ label, value, options, onChange }: PickProps<V>) {
  const id = useId();
  return (
    <fieldset class="field field-wide case-pick">
      <legend>{label}</legend>
      {options.map(([option, words]) => (
        <label key={option} class="row">
          <input
            type="radio"
            class="check"
            name={id}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
