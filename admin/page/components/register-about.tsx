// What a register is: its title, what it is about, its period, how often it is brought up to date.
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import { t } from '../i18n/index.ts';
import { TextField } from './fields.tsx';

interface RegisterAboutProps {
  readonly definition: RegisterDefinition;
  readonly period: string | null;
  readonly onDefinition: (definition: RegisterDefinition) => void;
  readonly onPeriod: (period: string | null) => void;
}

export function RegisterAbout({ definition, period, onDefinition, onPeriod }: RegisterAboutProps) {
  return (
    <div class="form-grid">
      <TextField
        label={t('setup.title')}
        isRequired
        maxLength={200}
        value={definition.title}
        onChange={(title) => onDefinition({ ...definition, title: title ?? '' })}
      />
      <TextField
        label={t('setup.period')}
        hint={t('setup.periodHint')}
        maxLength={60}
        value={period ?? ''}
        onChange={onPeriod}
      />
      <TextField
        label={t('setup.updateRule')}
        hint={t('setup.updateRuleHint')}
        maxLength={200}
        value={definition.updateRule ?? ''}
        onChange={(updateRule) => onDefinition({ ...definition, updateRule })}
      />
      <TextField
        label={t('setup.summary')}
        isLong
        rows={2}
        maxLength={1000}
        value={definition.summary}
        onChange={(summary) => onDefinition({ ...definition, summary: summary ?? '' })}
      />
    </div>
  );
}
