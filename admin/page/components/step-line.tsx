// Where in the wizard one is.
import { t } from '../i18n/index.ts';

export const importSteps = ['choose', 'check', 'done'] as const;
export type ImportStep = (typeof importSteps)[number];

export function StepLine({ at }: { readonly at: ImportStep }) {
  return (
    <ol class="step-line" aria-label={t('import.steps')}>
      {importSteps.map((step, index) => (
        <li key={step} {...(step === at ? { 'aria-current': 'step' as const } : {})}>
          <span class="step-number">{index + 1}</span> {t(`import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
