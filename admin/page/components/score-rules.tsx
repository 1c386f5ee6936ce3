// The rules agencies are scored by: points each, and the most a measure gives or takes.
import { useState } from 'preact/hooks';
import { storedRulesSchema } from '#shared/protocol/bulletins-api.ts';
import type { ScoreRules as Rules } from '#shared/reports/score.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';
import { SaveOutcome } from './save-outcome.tsx';

export function ScoreRules() {
  const stored = useLoaded((signal) => request('GET', '/score-rules', storedRulesSchema, { signal }), []);
  if (stored.error !== null) return <ProblemNotice error={stored.error} retry={stored.reload} />;
  if (stored.value === null) return <Loading />;
  return <RulesForm stored={stored.value.rules} isDefault={stored.value.isDefault} />;
}

interface NumberCellProps {
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly isOpen?: boolean;
  readonly onChange: (value: number | null) => void;
}

function NumberCell({ label, value, min, isOpen = false, onChange }: NumberCellProps) {
  return (
    <input
      class="input input-figure"
      type="number"
      step="0.1"
      min={min}
      max={1000}
      aria-label={label}
      required={!isOpen}
      value={value ?? ''}
      onInput={({ currentTarget: { value: text } }) => onChange(text === '' ? null : Number(text))}
    />
  );
}

function RulesForm({ stored, isDefault }: { readonly stored: Rules; readonly isDefault: boolean }) {
  const [rules, setRules] = useState(stored);
  const saving = useSaving();
  const mayWrite = may('reports.write');
  const change = (next: Rules) => {
    setRules(next);
    saving.reset();
  };
  const setRule = (at: number, part: Partial<Rules['rules'][number]>) =>
    change({
      ...rules,
      rules: rules.rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)),
    });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.save(() => request('PUT', '/score-rules', storedRulesSchema, { body: rules }));
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p class="secondary">
        {t('rules.lead')} {isDefault && !saving.isSaved && t('rules.default')}
      </p>
      <fieldset class="plain-set stack" disabled={!mayWrite}>
        <table class="table table-narrow named-rows">
          <thead>
            <tr>
              <th scope="col">{t('rules.measure')}</th>
              <th scope="col">{t('rules.points')}</th>
              <th scope="col">{t('rules.most')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('rules.base')}</th>
              <td>
                <NumberCell
                  label={t('rules.base')}
                  min={0}
                  value={rules.base}
                  onChange={(base) => change({ ...rules, base: base ?? 0 })}
                />
              </td>
              <td />
            </tr>
            {rules.rules.map(({ measure, points, most }, at) => (
              <tr key={measure}>
                <th scope="row">{t(`measure.${measure}`)}</th>
                <td>
                  <NumberCell
                    label={t('rules.pointsOf', { measure: t(`measure.${measure}`) })}
                    min={-100}
                    value={points}
                    onChange={(value) => setRule(at, { points: value ?? 0 })}
                  />
                </td>
                <td>
                  <NumberCell
                    label={t('rules.mostOf', { measure: t(`measure.${measure}`) })}
                    min={0}
                    isOpen
                    value={most}
                    onChange={(value) => setRule(at, { most: value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <SaveOutcome saving={saving} />
      {mayWrite && (
        <div>
          <button type="submit" class="button button-primary" disabled={saving.isBusy}>
            {t('app.save')}
          </button>
        </div>
      )}
    </form>
  );
}
