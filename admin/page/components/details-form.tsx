// The part of the editor that differs by kind: one control a field, drawn from the field table.
import type { WrittenKind } from '#shared/catalogue/record.ts';
import { t } from '../i18n/index.ts';
import {
  type DetailField,
  type DetailValues,
  deadlineOf,
  detailFields,
  detailLabel,
} from '../state/detail-fields.ts';
import { FlagField, LinesField, SelectField, TextField } from './fields.tsx';
import { RowsField } from './rows-field.tsx';

interface DetailsFormProps {
  readonly kind: WrittenKind;
  readonly values: DetailValues;
  /** Names of the files that go with the record. */
  readonly files: readonly string[];
  readonly onChange: (values: DetailValues) => void;
}

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const asLines = (value: unknown) => (Array.isArray(value) ? value.map(asText) : []);

function DeadlineField(props: { label: string; value: unknown; onChange: (rule: unknown) => void }) {
  const rule = props.value as { text?: string; type?: string; days?: number } | null;
  const understood = rule?.type
    ? t(`deadline.${rule.type}` as 'deadline.text', { days: rule.days ?? '' })
    : '';
  return (
    <TextField
      label={props.label}
      value={rule?.text ?? ''}
      hint={understood}
      onChange={(words) => props.onChange(deadlineOf(words ?? ''))}
    />
  );
}

function ChoicesField(props: {
  kind: WrittenKind;
  field: DetailField & { type: 'choices' };
  value: unknown;
  onChange: (value: readonly string[]) => void;
}) {
  const chosen = asLines(props.value);
  const toggle = (option: string) =>
    props.onChange(props.field.options.filter((each) => (each === option) !== chosen.includes(each)));
  return (
    <fieldset class="field choices">
      <legend>{t(detailLabel(props.kind, props.field.key))}</legend>
      {props.field.options.map((option) => (
        <label key={option} class="row">
          <input
            type="checkbox"
            class="check"
            checked={chosen.includes(option)}
            onChange={() => toggle(option)}
          />
          {t(detailLabel(props.kind, `${props.field.key}.${option}`))}
        </label>
      ))}
    </fieldset>
  );
}

function DetailControl(props: {
  kind: WrittenKind;
  field: DetailField;
  value: unknown;
  files: readonly string[];
  onChange: (value: unknown) => void;
}) {
  const { kind, field, value, files, onChange } = props;
  const label = t(detailLabel(kind, field.key));
  switch (field.type) {
    case 'rows':
      return <RowsField kind={kind} field={field} value={value} files={files} onChange={onChange} />;
    case 'choices':
      return <ChoicesField kind={kind} field={field} value={value} onChange={onChange} />;
    case 'deadline':
      return <DeadlineField label={label} value={value} onChange={onChange} />;
    case 'lines':
      return <LinesField label={label} value={asLines(value)} onChange={onChange} />;
    case 'choice': {
      const options = field.options.map(
        (option) => [option, t(detailLabel(kind, `${field.key}.${option}`))] as const,
      );
      return <SelectField label={label} value={asText(value)} options={options} onChange={onChange} />;
    }
    case 'flag':
      return <FlagField label={label} isOn={value === true} onChange={onChange} />;
    case 'number':
      return (
        <TextField
          label={label}
          type="number"
          value={asText(value)}
          onChange={(text) => onChange(text === null ? null : Math.max(0, Math.trunc(Number(text))))}
        />
      );
    case 'long':
      return (
        <TextField label={label} isLong value={asText(value)} onChange={(text) => onChange(text ?? '')} />
      );
    default:
      return (
        <TextField
          label={label}
          value={asText(value)}
          onChange={onChange}
          {...(field.type === 'date' ? { type: 'date' } : {})}
          {...(field.hasHint ? { hint: t(detailLabel(kind, `${field.key}.hint`)) } : {})}
        />
      );
  }
}

export function DetailsForm({ kind, values, files, onChange }: DetailsFormProps) {
  const fields = detailFields[kind];
  if (fields.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="editor-details">
      <h2 id="editor-details">{t(`editor.details.${kind}` as 'editor.details.guide')}</h2>
      <div class="form-grid">
        {fields.map((field) => (
          <DetailControl
            key={field.key}
            kind={kind}
            field={field}
            value={values[field.key]}
            files={files}
            onChange={(value) => onChange({ ...values, type: kind, [field.key]: value })}
          />
        ))}
      </div>
    </section>
  );
}
