// One procedure: its name, its steps as switches in their fixed order, and the parts of the tree that follow it.
import { Check, ChevronRight, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { type Procedure, reviewSteps } from '#shared/protocol/workflow-api.ts';
import { formatCount, t } from '../i18n/index.ts';
import { nodeOptions } from '../state/node-options.ts';
import { type ProcedureFault, toggleStep } from '../state/procedure-edits.ts';
import { TextField } from './fields.tsx';
import { Icon } from './icon.tsx';

interface ProcedureCardProps {
  readonly procedure: Procedure;
  readonly isDefault: boolean;
  readonly isReadOnly: boolean;
  readonly nodes: readonly TreeNode[];
  /** Which procedure follows for a node chosen elsewhere. */
  readonly ownerOf: (nodeId: string) => string | null;
  readonly fault: ProcedureFault | undefined;
  readonly onChange: (procedure: Procedure) => void;
  readonly onChooseNode: (nodeId: string) => void;
  readonly onRemove: () => void;
}

function Steps({ procedure, isReadOnly, onChange }: ProcedureCardProps) {
  return (
    <fieldset class="procedure-steps" disabled={isReadOnly}>
      <legend>{t('procedures.steps')}</legend>
      <ol>
        {reviewSteps.map((step, index) => {
          const isOn = procedure.steps.includes(step);
          const isLast = index === reviewSteps.length - 1;
          return (
            <li key={step}>
              <button
                type="button"
                class="procedure-step"
                aria-pressed={isOn}
                disabled={isLast || isReadOnly}
                title={isLast ? t('procedures.always') : ''}
                onClick={() => onChange(toggleStep(procedure, step))}
              >
                <span class="procedure-tick">{isOn && <Icon node={Check} />}</span>
                <span>{t(`stage.${step}`)}</span>
              </button>
              {!isLast && <Icon node={ChevronRight} />}
            </li>
          );
        })}
      </ol>
      <p class="hint secondary">
        {t('procedures.stepCount', { count: procedure.steps.length })} {t('procedures.always')}
      </p>
    </fieldset>
  );
}

function Nodes({ procedure, nodes, isReadOnly, ownerOf, onChooseNode }: ProcedureCardProps) {
  const [words, setWords] = useState('');
  const titles = nodeOptions(nodes);
  const shown = titles.filter(([, title]) => title.includes(words.trim()));
  const chosen = titles.filter(([id]) => procedure.nodeIds.includes(id)).map(([, title]) => title.trim());
  return (
    <details class="procedure-nodes">
      <summary>
        {chosen.length === 0
          ? t('procedures.noNodes')
          : t('procedures.nodes', {
              count: formatCount(chosen.length),
              titles: chosen.slice(0, 6).join('、'),
            })}
      </summary>
      <div class="field">
        <label for={`find-${procedure.id}`}>{t('procedures.findNode')}</label>
        <input
          id={`find-${procedure.id}`}
          class="input"
          type="search"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <ul class="procedure-node-list">
        {shown.map(([id, title]) => {
          const owner = ownerOf(id);
          return (
            <li key={id}>
              <label class="row">
                <input
                  type="checkbox"
                  class="check"
                  disabled={isReadOnly}
                  checked={procedure.nodeIds.includes(id)}
                  onChange={() => onChooseNode(id)}
                />
                <span>{title}</span>
                {owner !== null && <span class="secondary">{t('procedures.ownedBy', { title: owner })}</span>}
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

export function ProcedureCard(props: ProcedureCardProps) {
  const { procedure, isDefault, isReadOnly, fault, onChange, onRemove } = props;
  return (
    <section class="card stack procedure" aria-label={procedure.title}>
      <fieldset class="bare row procedure-head" disabled={isReadOnly}>
        <TextField
          label={t('procedures.title')}
          value={procedure.title}
          isRequired
          maxLength={100}
          onChange={(title) => onChange({ ...procedure, title: title ?? '' })}
        />
        {isDefault ? (
          <span class="tag">{t('procedures.default')}</span>
        ) : (
          !isReadOnly && (
            <button type="button" class="button" onClick={onRemove}>
              <Icon node={Trash2} /> {t('procedures.remove')}
            </button>
          )
        )}
      </fieldset>
      <Steps {...props} />
      {isDefault ? <p class="secondary">{t('procedures.defaultLead')}</p> : <Nodes {...props} />}
      {fault && <p class="fault">{t(`procedures.fault.${fault}`)}</p>}
    </section>
  );
}
