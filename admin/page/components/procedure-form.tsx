// The procedures of the venue as one form: change, add, remove, save as a whole.
import { Plus } from 'lucide';
import { useState } from 'preact/hooks';
import type { TreeNode } from '#shared/catalogue/venue.ts';
import { type Procedure, proceduresSchema } from '#shared/protocol/workflow-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { chooseNode, defaultFirst, procedureFaults, withNewProcedure } from '../state/procedure-edits.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { may } from '../state/session.ts';
import { Icon } from './icon.tsx';
import { ProcedureCard } from './procedure-card.tsx';
import { SaveOutcome } from './save-outcome.tsx';

interface ProcedureFormProps {
  readonly stored: readonly Procedure[];
  readonly nodes: readonly TreeNode[];
}

const tidy = (procedures: readonly Procedure[]) =>
  procedures.map((procedure) => ({ ...procedure, title: procedure.title.trim() }));

export function ProcedureForm({ stored, nodes }: ProcedureFormProps) {
  const [saved, setSaved] = useState(() => defaultFirst(stored));
  const [procedures, setProcedures] = useState(saved);
  const [isChecked, setChecked] = useState(false);
  const saving = useSaving();
  const isReadOnly = !may('procedures.write');
  const isChanged = !isSameValue(procedures, saved);
  const faults = procedureFaults(procedures);
  useLeaveGuard(isChanged ? t('procedures.leaveAsk') : null);
  const change = (next: readonly Procedure[]) => {
    setProcedures(next);
    saving.reset();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (faults.size > 0) return;
    const body = { procedures: tidy(procedures) };
    if (!(await saving.save(() => request('PUT', '/procedures', proceduresSchema, { body })))) return;
    setSaved(procedures);
    setChecked(false);
  };
  const ownerOf = (id: string, own: string) =>
    procedures.find((one) => one.id !== own && one.nodeIds.includes(id))?.title ?? null;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <p class="notice">{t('procedures.advice')}</p>
      {isReadOnly && <p class="secondary">{t('settings.readOnly')}</p>}
      {procedures.map((procedure, index) => (
        <ProcedureCard
          key={procedure.id}
          procedure={procedure}
          isDefault={index === 0}
          isReadOnly={isReadOnly}
          nodes={nodes}
          ownerOf={(id) => ownerOf(id, procedure.id)}
          fault={isChecked ? faults.get(procedure.id) : undefined}
          onChange={(next) => change(procedures.map((one) => (one.id === next.id ? next : one)))}
          onChooseNode={(id) => change(chooseNode(procedures, procedure.id, id))}
          onRemove={() => change(procedures.filter(({ id }) => id !== procedure.id))}
        />
      ))}
      {!isReadOnly && (
        <div class="row form-foot">
          <button
            type="button"
            class="button"
            onClick={() => change(withNewProcedure(procedures, t('procedures.newTitle')))}
          >
            <Icon node={Plus} /> {t('procedures.add')}
          </button>
          <button type="submit" class="button button-primary" disabled={!isChanged || saving.isBusy}>
            {t('app.save')}
          </button>
          <span class="secondary" role="status">
            {isChanged && t('editor.unsaved')}
          </span>
        </div>
      )}
      <SaveOutcome saving={saving} />
    </form>
  );
}
