// Steps drawn as a flow: from the start over one box a step, each with who, how long and what comes of it, to the end.
import { Clock, FileCheck2, type IconNode, UserRound } from 'lucide';
import { t } from '../i18n/translate.ts';
import { Icon } from './icon.tsx';

export interface FlowStep {
  readonly name: string;
  readonly person: string | null;
  readonly limit: string | null;
  readonly result: string | null;
}

interface StepFlowProps {
  readonly steps: readonly FlowStep[];
  /** What stands in the last, round box: the outcome of the whole. */
  readonly outcome?: string | null;
}

function StepFact({ icon, name, value }: { icon: IconNode; name: string; value: string | null }) {
  if (!value) return null;
  return (
    <span class="flow__fact">
      <Icon node={icon} />
      <span class="flow__fact-name">{name}</span>
      <span lang="zh-CN">{value}</span>
    </span>
  );
}

function Step({ step, number }: { step: FlowStep; number: number }) {
  return (
    <li class="flow__step">
      <span class="flow__number" aria-hidden="true">
        {number}
      </span>
      <span class="flow__words">
        <span class="flow__name">
          <span class="visually-hidden">{t('guide.stepNumber', { number })} </span>
          <span lang="zh-CN">{step.name}</span>
        </span>
        <StepFact icon={UserRound} name={t('guide.person')} value={step.person} />
        <StepFact icon={Clock} name={t('guide.limit')} value={step.limit} />
        <StepFact icon={FileCheck2} name={t('guide.stepResult')} value={step.result} />
      </span>
    </li>
  );
}

export function StepFlow({ steps, outcome = null }: StepFlowProps) {
  return (
    <div class="flow">
      <p class="flow__end" data-silent>
        {t('guide.flowStart')}
      </p>
      <ol class="steps flow__steps">
        {steps.map((step, index) => (
          <Step key={index} step={step} number={index + 1} />
        ))}
      </ol>
      <p class="flow__end flow__end--last">
        {t('guide.flowEnd')}
        {outcome && (
          <span class="flow__outcome" lang="zh-CN">
            {outcome}
          </span>
        )}
      </p>
    </div>
  );
}
