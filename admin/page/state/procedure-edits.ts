// The list of procedures while it is edited: steps switched on and off, nodes chosen, and what keeps it from being saved.
import { type Procedure, type ReviewStep, reviewSteps } from '#shared/protocol/workflow-api.ts';

/** The last step of every procedure: somebody always answers for what becomes public. */
const lastStep: ReviewStep = 'approval';

/** Steps that can be left out. */
export const optionalSteps = reviewSteps.filter((step) => step !== lastStep);

/** Steps keep the one order of the regulation, however they were switched on. */
export function toggleStep(procedure: Procedure, step: ReviewStep): Procedure {
  if (step === lastStep) return procedure;
  const isOn = procedure.steps.includes(step);
  const steps = reviewSteps.filter((one) => (one === step ? !isOn : procedure.steps.includes(one)));
  return { ...procedure, steps };
}

/** A node follows one procedure: chosen here, it is taken out of the others. */
export function chooseNode(
  procedures: readonly Procedure[],
  procedureId: string,
  nodeId: string,
): readonly Procedure[] {
  return procedures.map((procedure) => {
    const isHere = procedure.id === procedureId;
    if (!isHere) return { ...procedure, nodeIds: procedure.nodeIds.filter((id) => id !== nodeId) };
    const isChosen = procedure.nodeIds.includes(nodeId);
    const nodeIds = isChosen
      ? procedure.nodeIds.filter((id) => id !== nodeId)
      : [...procedure.nodeIds, nodeId];
    return { ...procedure, nodeIds };
  });
}

/** A new one for a part of the tree, with an id no other has. */
export function withNewProcedure(procedures: readonly Procedure[], title: string): readonly Procedure[] {
  const taken = new Set(procedures.map(({ id }) => id));
  let number = procedures.length;
  while (taken.has(`procedure-${number}`)) number += 1;
  const added: Procedure = { id: `procedure-${number}`, title, steps: [lastStep], nodeIds: [] };
  return [...procedures, added];
}

export type ProcedureFault = 'no-title' | 'no-nodes';

/** What is missing, by procedure. The first one is for all else and needs no nodes. */
export function procedureFaults(procedures: readonly Procedure[]): ReadonlyMap<string, ProcedureFault> {
  return new Map(
    procedures.flatMap(({ id, title, nodeIds }, index): [string, ProcedureFault][] => {
      if (title.trim() === '') return [[id, 'no-title']];
      return index > 0 && nodeIds.length === 0 ? [[id, 'no-nodes']] : [];
    }),
  );
}

/** The one for all else stands first. */
export function defaultFirst(procedures: readonly Procedure[]): readonly Procedure[] {
  const isDefault = ({ nodeIds }: Procedure) => nodeIds.length === 0;
  return [...procedures.filter(isDefault), ...procedures.filter((one) => !isDefault(one))];
}
