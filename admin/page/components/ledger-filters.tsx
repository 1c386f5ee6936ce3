// Which part of a ledger is shown: the period and the agency.
import { useId } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { type Days, daysOf, type PeriodChoice, periodChoices, today } from '../state/day.ts';
import { session } from '../state/session.ts';
import { SelectField } from './fields.tsx';

export interface LedgerFilter extends Days {
  readonly period: PeriodChoice;
  readonly agencyId: string;
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isRequired?: boolean;
  readonly onChange: (day: string) => void;
}

export function DayField({ label, value, isRequired = false, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="date"
        value={value}
        required={isRequired}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

interface LedgerFiltersProps {
  readonly value: LedgerFilter;
  readonly onChange: (filter: LedgerFilter) => void;
}

export function LedgerFilters({ value, onChange }: LedgerFiltersProps) {
  const agencies = useAgencies();
  const choose = (choice: string) => {
    const period = periodChoices.find((one) => one === choice) ?? 'own';
    onChange({ ...value, period, ...(period === 'own' ? {} : daysOf(period, today())) });
  };
  const setDays = (days: Partial<Days>) => onChange({ ...value, ...days, period: 'own' });
  const isBound = session.value ? session.value.account.agencyId !== null : false;
  return (
    <div class="ledger-filters">
      <SelectField
        label={t('ledgers.period')}
        value={value.period}
        options={periodChoices.map((choice) => [choice, t(`ledgers.period.${choice}`)])}
        onChange={choose}
      />
      <DayField label={t('ledgers.from')} value={value.from} onChange={(from) => setDays({ from })} />
      <DayField label={t('ledgers.to')} value={value.to} onChange={(to) => setDays({ to })} />
      {!isBound && (
        <SelectField
          label={t('ledgers.agency')}
          value={value.agencyId}
          none={t('ledgers.agencyAll')}
          options={(agencies.value ?? []).map(({ id, name }) => [id, name])}
          onChange={(agencyId) => onChange({ ...value, agencyId })}
        />
      )}
    </div>
  );
}
